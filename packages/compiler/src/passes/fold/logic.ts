import {
  booleanType,
  type Collect,
  type Compare,
  type Conditional,
  type Expr,
  isEmpty,
  type Let,
  type ListItem,
  type Logic,
  literal,
  mayBeAbsent,
  type Not,
  type Quantify,
  required,
  substitute,
} from "@policyc/ir";
import { isTrivial } from "../functions/inline.js";
import { fingerprint } from "../tree/fingerprint.js";
import { areIdentical } from "../tree/identical.js";
import { inPlaceOf } from "../tree/in-place.js";
import { isFalse, isTrue } from "./literal.js";
import { nameOfWhatIsThere } from "./names-there.js";
import { questionOf } from "./question.js";

/** Boolean logic, choices and loops over nothing. */
export function foldLogic(expr: Expr): Expr {
  switch (expr.kind) {
    case "not":
      return foldNot(expr);
    case "logic":
      return foldOperands(expr);
    case "conditional":
      return foldChoice(expr);
    case "quantify":
      return foldQuantify(expr);
    case "collect":
      return foldCollect(expr);
    case "let":
      // Of `[]` and `{}` it is decided what is read, and OPA refuses to read what is not there.
      return isTrivial(expr.value) || isEmpty(expr.value)
        ? inPlaceOf(expr, substitute(expr.body, new Map([[expr.binder.name, expr.value]])))
        : whereThere(expr);
    case "list":
      return expr.items.some(isWrittenOut) ? { ...expr, items: expr.items.flatMap(itemsIn) } : expr;
    default:
      return expr;
  }
}

function whereThere(expr: Let): Expr {
  const there = nameOfWhatIsThere(expr.binder, expr.value);
  if (there === undefined) return expr;
  const { name, type } = there;
  return { ...expr, binder: { ...expr.binder, type }, body: substitute(expr.body, new Map([[name, there]])) };
}

function isWrittenOut({ spread, value }: ListItem): boolean {
  return spread && value.kind === "list";
}

function itemsIn(item: ListItem): readonly ListItem[] {
  return item.spread && item.value.kind === "list" ? item.value.items : [item];
}

function foldNot(expr: Not): Expr {
  const { operand } = expr;
  if (operand.kind === "literal") return literal(operand.value !== true, expr.span);
  if (operand.kind === "not") return operand.operand;
  if (isMoreThanNone(operand)) return { ...operand, operator: "==", span: expr.span };
  // `!(!a || b)` reads better as `a && !b`.
  if (operand.kind !== "logic" || !operand.operands.some(({ kind }) => kind === "not")) return expr;
  return {
    ...operand,
    operator: operand.operator === "or" ? "and" : "or",
    operands: operand.operands.map((child) => negated(child)),
  };
}

/** `xs.length > 0`: where it does not hold there is none. */
function isMoreThanNone(expr: Expr): expr is Compare {
  if (expr.kind !== "compare" || expr.operator !== ">" || expr.left.kind !== "call") return false;
  return sizes.has(expr.left.intrinsic) && expr.right.kind === "literal" && expr.right.value === 0;
}

const sizes: ReadonlySet<string> = new Set(["list.length", "set.size", "map.size", "string.length"]);

function foldCollect(expr: Collect): Expr {
  const nothing: Expr = { kind: "list", items: [], type: expr.type, span: expr.span };
  if (
    expr.into === "list" &&
    (isEmptyList(expr.iteration.over) || (expr.where !== undefined && isFalse(expr.where)))
  )
    return nothing;
  if (expr.where !== undefined && !isTrue(expr.where)) return expr;
  // A list that an object should have, and may lack, is gone through: then it is empty.
  const { kind } = expr.iteration.over;
  if (expr.where === undefined && (kind === "field" || kind === "index")) return expr;
  const { where: _, ...unfiltered } = expr;
  const { value, iteration, type, flatten } = unfiltered;
  const isCopy =
    value.kind === "local" &&
    value.name === iteration.binder.name &&
    !flatten &&
    iteration.over.type.kind === "list" &&
    // What is known to be there is read as such, and no optional.
    mayBeAbsent(value.type) === mayBeAbsent(iteration.over.type.element) &&
    expr.into === "list";
  return isCopy ? { ...iteration.over, type } : expr.where === undefined ? expr : unfiltered;
}

function foldOperands(expr: Logic): Expr {
  const [neutral, decisive] = expr.operator === "and" ? [isTrue, isFalse] : [isFalse, isTrue];
  const flat = expr.operands.flatMap((operand) =>
    operand.kind === "logic" && operand.operator === expr.operator ? operand.operands : [operand],
  );
  const decided = flat.findIndex(decisive);
  // What stands before a decisive operand has no effect: expressions are pure and total.
  if (decided >= 0) return literal(expr.operator === "or", expr.span);
  const operands = withoutRepetition(
    flat.filter((operand) => !neutral(operand)),
    expr.operator,
  );
  const [only, second] = operands;
  if (only === undefined) return literal(expr.operator === "and", expr.span);
  if (second === undefined) return only;
  return areIdentical(operands, expr.operands) ? expr : { ...expr, operands };
}

