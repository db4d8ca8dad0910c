import { required } from "@policyc/ir";
import { fromTypeScript, isJavaScriptMap } from "../types/from-typescript.js";
import { keptWithChecker, typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isTarget, statementOf, usesIn } from "../visitors/variables/variable-uses.js";
import { type ForEachStatement, forEachOf, isForEach } from "./for-each.js";
import { functionAround } from "./function-around.js";
import { withoutBeginnings } from "./list-beginnings.js";
import { resolve } from "./resolve.js";
import { ancestor, descendantsOf, isA, isConst } from "./tree.js";

/** A loop that names what each turn is about: `for…of`, `forEach`, or `for…in` for the keys of an object. */
export type NamedLoop = ts.ForOfStatement | ts.ForInStatement | ForEachStatement;

/** One of these, or one that counts the positions of a list. */
export type LoopStatement = NamedLoop | ts.ForStatement;

export function isLoop(node: ts.Node | undefined): node is LoopStatement {
  if (isA(ts.isForStatement, node)) return countingOf(node) !== undefined;
  if (isA(ts.isForInStatement, node)) return hasKeys(node.expression);
  return isA(ts.isForOfStatement, node) || isForEach(node);
}

/** An object: `for…in` gives the positions of a list as texts, and nothing of a set or a `Map`. */
function hasKeys(source: ts.Expression): boolean {
  const type = typeAt(source);
  const { kind } = required(fromTypeScript(type));
  return (kind === "map" || kind === "record") && !isJavaScriptMap(type);
}

/** The statements of each turn. */
export function turnOf(node: LoopStatement): readonly ts.Statement[] {
  const body = ts.isExpressionStatement(node) ? forEachOf(node)?.body : node.statement;
  if (body === undefined) return [];
  return ts.isBlock(body) ? withoutBeginnings(body.statements) : [body];
}

/** What a loop goes through, where it does not count its positions. */
export function sourceOfLoop(node: NamedLoop): ts.Expression {
  return (ts.isExpressionStatement(node) ? forEachOf(node)?.source : undefined) ?? node.expression;
}

/** The loop of whose turn a node is a part, or the function that is nearer. */
export function turnAround(node: ts.Node): ts.Node | undefined {
  return ancestor(node, (one) => isLoop(one) || ts.isFunctionLike(one));
}

/** `for (let i = 0; i < list.length; i++)`. */
export interface Counting {
  readonly name: ts.Identifier;
  readonly list: ts.Expression;
  /** Where it begins, if not with the first. */
  readonly from?: ts.Expression;
  /** From the last to the first. */
  readonly isDown?: true;
}

/** Nothing where the loop is anything else than that. */
export const countingOf: (node: ts.ForStatement) => Counting | undefined = keptWithChecker(
  (node: ts.ForStatement) => {
    const initializer = node.initializer;
    if (!isA(ts.isVariableDeclarationList, initializer)) return undefined;
    const [first, another] = initializer.declarations;
    const [name, start] = [first?.name, first?.initializer];
    if (!isA(ts.isIdentifier, name) || start === undefined) return undefined;
    const down = another === undefined ? countedDown(node, name, start) : undefined;
    if (down !== undefined) return down;
    if (!isPosition(start)) return undefined;
    const bound = boundOf(node.condition, name);
    const list = bound === undefined ? undefined : listOfLength(bound);
    const isOther = another !== undefined && another.name.getText() !== bound?.getText();
    if (list === undefined || isOther || !isNext(node.incrementor, name) || isSet(node, name))
      return undefined;
    return start.getText() === "0" ? { name, list } : { name, list, from: start };
  },
);

/** `for (let i = list.length - 1; i >= 0; i--)` that reads `list[i]`, and the position for nothing else. */
function countedDown(node: ts.ForStatement, name: ts.Identifier, start: ts.Expression): Counting | undefined {
  const [last, condition] = [bare(start), node.condition];
  if (!ts.isBinaryExpression(last) || textOf(last.right) !== "1" || last.operatorToken.getText() !== "-")
    return undefined;
  const list = listOfLength(bare(last.left));
  const isToFirst = /^(?:>=0|>-1)$/.test(textOf(condition).replace(name.getText(), ""));
  const isPrevious = [`${name.getText()}--`, `--${name.getText()}`, `${name.getText()}-=1`].includes(
    textOf(node.incrementor),
  );
  if (list === undefined || !isToFirst || !isPrevious || isSet(node, name)) return undefined;
  const isElement = (use: ts.Identifier): boolean => {
    const access = use.parent;
    return (
      ts.isElementAccessExpression(access) &&
      access.argumentExpression === use &&
      isSamePath(bare(access.expression), list)
    );
  };
  return usesIn(node.statement, name).every(isElement) ? { name, list, isDown: true } : undefined;
}

