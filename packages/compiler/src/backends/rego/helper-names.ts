import type { Expr } from "@policyc/ir";

/** What a helper rule is called when the author gave its value no name. */
export function nameFor(expr: Expr): string {
  switch (expr.kind) {
    case "field":
      return expr.name;
    case "index":
      return expr.key.kind === "literal" && typeof expr.key.value === "string"
        ? expr.key.value
        : `${nameFor(expr.of)}_entry`;
    case "local":
      return expr.name;
    case "quantify":
      return `${expr.quantifier === "some" ? "any" : "every"}_${expr.iteration.binder.name}`;
    case "coalesce":
    case "present":
      return nameFor(expr.of);
    case "not":
      return `not_${nameFor(expr.operand)}`;
    case "call":
      return expr.intrinsic.replace(".", "_");
    case "apply":
      return expr.function;
    case "compare":
      return nameFor(expr.left);
    case "logic":
      return expr.operator === "or" ? "either" : "both";
    case "conditional":
      return nameFor(expr.then);
    case "concat":
      return "message";
    default:
      return "value";
  }
}
