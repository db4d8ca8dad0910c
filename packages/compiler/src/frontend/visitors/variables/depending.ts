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

export function mentionsAny(node: ts.Node, symbols: ReadonlySet<ts.Symbol | undefined>): boolean {
  const names = ts.isIdentifier(node) ? [node] : descendantsOf(node, ts.isIdentifier);
  return names.some((name) => symbols.has(resolve(name)));
}

type Choice = ts.IfStatement | ts.SwitchStatement;

export function choicesOn(loop: ts.Node, symbols: ReadonlySet<ts.Symbol | undefined>): readonly Choice[] {
  const isChoice = (node: ts.Node): node is Choice => ts.isIfStatement(node) || ts.isSwitchStatement(node);
  return [loop, ...descendantsOf(loop, isChoice)]
    .filter(isChoice)
    .filter((one) => mentionsAny(one.expression, symbols));
}

/** May a choice keep a turn from putting something there? */
export function decides(choice: Choice, filling: ts.Node): boolean {
  if (ancestorsOf(filling).includes(choice)) return true;
  return choice.pos < filling.pos && descendantsOf(choice, isLeaving).length > 0;
}