function textOf(node: ts.Node | undefined): string {
  return node?.getText().replace(/\s+/g, "") ?? "";
}

/** `list[i]` inside of such a loop: the loop whose element it is. */
export function countedElement(of: ts.Expression, position: ts.Expression): ts.ForStatement | undefined {
  const loop = ts.isIdentifier(position) ? countedBy(position) : undefined;
  const counting = loop === undefined ? undefined : countingOf(loop);
  return counting !== undefined && isSamePath(bare(of), counting.list) ? loop : undefined;
}

/** The loop that counts by this name. */
function countedBy(name: ts.Identifier): ts.ForStatement | undefined {
  const declaration = resolve(name)?.valueDeclaration;
  const loop = isA(ts.isVariableDeclaration, declaration) ? declaration.parent.parent : undefined;
  const counting = isA(ts.isForStatement, loop) ? countingOf(loop) : undefined;
  return isA(ts.isForStatement, loop) && counting !== undefined && resolve(counting.name) === resolve(name)
    ? loop
    : undefined;
}

/** A whole number that is not negative: `0`, `i + 1` of a loop around. */
function isPosition(start: ts.Expression): boolean {
  const node = bare(start);
  if (ts.isNumericLiteral(node)) return Number.isInteger(Number(node.text));
  if (ts.isIdentifier(node)) return countedBy(node) !== undefined;
  const isSum = ts.isBinaryExpression(node) && node.operatorToken.getText() === "+";
  return isSum && isPosition(node.left) && isPosition(node.right);
}

/** What `i` is held against: `list.length`, or a name for it. */
function boundOf(condition: ts.Expression | undefined, name: ts.Identifier): ts.Expression | undefined {
  if (!isA(ts.isBinaryExpression, condition) || condition.left.getText() !== name.getText()) return undefined;
  return condition.operatorToken.getText() === "<" ? bare(condition.right) : undefined;
}

/** The list whose `length` a bound is. */
function listOfLength(bound: ts.Expression): ts.Expression | undefined {
  const declaration = ts.isIdentifier(bound) ? resolve(bound)?.valueDeclaration : undefined;
  const initializer = isA(ts.isVariableDeclaration, declaration) ? declaration.initializer : undefined;
  const isKept =
    ts.isIdentifier(bound) &&
    initializer !== undefined &&
    !isSet(functionAround(bound) ?? bound.getSourceFile(), bound);
  const length = isKept ? bare(initializer) : bound;
  if (!ts.isPropertyAccessExpression(length) || length.name.text !== "length") return undefined;
  const list = bare(length.expression);
  return isPath(list) && fromTypeScript(typeAt(list)).kind === "list" ? list : undefined;
}

/** Names that stay what they are, fields of them, and `pod.spec.volumes ?? []`. */
function isPath(node: ts.Expression): boolean {
  const given = givenOrNone(node);
  if (given !== undefined) return isPath(given);
  if (ts.isPropertyAccessExpression(node)) return isPath(node.expression);
  if (!ts.isIdentifier(node)) return false;
  const list = statementOf(node);
  return list === undefined || isConst(list);
}

/** `list` of `list ?? []`. */
function givenOrNone(node: ts.Expression): ts.Expression | undefined {
  const isEither = ts.isBinaryExpression(node) && node.operatorToken.getText() === "??";
  return isEither && textOf(node.right) === "[]" ? bare(node.left) : undefined;
}

function isSamePath(one: ts.Expression, other: ts.Expression): boolean {
  if (one.getText() !== other.getText()) return false;
  const [root, same] = [rootOf(one), rootOf(other)];
  return root !== undefined && same !== undefined && resolve(root) === resolve(same);
}

function rootOf(node: ts.Expression): ts.Identifier | undefined {
  const given = givenOrNone(node);
  if (given !== undefined) return rootOf(given);
  if (ts.isPropertyAccessExpression(node)) return rootOf(node.expression);
  return ts.isIdentifier(node) ? node : undefined;
}

/** `i++`, `++i`, `i += 1`. */
function isNext(node: ts.Expression | undefined, name: ts.Identifier): boolean {
  if (isA(ts.isPostfixUnaryExpression, node) || isA(ts.isPrefixUnaryExpression, node))
    return node.operator === ts.SyntaxKind.PlusPlusToken && node.operand.getText() === name.getText();
  return isA(ts.isBinaryExpression, node) && textOf(node) === `${name.getText()}+=1`;
}

/** Does anything in it but the counting itself change the name? */
function isSet(within: ts.Node, name: ts.Identifier): boolean {
  const counted = ts.isForStatement(within) ? within.incrementor : undefined;
  const symbol = resolve(name);
  return descendantsOf(within, ts.isIdentifier).some(
    (one) => isTarget(one) && one.parent !== counted && resolve(one) === symbol,
  );
}
