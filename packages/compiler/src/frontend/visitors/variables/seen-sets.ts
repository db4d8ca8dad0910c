import { loopCalling } from "../../syntax/for-each.js";
import { functionAround } from "../../syntax/function-around.js";
import { isLoop, type LoopStatement, turnAround } from "../../syntax/loops.js";
import { isPassing } from "../../syntax/passing.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, isA, isIn } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { choicesOn, decides, namesOf } from "./depending.js";
import { isAskedIfNew } from "./filled-sets.js";
import { isAskedForNew } from "./new-keys.js";
import { isSetBetween, statementOf, usesOf } from "./variable-uses.js";

/**
 * `const seen = new Set<string>();`, or one with something in it, that turns of a loop, perhaps in others, ask for a value
 * and then add it to; or a list, by `includes` and `push`. Several statements may do so, one after the other.
 */
export interface SeenSet {
  readonly name: ts.Identifier;
  readonly symbol: ts.Symbol;
  readonly fillings: readonly SetFilling[];
  /** A list that is read, to which turns add what is not there yet. */
  readonly isDistinct: boolean;
}

/** Where something is put into a set or a map. */
export interface Filling {
  readonly node: ts.Expression;
  /** That it is in, beside the declaration: nothing in it reads the set or map, but turns for what they put there. */
  readonly statement: ts.Statement;
  /** The loops around, the outermost first. */
  readonly loops: readonly LoopStatement[];
}

export interface SetFilling extends Filling {
  readonly value: ts.Expression;
}

/** Nothing where the set is anything more than that. */
export const seenSetOf: (node: ts.VariableStatement) => SeenSet | undefined = keptWithChecker(
  (node: ts.VariableStatement) => {
    const [declaration, another] = node.declarationList.declarations;
    const made = declaration?.initializer;
    const name = declaration?.name;
    const methods = made === undefined ? undefined : methodsOfMade(bare(made));
    if (methods === undefined || another !== undefined || !isA(ts.isIdentifier, name)) return undefined;
    const symbol = resolve(name);
    const uses = usesOf(name, node);
    const adding = uses.filter((use) => methodOf(callOn(use)) === methods.adds);
    const fillings = adding.flatMap((use) => fillingBy(use, node) ?? []);
    if (symbol === undefined || fillings.length < adding.length || !areApart(fillings)) return undefined;
    const others = uses.filter((use) => !adding.includes(use));
    const asking = others.filter((use) => fillings.some(({ statement }) => isIn(use, statement)));
    const isAsked = asking.every((use) =>
      fillings.some((filling) => isAskedBefore(use, methods.asks, filling)),
    );
    const reads = others.filter((use) => !asking.includes(use));
    // What is only added to, or what is added where it is new, is a variable like any other.
    const isOther = reads.length > 0 || methods.adds === "push" ? asking.every(isAskedIfNew) : false;
    if (!isAsked || isOther || !fillings.some(({ loops }) => loops.length > 0)) return undefined;
    if (!reads.every((use) => isReadApart(use, fillings, node))) return undefined;
    // It makes no difference to a set how often something is added to it.
    const [isDistinct = false, isOtherwise] =
      methods.adds === "push" && reads.length > 0
        ? new Set(fillings.map((filling) => isAddedWhereNew(filling, asking)))
        : [];
    return isOtherwise === undefined && isDistinct !== "unknown"
      ? { name, symbol, fillings, isDistinct }
      : undefined;
  },
);

/** Does a turn add it where it is not there yet, or whether it is or not? */
function isAddedWhereNew(
  { node, statement, loops }: SetFilling,
  asking: readonly ts.Identifier[],
): boolean | "unknown" {
  const derived = namesOf(loops[0] ?? statement, asking);
  const deciding = choicesOn(statement, derived).filter((one) => decides(one, node));
  const isAsk = (test: ts.Expression): boolean => asking.some((use) => callOn(use) === test);
  const isForNew = deciding.every((one) =>
    isAskedForNew(one, node, (test) => (isAsk(test) ? "has" : undefined)),
  );
  if (deciding.length === 0) return false;
  return isForNew || "unknown";
}

