import { booleanType, type Compare, type Expr, type ListItem, mayBeAbsent, required } from "@policyc/ir";
import { isFieldPath } from "../tree/path.js";
import { negated } from "./logic.js";

/**
 * `[test ? "a" : undefined, …].filter((x) => x !== undefined)`: an element of a list that is written out is there where
 * its test holds, and nothing is made to be filtered out again.
 */
export function foldKept(expr: Expr): Expr {
  if (expr.kind !== "collect" || expr.into !== "list" || expr.flatten || expr.where === undefined)
    return expr;
  const { where, value, type, span } = expr;
  const { over, binder, key } = expr.iteration;
  if (over.kind !== "list" || key !== undefined || over.items.some(({ spread }) => spread)) return expr;
  if (value.kind !== "local" || value.name !== binder.name) return expr;
  const asks = (item: Expr): boolean | undefined => holdsFor(where, binder.name, item);
  const isPresence = where.kind === "present" && where.of.kind === "local" && where.of.name === binder.name;
  const kept = over.items.map(({ value: item }) =>
    isPresence && isFieldPath(item) && mayBeAbsent(item.type)
      ? [whereItHolds(present(item), { ...item, type: required(item.type) }, type)]
      : keptOf(item, asks, type),
  );
  const items = kept.flatMap((each) => each ?? []);
  return kept.includes(undefined) ? expr : { kind: "list", items, type, span };
}

type Asks = (item: Expr) => boolean | undefined;

/** The element, if it is kept, and where; `undefined` where that is not known before it is made. */
function keptOf(value: Expr, asks: Asks, type: Expr["type"]): readonly ListItem[] | undefined {
  if (value.kind !== "conditional") {
    const isKept = asks(value);
    return isKept === undefined ? undefined : isKept ? [{ spread: false, value }] : [];
  }
  const { test, then, else: otherwise } = value;
  const [one, other] = [asks(then), asks(otherwise)];
  if (one === undefined || other === undefined) return undefined;
  if (one === other) return one ? [{ spread: false, value }] : [];
  return [whereItHolds(one ? test : negated(test), one ? then : otherwise, type)];
}

/** `...(test ? [value] : [])`. */
export function whereItHolds(test: Expr, value: Expr, type: Expr["type"]): ListItem {
  const { span } = test;
  const one: Expr = { kind: "list", items: [{ spread: false, value }], type, span };
  const none: Expr = { kind: "list", items: [], type, span };
  return { spread: true, value: { kind: "conditional", test, then: one, else: none, type, span } };
}

function present(of: Expr): Expr {
  return { kind: "present", of, type: booleanType, span: of.span };
}

/** What a test of a name comes to where the name stands for this. */
function holdsFor(test: Expr, name: string, item: Expr): boolean | undefined {
  const isName = (expr: Expr | undefined): boolean => expr?.kind === "local" && expr.name === name;
  switch (test.kind) {
    case "literal":
      return test.value === true;
    case "not": {
      const held = holdsFor(test.operand, name, item);
      return held === undefined ? undefined : !held;
    }
    case "logic": {
      const decisive = test.operator === "or";
      const held = test.operands.map((operand) => holdsFor(operand, name, item));
      if (held.includes(decisive)) return decisive;
      return held.includes(undefined) ? undefined : !decisive;
    }
    case "present":
      if (!isName(test.of)) return undefined;
      return item.kind === "absent" ? false : mayBeAbsent(item.type) ? undefined : true;
    case "compare":
      return isName(test.left) ? compared(test, item) : undefined;
    case "call":
      return test.intrinsic === "is.string" && isName(test.args[0]) ? isText(item) : undefined;
    default:
      return undefined;
  }
}

function compared({ operator, right }: Compare, item: Expr): boolean | undefined {
  if (right.kind !== "literal" || (operator !== "==" && operator !== "!=")) return undefined;
  const isEqual =
    item.kind === "absent" ? false : item.kind === "literal" ? item.value === right.value : undefined;
  const isOther = item.kind === "concat" && right.value === "" && item.parts.some(saysSomething);
  const known = isOther ? false : isEqual;
  return known === undefined ? undefined : known === (operator === "==");
}

function saysSomething(part: Expr): boolean {
  return part.kind === "literal" ? part.value !== "" : required(part.type).kind === "number";
}

function isText({ kind, type }: Expr): boolean | undefined {
  if (kind === "absent") return false;
  const known = required(type).kind;
  if (known === "boolean" || known === "number") return false;
  return known === "string" && !mayBeAbsent(type) ? true : undefined;
}
