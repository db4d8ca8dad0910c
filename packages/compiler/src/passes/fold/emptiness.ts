import { booleanType, type Compare, type Expr, type ExprOf, type ListItem, literal } from "@policyc/ir";
import { negated } from "./logic.js";

/** `xs.filter(test).length > 0`, `[...(test ? [x] : []), …].length > 0`: whether it has something is asked of the tests. */
export function foldEmptiness(expr: Expr): Expr {
  const asks = expr.kind === "compare" ? asksWhetherFilled(expr) : undefined;
  if (expr.kind !== "compare" || asks === undefined) return expr;
  const cut = lessThanNone(expr.left);
  if (cut !== undefined)
    return { ...expr, operator: asks === "filled" ? ">" : "<=", left: cut.left, right: cut.right };
  const [list] = expr.left.kind === "call" && expr.left.intrinsic === "list.length" ? expr.left.args : [];
  const some = list === undefined ? undefined : (anyKept(list, expr.span) ?? anyItem(list, expr.span));
  if (some === undefined) return expr;
  return asks === "filled" ? some : negated(some);
}

/** `xs.slice(2).length`, which is `Math.max(xs.length - 2, 0)`: is it more than none, there are more than two. */
function lessThanNone(expr: Expr): ExprOf<"arithmetic"> | undefined {
  if (expr.kind !== "call" || expr.intrinsic !== "math.max") return undefined;
  const [rest, none] = expr.args;
  const isRest =
    rest?.kind === "arithmetic" &&
    rest.operator === "-" &&
    rest.left.kind === "call" &&
    rest.left.intrinsic === "list.length";
  return isRest && none?.kind === "literal" && none.value === 0 ? rest : undefined;
}

/** When a list has something that a test keeps; nothing where it is no such list. */
export function anyKept(list: Expr, span: Expr["span"]): Expr | undefined {
  if (list.kind !== "collect" || list.into !== "list" || list.flatten || list.where === undefined)
    return undefined;
  const { iteration, where } = list;
  return { kind: "quantify", quantifier: "some", iteration, where, type: booleanType, span };
}

/** When a list that is written out has something. */
function anyItem(list: Expr, span: Expr["span"]): Expr | undefined {
  const tests = list.kind === "list" ? list.items.map(whenFilled) : [];
  const operands = tests.flatMap((test) => test ?? []);
  if (operands.length === 0 || tests.includes(undefined)) return undefined;
  const [only, second] = operands;
  return only !== undefined && second === undefined
    ? only
    : { kind: "logic", operator: "or", operands, type: booleanType, span };
}

/** What a comparison of a length with 0 or 1 asks. */
export function asksWhetherFilled({ operator, right }: Compare): "filled" | "empty" | undefined {
  if (right.kind !== "literal") return undefined;
  switch (`${operator} ${right.value}`) {
    case "> 0":
    case "!= 0":
    case ">= 1":
      return "filled";
    case "== 0":
    case "<= 0":
    case "< 1":
      return "empty";
    default:
      return undefined;
  }
}

/** When an item of a list is an element at least; `undefined` where only the list that it stands for can tell. */
function whenFilled({ spread, value }: ListItem): Expr | undefined {
  if (!spread) return literal(true, value.span);
  if (value.kind !== "conditional") return undefined;
  const [one, other] = [sizeOf(value.then), sizeOf(value.else)];
  if (one === undefined || other === undefined || one > 0 === other > 0) return undefined;
  return one > 0 ? value.test : negated(value.test);
}

function sizeOf(expr: Expr): number | undefined {
  return expr.kind === "list" && expr.items.every(({ spread }) => !spread) ? expr.items.length : undefined;
}
