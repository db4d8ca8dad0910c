import {
  type Expression,
  type ForOfStatement,
  type ForStatement,
  type Identifier,
  Node,
  SyntaxKind,
  VariableDeclarationKind,
} from "ts-morph";
import { functionAround } from "./function-around.js";
import { resolve } from "./resolve.js";
import { fromTypeScript } from "./types/from-typescript.js";
import { keptWithChecker, typeAt } from "./types/kept.js";
import { bare } from "./visitors/bare.js";
import { statementOf } from "./visitors/variable-uses.js";

/** A loop over a list: `for…of`, or one that counts its positions. */
export type LoopStatement = ForOfStatement | ForStatement;

export function isLoop(node: Node | undefined): node is LoopStatement {
  return Node.isForOfStatement(node) || (Node.isForStatement(node) && countingOf(node) !== undefined);
}

/** `for (let i = 0; i < list.length; i++)`. */
export interface Counting {
  readonly name: Identifier;
  readonly list: Expression;
  /** Where it begins, if not with the first. */
  readonly from?: Expression;
}

/** Nothing where the loop is anything else than that. */
export const countingOf: (node: ForStatement) => Counting | undefined = keptWithChecker(
  (node: ForStatement) => {
    const initializer = node.getInitializer();
    if (!Node.isVariableDeclarationList(initializer)) return undefined;
    const [first, another] = initializer.getDeclarations();
    const [name, start] = [first?.getNameNode(), first?.getInitializer()];
    if (!Node.isIdentifier(name) || start === undefined || !isPosition(start)) return undefined;
    const bound = boundOf(node.getCondition(), name);
    const list = bound === undefined ? undefined : listOfLength(bound);
    const isOther = another !== undefined && another.getName() !== bound?.getText();
    if (list === undefined || isOther || !isNext(node.getIncrementor(), name) || isSet(node, name))
      return undefined;
    return start.getText() === "0" ? { name, list } : { name, list, from: start };
  },
);

/** `list[i]` inside of such a loop: the loop whose element it is. */
export function countedElement(of: Expression, position: Expression): ForStatement | undefined {
  const loop = Node.isIdentifier(position) ? countedBy(position) : undefined;
  const counting = loop === undefined ? undefined : countingOf(loop);
  return counting !== undefined && isSamePath(bare(of), counting.list) ? loop : undefined;
}

/** The loop that counts by this name. */
function countedBy(name: Identifier): ForStatement | undefined {
  const declaration = resolve(name)?.getValueDeclaration();
  const loop = Node.isVariableDeclaration(declaration) ? declaration.getParent().getParent() : undefined;
  const counting = Node.isForStatement(loop) ? countingOf(loop) : undefined;
  return Node.isForStatement(loop) && counting !== undefined && resolve(counting.name) === resolve(name)
    ? loop
    : undefined;
}

/** A whole number that is not negative: `0`, `i + 1` of a loop around. */
function isPosition(start: Expression): boolean {
  const node = bare(start);
  if (Node.isNumericLiteral(node)) return Number.isInteger(node.getLiteralValue());
  if (Node.isIdentifier(node)) return countedBy(node) !== undefined;
  const isSum = Node.isBinaryExpression(node) && node.getOperatorToken().getText() === "+";
  return isSum && isPosition(node.getLeft()) && isPosition(node.getRight());
}

/** What `i` is held against: `list.length`, or a name for it. */
function boundOf(condition: Expression | undefined, name: Identifier): Expression | undefined {
  if (!Node.isBinaryExpression(condition) || condition.getLeft().getText() !== name.getText())
    return undefined;
  return condition.getOperatorToken().getText() === "<" ? bare(condition.getRight()) : undefined;
}

/** The list whose `length` a bound is. */
function listOfLength(bound: Expression): Expression | undefined {
  const declaration = Node.isIdentifier(bound) ? resolve(bound)?.getValueDeclaration() : undefined;
  const initializer = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
  const isKept =
    Node.isIdentifier(bound) &&
    initializer !== undefined &&
    !isSet(functionAround(bound) ?? bound.getSourceFile(), bound);
  const length = isKept ? bare(initializer) : bound;
  if (!Node.isPropertyAccessExpression(length) || length.getName() !== "length") return undefined;
  const list = bare(length.getExpression());
  return isPath(list) && fromTypeScript(typeAt(list)).kind === "list" ? list : undefined;
}

/** Names that stay what they are, and fields of them. */
function isPath(node: Expression): boolean {
  if (Node.isPropertyAccessExpression(node)) return isPath(node.getExpression());
  if (!Node.isIdentifier(node)) return false;
  const list = statementOf(node);
  return list === undefined || list.getDeclarationKind() === VariableDeclarationKind.Const;
}

function isSamePath(one: Expression, other: Expression): boolean {
  if (one.getText() !== other.getText()) return false;
  const [root, same] = [rootOf(one), rootOf(other)];
  return root !== undefined && same !== undefined && resolve(root) === resolve(same);
}

function rootOf(node: Expression): Identifier | undefined {
  if (Node.isPropertyAccessExpression(node)) return rootOf(node.getExpression());
  return Node.isIdentifier(node) ? node : undefined;
}

/** `i++`, `++i`, `i += 1`. */
function isNext(node: Expression | undefined, name: Identifier): boolean {
  if (Node.isPostfixUnaryExpression(node) || Node.isPrefixUnaryExpression(node))
    return (
      node.getOperatorToken() === SyntaxKind.PlusPlusToken && node.getOperand().getText() === name.getText()
    );
  return Node.isBinaryExpression(node) && node.getText().replaceAll(" ", "") === `${name.getText()}+=1`;
}

/** Does anything in it but the counting itself change the name? */
function isSet(within: Node, name: Identifier): boolean {
  const counted = Node.isForStatement(within) ? within.getIncrementor() : undefined;
  const symbol = resolve(name);
  return within.getDescendantsOfKind(SyntaxKind.Identifier).some((one) => {
    const parent = one.getParent();
    const changes =
      Node.isPostfixUnaryExpression(parent) ||
      (Node.isPrefixUnaryExpression(parent) && changing.has(parent.getOperatorToken())) ||
      (Node.isBinaryExpression(parent) &&
        parent.getLeft() === one &&
        /^(?:[^=!<>]+=|=|<<=|>>=)$/.test(parent.getOperatorToken().getText()));
    return changes && parent !== counted && resolve(one) === symbol;
  });
}

const changing: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.PlusPlusToken, SyntaxKind.MinusMinusToken]);
