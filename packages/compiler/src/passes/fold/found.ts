import {
  booleanType,
  type Compare,
  type Conditional,
  type Expr,
  freeNames,
  type Iteration,
  literal,
  type RecordEntry,
  stringType,
} from "@policyc/ir";
import { negated } from "./logic.js";

/** `names.indexOf(x) !== -1`, `list.findIndex(test) >= 0`: where it is found is not said, so that no position is needed. */
export function foldFound(expr: Expr): Expr {
  const asks = expr.kind === "compare" ? questionOf(expr) : undefined;
  if (expr.kind !== "compare" || asks === undefined) return expr;
  const some = found(expr.left, expr.span);
  if (some === undefined) return expr;
  return asks === "found" ? some : negated(some);
}

/** When a position is one; nothing where it is no position. */
export function found(position: Expr, span: Expr["span"]): Expr | undefined {
  if (position.kind === "call" && position.intrinsic === "string.indexOf")
    return { ...position, intrinsic: "string.includes", type: booleanType, span };
  if (position.kind === "conditional") return whereThere(position, span);
  if (position.kind !== "coalesce" || !isNowhere(position.fallback)) return undefined;
  const { of } = position;
  if (of.kind !== "index") return undefined;
  return amongPositions(of.of, of.key, span) ?? amongTexts(of.of, of.key, span);
}

/** `list?.findIndex(test) ?? -1`. */
function whereThere({ test, then, else: otherwise }: Conditional, span: Expr["span"]): Expr | undefined {
  const some = isNowhere(otherwise) ? found(then, span) : undefined;
  return some && { kind: "logic", operator: "and", operands: [test, some], type: booleanType, span };
}

function isNowhere(expr: Expr): boolean {
  return expr.kind === "literal" && expr.value === -1;
}

/** What a comparison of a position with -1 or 0 asks. */
export function questionOf({ operator, right }: Compare): "found" | "missing" | undefined {
  if (right.kind !== "literal") return undefined;
  switch (`${operator} ${right.value}`) {
    case "!= -1":
    case "> -1":
    case ">= 0":
      return "found";
    case "== -1":
    case "<= -1":
    case "< 0":
      return "missing";
    default:
      return undefined;
  }
}

/** The first of the positions that a test holds of. */
function amongPositions(positions: Expr, which: Expr, span: Expr["span"]): Expr | undefined {
  if (positions.kind !== "collect" || positions.into !== "list" || positions.flatten) return undefined;
  const { iteration, where, value } = positions;
  const isFirst = which.kind === "literal" && which.value === 0;
  const isPosition = value.kind === "local" && value.name === iteration.key?.name;
  if (!isFirst || !isPosition || where === undefined) return undefined;
  return {
    kind: "quantify",
    quantifier: "some",
    iteration: withoutIdleKey(iteration, where),
    where,
    type: booleanType,
    span,
  };
}

function withoutIdleKey(iteration: Iteration, where: Expr): Iteration {
  const { key, ...others } = iteration;
  return key !== undefined && freeNames(where).has(key.name) ? iteration : others;
}

/** What a table of the positions of texts has under a text. */
function amongTexts(table: Expr, text: Expr, span: Expr["span"]): Expr | undefined {
  if (table.kind !== "record" || text.type.kind !== "string" || !table.entries.every(isPosition))
    return undefined;
  const items = table.entries.map(({ name }) => ({
    spread: false,
    value: literal(name, span),
  }));
  const texts: Expr = { kind: "list", items, type: { kind: "list", element: stringType }, span };
  return { kind: "call", intrinsic: "list.includes", args: [texts, text], type: booleanType, span };
}

function isPosition({ value }: RecordEntry): boolean {
  return value.kind === "literal" && typeof value.value === "number" && value.value >= 0;
}
