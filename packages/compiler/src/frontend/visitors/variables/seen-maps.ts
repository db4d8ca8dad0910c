import { isLoop, type LoopStatement } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestor, ancestorsOf, descendantsOf, isA } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { isEmptyMap, isFilledMap, type Put, putOf } from "./filled-maps.js";
import { isAskedForNew } from "./new-keys.js";
import { loopsAround } from "./seen-sets.js";
import { isSetBetween, statementOf, usesOf } from "./variable-uses.js";

/**
 * `const counts = new Map<string, number>();` that one statement of a loop fills, and that the same turns ask for the
 * same key: for what the turns before have put there.
 */
export interface SeenMap {
  readonly symbol: ts.Symbol;
  readonly put: Put;
  readonly node: ts.CallExpression;
  /** The loops around, the outermost first. */
  readonly loops: readonly LoopStatement[];
  /** What was put there once stays. */
  readonly keepsFirst: boolean;
}

/** Nothing where the map is anything more than that. */
export const seenMapOf: (node: ts.VariableStatement) => SeenMap | undefined = keptWithChecker(
  (node: ts.VariableStatement) => {
    const [declaration, another] = node.declarationList.declarations;
    const [name, made] = [declaration?.name, declaration?.initializer];
    if (another !== undefined || !isA(ts.isIdentifier, name) || !isA(ts.isNewExpression, made))
      return undefined;
    if (!isEmptyMap(made) || isFilledMap(node)) return undefined;
    const symbol = resolve(name);
    const uses = usesOf(name, node);
    const [filling, again] = uses.flatMap((use) => callOf(use, "set") ?? []);
    const put = filling === undefined ? undefined : putOf(filling);
    if (symbol === undefined || filling === undefined || again !== undefined || put === undefined)
      return undefined;
    if (put.isInPlace) return undefined;
    const loops = loopsAround(filling, node);
    const [outermost] = loops;
    if (outermost === undefined || !ts.isExpressionStatement(filling.parent)) return undefined;
    const reads = uses.filter((use) => !ancestorsOf(use).includes(filling));
    if (!reads.every((use) => isReadOf(use, filling, put.key))) return undefined;
    const derived = namesOf(outermost, uses);
    if ([put.key, put.by].some((part) => mentionsAny(part, derived))) return undefined;
    const asked = choicesOn(outermost, derived).filter((one) => decides(one, filling));
    const keepsFirst = asked.length > 0;
    const isKnown = asked.every((one) => isAskedForNew(one, filling, (test) => isReadIn(test, uses)));
    return isKnown && (!keepsFirst || put.how === "replace")
      ? { symbol, put, node: filling, loops, keepsFirst }
      : undefined;
  },
);

export function seenMapCalled(node: ts.Expression): SeenMap | undefined {
  const statement = ts.isIdentifier(node) ? statementOf(node) : undefined;
  return statement === undefined ? undefined : seenMapOf(statement);
}

/** `counts.set(key, …)` of such a map. */
export function putIntoSeen(node: ts.Node): SeenMap | undefined {
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  const map = isA(ts.isPropertyAccessExpression, callee) ? seenMapCalled(callee.expression) : undefined;
  return map?.node === node ? map : undefined;
}

function callOf(use: ts.Identifier, method: string): ts.CallExpression | undefined {
  const access = use.parent;
  const isIt =
    ts.isPropertyAccessExpression(access) && access.expression === use && access.name.text === method;
  return isIt && ts.isCallExpression(access.parent) && access.parent.expression === access
    ? access.parent
    : undefined;
}

/** Does a turn ask for the key that it puts something under, before it does so or surely after that? */
function isReadOf(use: ts.Identifier, filling: ts.CallExpression, key: ts.Expression): boolean {
  const call = callOf(use, "get") ?? callOf(use, "has");
  const [asked, another] = call?.arguments ?? [];
  if (call === undefined || asked?.getText() !== key.getText() || another !== undefined) return false;
  if (turnAround(call) !== turnAround(filling)) return false;
  const [first, second] = call.pos < filling.pos ? [call, filling] : [filling, call];
  const isOnTheWay = first === call || ancestorsOf(call).includes(filling.parent.parent);
  return isOnTheWay && !isSetBetween(key, first.end, second.pos);
}

