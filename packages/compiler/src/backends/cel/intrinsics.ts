import { defect } from "@policyc/diagnostics";
import type { Expr, ExprOf } from "@policyc/ir";
import type { Context } from "./context.js";
import { textSlice } from "./slices.js";
import { binary, type Cel, call, ident, list, literal, method, ternary } from "./syntax.js";

type CallExpr = ExprOf<"call">;

function argumentsOf(expr: CallExpr, cx: Context): readonly [Cel, Cel, readonly Cel[]] {
  const [first, second, ...rest] = expr.args.map((arg) => cx.value(arg));
  return [first ?? defect(`\`${expr.intrinsic}\` without arguments`), second ?? literal(null), rest];
}

/** A Boolean intrinsic. */
export function intrinsicTest(expr: CallExpr, cx: Context): Cel {
  const [first, second] = argumentsOf(expr, cx);
  switch (expr.intrinsic) {
    case "string.startsWith":
      return method(first, "startsWith", second);
    case "string.endsWith":
      return method(first, "endsWith", second);
    case "string.includes":
      return method(first, "contains", second);
    case "string.matches":
      return method(second, "matches", first);
    case "list.includes":
    case "set.has":
    case "map.has":
      return binary("in", second, first);
    case "deepEqual":
      return binary("==", ...pair(expr, cx));
    case "globMatches":
      return method(second, "matches", globExpression(first));
    case "isQuantity":
      return call("isQuantity", first);
    case "number.isInteger":
      return isWhole(expr.args[0], first);
    default:
      return cx.value(expr);
  }
}

function pair(expr: CallExpr, cx: Context): readonly [Cel, Cel] {
  const [left, right] = expr.args;
  const optional = [left, right].some(
    (side) => side?.type.kind === "optional" || side?.type.kind === "absent",
  );
  const lower = (side: Expr | undefined): Cel =>
    side === undefined ? literal(null) : optional ? cx.option(side) : cx.value(side);
  return [lower(left), lower(right)];
}

function isWhole(argument: Expr | undefined, term: Cel): Cel {
  return argument?.type.kind === "number" && argument.type.integer
    ? literal(true)
    : binary("==", term, call("double", call("int", term)));
}

/** `*` and `?` as a regular expression, everything else as it is. */
function globExpression(pattern: Cel): Cel {
  const special = ["\\", ".", "+", "^", "$", "(", ")", "{", "}", "|", "[", "]"];
  const escaped = special.reduce(
    (text, char) => method(text, "replace", literal(char), literal(`\\${char}`)),
    pattern,
  );
  const wild = method(
    method(escaped, "replace", literal("*"), literal(".*")),
    "replace",
    literal("?"),
    literal("."),
  );
  return binary("+", binary("+", literal("^(?s:"), wild), literal(")$"));
}

/** An intrinsic that is a value. */
export function intrinsicValue(expr: CallExpr, cx: Context): Cel {
  const [first, second, rest] = argumentsOf(expr, cx);
  const refuse = (what: string, instead: string): Cel => {
    cx.program.unsayable(expr.span, what, instead);
    return first;
  };
  switch (expr.intrinsic) {
    case "string.indexOf":
      return method(first, "indexOf", second);
    case "string.split":
      return method(first, "split", second);
    case "string.slice":
      return textSlice(expr.args, first, () =>
        refuse("`slice` with bounds that are not known", "use numbers as bounds"),
      );
    case "string.trim":
      return method(first, "trim");
    case "string.toLowerCase":
      return method(first, "lowerAscii");
    case "string.toUpperCase":
      return method(first, "upperAscii");
    case "string.replaceAll":
      return method(first, "replace", second, rest[0] ?? literal(""));
    case "string.length":
    case "list.length":
    case "map.size":
      return call("size", first);
    case "list.join":
      return method(first, "join", second);
    case "set.of":
      return first;
    case "map.keys":
      return method(first, "map", ident("key"), ident("key"));
    case "math.abs":
      return ternary(binary("<", first, literal(0)), binary("-", literal(0), first), first);
    case "math.min":
      return expr.args.length === 2
        ? ternary(binary("<", first, second), first, second)
        : refuse("`Math.min` of more than two", "use it on two values at a time");
    case "math.max":
      return expr.args.length === 2
        ? ternary(binary(">", first, second), first, second)
        : refuse("`Math.max` of more than two", "use it on two values at a time");
    case "list.sum":
      return method(first, "sum");
    case "list.min":
      return method(first, "min");
    case "list.max":
      return method(first, "max");
    case "compareQuantities":
      return method(call("quantity", first), "compareTo", call("quantity", second));
    case "set.size":
      return cx.program.minor < 34
        ? refuse(
            "the size of a set before Kubernetes 1.34",
            'use `minKubernetes: "1.34"`, or compare elements',
          )
        : call("size", method(first, "distinct"));
    case "list.slice":
      return cx.program.minor < 34
        ? refuse("`slice` of a list before Kubernetes 1.34", 'use `minKubernetes: "1.34"`, or `filter`')
        : method(first, "slice", second, rest[0] ?? call("size", first));
    case "math.floor":
    case "math.ceil":
      return refuse(
        `\`${expr.intrinsic === "math.floor" ? "Math.floor" : "Math.ceil"}\``,
        "use whole numbers",
      );
    default:
      return expr.type.kind === "boolean" ? intrinsicTest(expr, cx) : list();
  }
}