interface Methods {
  readonly adds: "add" | "push";
  readonly asks: "has" | "includes";
}

/** Of a set or a list that is made here, with or without something in it. */
function methodsOfMade(made: ts.Expression): Methods | undefined {
  if (ts.isArrayLiteralExpression(made)) return { adds: "push", asks: "includes" };
  const isSet = ts.isNewExpression(made) && made.expression.getText() === "Set";
  return isSet ? { adds: "add", asks: "has" } : undefined;
}

export function seenSetCalled(node: ts.Expression): SeenSet | undefined {
  const statement = ts.isIdentifier(node) ? statementOf(node) : undefined;
  return statement === undefined ? undefined : seenSetOf(statement);
}

/** `seen.add(value)`, `seen.push(value)`. */
export function addedToSeen(
  node: ts.Node,
): { readonly set: SeenSet; readonly filling: SetFilling } | undefined {
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  const set = isA(ts.isPropertyAccessExpression, callee) ? seenSetCalled(callee.expression) : undefined;
  const filling = set?.fillings.find((one) => one.node === node);
  return set && filling && { set, filling };
}

function fillingBy(use: ts.Identifier, from: ts.VariableStatement): SetFilling | undefined {
  const node = callOn(use);
  const [value, another] = node?.arguments ?? [];
  const place = node === undefined ? undefined : placeOf(node, from);
  if (node === undefined || value === undefined || another !== undefined || place === undefined)
    return undefined;
  return ts.isExpressionStatement(node.parent) ? { node, value, ...place } : undefined;
}

function callOn(use: ts.Identifier): ts.CallExpression | undefined {
  const access = use.parent;
  const call = access?.parent;
  const isCall = ts.isPropertyAccessExpression(access) && access.expression === use;
  return isCall && ts.isCallExpression(call) && call.expression === access ? call : undefined;
}

function methodOf(call: ts.CallExpression | undefined): string | undefined {
  const callee = call?.expression;
  return isA(ts.isPropertyAccessExpression, callee) ? callee.name.text : undefined;
}

/** Is the set asked in the same turn for what that adds, before it is added? */
function isAskedBefore(use: ts.Identifier, asks: string, { node, value }: SetFilling): boolean {
  const call = callOn(use);
  const [asked, another] = call?.arguments ?? [];
  if (call === undefined || methodOf(call) !== asks || another !== undefined) return false;
  if (asked?.getText() !== value.getText() || call.pos > node.pos) return false;
  return turnAround(call) === turnAround(node) && !isSetBetween(call, call.end, node.pos);
}

/** Where something is filled, seen from the declaration; nothing where a function does it. */
export function placeOf(node: ts.Node, from: ts.VariableStatement): Omit<Filling, "node"> | undefined {
  const ancestors = ancestorsOf(node);
  const between = ancestors.slice(0, ancestors.indexOf(from.parent));
  const statement = between.at(-1);
  const isInFunction = between.some((one) => ts.isFunctionLike(one) && loopCalling(one) === undefined);
  if (isInFunction || statement === undefined || !ts.isStatement(statement)) return undefined;
  return { statement, loops: between.filter(isLoop).reverse() };
}

export function loopsAround(node: ts.Node, from: ts.VariableStatement): readonly LoopStatement[] {
  return placeOf(node, from)?.loops ?? [];
}

/** One in a statement. */
export function areApart(fillings: readonly Filling[]): boolean {
  return new Set(fillings.map(({ statement }) => statement)).size === fillings.length;
}

/** Is it read beside the statements that fill it: after all of them, or where nothing holds what is read? */
export function isReadApart(
  use: ts.Identifier,
  fillings: readonly Filling[],
  from: ts.VariableStatement,
): boolean {
  const isLast = fillings.every(({ statement }) => statement.end <= use.pos);
  return isLast || (functionAround(use) === functionAround(from) && isPassing(use, from));
}