function turnAround(node: ts.Node): ts.Node | undefined {
  return ancestor(node, (one) => isLoop(one) || ts.isFunctionLike(one));
}

/** The map's own name, and those of all that depends on what it says. */
function namesOf(loop: ts.Node, uses: readonly ts.Identifier[]): ReadonlySet<ts.Symbol | undefined> {
  const found = new Set(uses.map((use) => resolve(use)));
  for (let known = 0; known < found.size; ) {
    known = found.size;
    for (const name of dependingOn(loop, found)) found.add(resolve(name));
  }
  return found;
}

/** What is declared by one of these names, is changed by one, or is changed in a choice on one. */
function dependingOn(loop: ts.Node, names: ReadonlySet<ts.Symbol | undefined>): readonly ts.Identifier[] {
  const declared = descendantsOf(loop, ts.isVariableDeclaration)
    .filter(({ initializer }) => initializer !== undefined && mentionsAny(initializer, names))
    .flatMap(({ name }) => (ts.isIdentifier(name) ? [name] : descendantsOf(name, ts.isIdentifier)));
  const choices = choicesOn(loop, names);
  const changed = descendantsOf(loop, ts.isExpressionStatement)
    .filter(
      (one) =>
        mentionsAny(one, names) ||
        ancestorsOf(one).some((around) => choices.some((choice) => choice === around)),
    )
    .flatMap((one) => rootOf(one.expression) ?? []);
  return [...declared, ...changed];
}

/** `out` of `out.push(x)`, `n` of `n += 1`. */
function rootOf(node: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  if (ts.isBinaryExpression(node)) return rootOf(node.left);
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) return rootOf(node.operand);
  const isPart =
    ts.isCallExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isParenthesizedExpression(node);
  return isPart ? rootOf(node.expression) : undefined;
}

function mentionsAny(node: ts.Node, symbols: ReadonlySet<ts.Symbol | undefined>): boolean {
  const names = ts.isIdentifier(node) ? [node] : descendantsOf(node, ts.isIdentifier);
  return names.some((name) => symbols.has(resolve(name)));
}

type Choice = ts.IfStatement | ts.SwitchStatement;

function choicesOn(loop: ts.Node, symbols: ReadonlySet<ts.Symbol | undefined>): readonly Choice[] {
  const isChoice = (node: ts.Node): node is Choice => ts.isIfStatement(node) || ts.isSwitchStatement(node);
  return descendantsOf(loop, isChoice).filter((one) => mentionsAny(one.expression, symbols));
}

/** May a choice keep a turn from putting something there? */
function decides(choice: Choice, filling: ts.Node): boolean {
  if (ancestorsOf(filling).includes(choice)) return true;
  return choice.pos < filling.pos && descendantsOf(choice, isLeavingStatement).length > 0;
}

function isLeavingStatement(node: ts.Node): node is ts.Statement {
  return ts.isReturnStatement(node) || ts.isContinueStatement(node) || ts.isBreakStatement(node);
}

/** Is it `owners.get(key)` or a constant for that? */
function isReadIn(node: ts.Expression, uses: readonly ts.Identifier[]): "get" | "has" | undefined {
  const written = bare(node);
  if (ts.isIdentifier(written)) {
    const declaration = resolve(written)?.valueDeclaration;
    const initializer = isA(ts.isVariableDeclaration, declaration) ? declaration.initializer : undefined;
    return initializer === undefined || ts.isIdentifier(bare(initializer))
      ? undefined
      : isReadIn(initializer, uses);
  }
  if (uses.some((use) => callOf(use, "get") === written)) return "get";
  return uses.some((use) => callOf(use, "has") === written) ? "has" : undefined;
}
