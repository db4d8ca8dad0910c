import { isLeaving } from "../../syntax/left-by.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, descendantsOf } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";

/** A set's or map's own name, and those of all that depends on what it says. */
export function namesOf(loop: ts.Node, uses: readonly ts.Identifier[]): ReadonlySet<ts.Symbol | undefined> {
  const found = new Set(uses.map((use) => resolve(use)));
  for (let known = 0; known < found.size; ) {
    known = found.size;
    for (const name of dependingOn(loop, found)) found.add(resolve(name));
  }
  return found;
}

/** What is declared by one of these names, by a loop over one, is changed by one, or is changed where a choice on one decides. */
function dependingOn(loop: ts.Node, names: ReadonlySet<ts.Symbol | undefined>): readonly ts.Identifier[] {
  const declared = descendantsOf(loop, ts.isVariableDeclaration)
    .filter(({ initializer }) => initializer !== undefined && mentionsAny(initializer, names))
    .flatMap(({ name }) => (ts.isIdentifier(name) ? [name] : descendantsOf(name, ts.isIdentifier)));
  const choices = choicesOn(loop, names);
  const elements = choices
    .filter(isForLoop)
    .flatMap(({ initializer }) => descendantsOf(initializer, ts.isIdentifier));
  const changed = descendantsOf(loop, ts.isExpressionStatement)
    .filter((one) => mentionsAny(one, names) || choices.some((choice) => decides(choice, one)))
    .flatMap((one) => rootOf(one.expression) ?? []);
  return [...declared, ...elements, ...changed];
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

export function mentionsAny(node: ts.Node, symbols: ReadonlySet<ts.Symbol | undefined>): boolean {
  const names = ts.isIdentifier(node) ? [node] : descendantsOf(node, ts.isIdentifier);
  return names.some((name) => symbols.has(resolve(name)));
}

/** What decides what is done: also a loop, by what it runs over. */
export type Choice = ts.IfStatement | ts.SwitchStatement | ts.ForOfStatement | ts.ForInStatement;

function isChoice(node: ts.Node): node is Choice {
  return ts.isIfStatement(node) || ts.isSwitchStatement(node) || isForLoop(node);
}

function isForLoop(node: ts.Node): node is ts.ForOfStatement | ts.ForInStatement {
  return ts.isForOfStatement(node) || ts.isForInStatement(node);
}

export function choicesOn(loop: ts.Node, symbols: ReadonlySet<ts.Symbol | undefined>): readonly Choice[] {
  return [loop, ...descendantsOf(loop, isChoice)]
    .filter(isChoice)
    .filter((one) => mentionsAny(one.expression, symbols));
}

/** May a choice keep a turn from putting something there? */
export function decides(choice: Choice, filling: ts.Node): boolean {
  if (ancestorsOf(filling).includes(choice)) return true;
  return choice.pos < filling.pos && descendantsOf(choice, isLeaving).length > 0;
}
