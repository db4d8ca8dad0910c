import { booleanType, type Call, type Expr, literal, mayBeAbsent, required } from "@policyc/ir";
import { negated } from "./logic.js";

/** What cannot be equal: OPA refuses to compare lists and objects of another form, CEL values of another type. */
export function foldUnequal(expr: Expr): Expr {
  if (expr.kind === "call") return unequalCall(expr) ?? expr;
  if (expr.kind !== "compare" || (expr.operator !== "==" && expr.operator !== "!=")) return expr;
  const equal = equalAcrossTypes(expr.left, expr.right, expr.span);
  return (expr.operator === "==" ? equal : equal && negated(equal)) ?? expr;
}

function unequalCall({ intrinsic, args: [left, right], span }: Call): Expr | undefined {
  if (intrinsic !== "deepEqual" || left === undefined || right === undefined) return undefined;
  const [one, other] = [shapeOf(left), shapeOf(right)];
  if (one !== undefined && other !== undefined && one !== other) return literal(false, span);
  return equalAcrossTypes(left, right, span);
}

/** Values of different types are equal where neither is there. */
function equalAcrossTypes(left: Expr, right: Expr, span: Expr["span"]): Expr | undefined {
  const [kind, another] = [kindOf(left), kindOf(right)];
  if (kind === undefined || another === undefined || kind === another) return undefined;
  return mayBeAbsent(left.type) && mayBeAbsent(right.type)
    ? { kind: "logic", operator: "and", operands: [left, right].map(isAbsent), type: booleanType, span }
    : literal(false, span);
}

/** The keys of an object or the length of a list, where they are known. */
function shapeOf(expr: Expr): string | undefined {
  if (expr.kind === "list" && expr.items.every(({ spread }) => !spread)) return `${expr.items.length}`;
  if (expr.kind !== "record" || expr.entries.some(({ value }) => mayBeAbsent(value.type))) return undefined;
  return JSON.stringify(expr.entries.map(({ name }) => name).sort());
}

/** Of what may be anything nothing is known. */
function kindOf({ type }: Expr): string | undefined {
  const { kind } = required(type);
  if (kind === "map" || kind === "record") return "object";
  return kind === "string" || kind === "number" || kind === "boolean" || kind === "list" ? kind : undefined;
}

function isAbsent(of: Expr): Expr {
  const { span } = of;
  const operand: Expr = { kind: "present", of, type: booleanType, span };
  return { kind: "not", operand, type: booleanType, span };
}