/**
 * What an operand before has decided is not asked again: `a && b && a`, and `!(a || b) && !a`. Only what stands before
 * counts, since operands between the two may rely on the first.
 */
function withoutRepetition(operands: readonly Expr[], operator: Logic["operator"]): readonly Expr[] {
  // A fingerprint of each takes longer than to see that they ask different things, as nearly all do.
  const different = firstOfEach(operands, operator, questionOf);
  return different.length === operands.length ? operands : firstOfEach(operands, operator, fingerprint);
}

function firstOfEach(
  operands: readonly Expr[],
  operator: Logic["operator"],
  textOf: (expr: Expr) => string,
): readonly Expr[] {
  const decided = new Set<string>();
  return operands.filter((operand) => {
    const isNew = !decided.has(textOf(operand));
    for (const known of [operand, ...decidedBy(operand, operator)]) decided.add(textOf(known));
    return isNew;
  });
}

function decidedBy(operand: Expr, operator: Logic["operator"]): readonly Expr[] {
  if (operand.kind !== "not" || operand.operand.kind !== "logic") return [];
  return operand.operand.operator === operator ? [] : operand.operand.operands.map(negated);
}

function foldChoice(choice: Conditional): Expr {
  if (isTrue(choice.test)) return choice.then;
  if (isFalse(choice.test)) return choice.else;
  if (isSaidTwice(choice)) return choice.then;
  const expr = mayBeAbsent(choice.type) ? choice : withValues(choice);
  // A test before has shown that the value is there.
  if (!mayBeAbsent(expr.type) && expr.then.kind === "absent") return expr.else;
  if (!mayBeAbsent(expr.type) && expr.else.kind === "absent") return expr.then;
  if (expr.type.kind !== "boolean") return expr;
  if (isTrue(expr.then) && isFalse(expr.else)) return expr.test;
  if (isTrue(expr.then)) return foldOperands(bothOf("or", expr.test, expr.else, expr));
  if (isFalse(expr.else)) return foldOperands(bothOf("and", expr.test, expr.then, expr));
  if (isFalse(expr.then)) return bothOf("and", negated(expr.test), expr.else, expr);
  if (isTrue(expr.else)) return bothOf("or", negated(expr.test), expr.then, expr);
  return expr;
}

/** Of a choice that gives something, the way that is taken does, whatever is known of it alone. */
function bothOf(operator: Logic["operator"], test: Expr, way: Expr, { span }: Conditional): Logic {
  const operands = [test, { ...way, type: booleanType }];
  return { kind: "logic", operator, operands, type: booleanType, span };
}

/** `test ? "x" : "x"`, or the same question on both ways: whatever the test says. */
function isSaidTwice({ then, else: otherwise }: Conditional): boolean {
  if (then.kind === "literal" && otherwise.kind === "literal") return then.value === otherwise.value;
  const isQuestion = then.type.kind === "boolean" && then.kind === otherwise.kind;
  return isQuestion && fingerprint(then) === fingerprint(otherwise);
}

/** A choice that a test has shown to give something gives something by each of its ways, however they are nested. */
function withValues(choice: Conditional): Conditional {
  const [then, otherwise] = [wayWithValue(choice.then), wayWithValue(choice.else)];
  return then === choice.then && otherwise === choice.else ? choice : { ...choice, then, else: otherwise };
}

function wayWithValue(way: Expr): Expr {
  if (way.kind !== "conditional" || !mayBeAbsent(way.type)) return way;
  return foldChoice({ ...way, type: required(way.type) });
}

function foldQuantify(expr: Quantify): Expr {
  if (isEmptyList(expr.iteration.over)) return literal(expr.quantifier === "every", expr.span);
  if (isTrue(expr.where) && expr.quantifier === "every") return expr.where;
  if (isFalse(expr.where) && expr.quantifier === "some") return expr.where;
  return expr;
}

export function negated(operand: Expr): Expr {
  return operand.kind === "not"
    ? operand.operand
    : { kind: "not", operand, type: booleanType, span: operand.span };
}

/** All of them, without `and` in `and`. */
export function conjunction(exprs: readonly Expr[], span: Expr["span"]): Expr {
  const operands = exprs.flatMap((expr) =>
    expr.kind === "logic" && expr.operator === "and" ? expr.operands : [expr],
  );
  return { kind: "logic", operator: "and", operands, type: booleanType, span };
}

export function isEmptyList(expr: Expr): boolean {
  return expr.kind === "list" && expr.items.length === 0;
}
