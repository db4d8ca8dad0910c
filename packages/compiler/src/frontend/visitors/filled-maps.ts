import {
  type CallExpression,
  type Expression,
  type Identifier,
  Node,
  SyntaxKind,
  type VariableStatement,
} from "ts-morph";
import { resolve } from "../resolve.js";
import { keptWithChecker } from "../types/kept.js";
import { bare } from "./bare.js";
import { statementOf, usesOf } from "./variable-uses.js";

/** `counts[key] = (counts[key] ?? 0) + 1`, `groups.set(key, [...(groups.get(key) ?? []), x])`, `names[key] = x`. */
export interface Put {
  readonly name: Identifier;
  readonly key: Expression;
  /** What becomes of the value that the key had. */
  readonly how: "add" | "append" | "replace";
  readonly by: Expression;
}

/** Nothing where it is anything else. */
export function putOf(node: Node): Put | undefined {
  const place = placeOf(node);
  const put = place === undefined ? pushedTo(node) : putAt(place);
  return put !== undefined && ![put.key, put.by].some((part) => mentions(part, put.name)) ? put : undefined;
}

/** The same of what an accumulator of `reduce` is given: in a statement, or as a property of what is returned. */
export function putInto(given: Node | Placed, name: Identifier): Put | undefined {
  const put = given instanceof Node ? putOf(given) : putAt(given);
  if (put === undefined || resolve(put.name) !== resolve(name)) return undefined;
  return [put.key, put.by].some((part) => mentions(part, name)) ? undefined : put;
}

function putAt(place: Placed): Put | undefined {
  const { name, key } = place;
  const value = bare(place.value);
  if (
    Node.isBinaryExpression(value) &&
    value.getOperatorToken().getText() === "+" &&
    isRead(value.getLeft(), place)
  )
    return { name, key, how: "add", by: value.getRight() };
  const [first, second, third] = Node.isArrayLiteralExpression(value) ? value.getElements() : [];
  if (Node.isSpreadElement(first) && isRead(first.getExpression(), place))
    return second === undefined || third !== undefined ? undefined : { name, key, how: "append", by: second };
  return { name, key, how: "replace", by: place.value };
}

function mentions(node: Node, name: Identifier): boolean {
  const isIt = (one: Node): boolean => Node.isIdentifier(one) && one.getText() === name.getText();
  return isIt(node) || node.getDescendantsOfKind(SyntaxKind.Identifier).some(isIt);
}

interface Place {
  readonly name: Identifier;
  readonly key: Expression;
}

interface Placed extends Place {
  readonly value: Expression;
}

/** `map[key] = value`, `map.set(key, value)`. */
function placeOf(node: Node): Placed | undefined {
  if (Node.isBinaryExpression(node)) {
    if (node.getOperatorToken().getText() !== "=") return undefined;
    const place = entryAt(node.getLeft());
    return place && { ...place, value: node.getRight() };
  }
  const place = Node.isCallExpression(node) ? calledWithKey(node, "set") : undefined;
  const value = Node.isCallExpression(node) ? node.getArguments()[1] : undefined;
  return place && Node.isExpression(value) ? { ...place, value } : undefined;
}

/** `(groups[key] ??= []).push(x)`. */
function pushedTo(node: Node): Put | undefined {
  const callee = Node.isCallExpression(node) ? node.getExpression() : undefined;
  if (!Node.isCallExpression(node) || !Node.isPropertyAccessExpression(callee)) return undefined;
  const filled = bare(callee.getExpression());
  const [by, another] = node.getArguments();
  if (callee.getName() !== "push" || another !== undefined || !Node.isExpression(by)) return undefined;
  if (!Node.isBinaryExpression(filled) || filled.getOperatorToken().getText() !== "??=") return undefined;
  const place = entryAt(filled.getLeft());
  return place && { ...place, how: "append", by };
}

function entryAt(node: Expression): Place | undefined {
  const written = bare(node);
  if (!Node.isElementAccessExpression(written)) return undefined;
  const [name, key] = [written.getExpression(), written.getArgumentExpression()];
  return Node.isIdentifier(name) && key !== undefined ? { name, key } : undefined;
}

function calledWithKey(node: CallExpression, method: "get" | "set"): Place | undefined {
  const callee = node.getExpression();
  if (!Node.isPropertyAccessExpression(callee) || callee.getName() !== method) return undefined;
  const [name, [key]] = [callee.getExpression(), node.getArguments()];
  return Node.isIdentifier(name) && Node.isExpression(key) ? { name, key } : undefined;
}

/** `map[key] ?? 0`, `map.get(key) ?? []`, or a name for it: what was there, or nothing. */
function isRead(node: Expression, { name, key }: Place): boolean {
  const written = bare(node);
  const kept = Node.isIdentifier(written) ? constantOf(written) : undefined;
  if (kept !== undefined) return isRead(kept, { name, key });
  if (!Node.isBinaryExpression(written) || written.getOperatorToken().getText() !== "??") return false;
  const [read, fallback] = [bare(written.getLeft()), bare(written.getRight())];
  const place = Node.isCallExpression(read) ? calledWithKey(read, "get") : entryAt(read);
  const isNothing = ["0", "[]", '""'].includes(fallback.getText());
  return isNothing && place?.name.getText() === name.getText() && place.key.getText() === key.getText();
}

/** What a `const` stands for. */
function constantOf(name: Identifier): Expression | undefined {
  const declaration = resolve(name)?.getValueDeclaration();
  return Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
}

/**
 * `const counts: Record<string, number> = {};` or `new Map()` that later statements fill, before anything else reads it:
 * a variable like a `let`.
 */
export const isFilledMap: (node: VariableStatement) => boolean = keptWithChecker(
  (node: VariableStatement) => {
    const [declaration, another] = node.getDeclarations();
    const [name, made] = [declaration?.getNameNode(), declaration?.getInitializer()];
    if (another !== undefined || !Node.isIdentifier(name) || made === undefined || !isEmptyMap(bare(made)))
      return false;
    const uses = usesOf(name, node);
    const puts = uses.flatMap((use) => use.getAncestors().find((one) => putOf(one)?.name === use) ?? []);
    const end = Math.max(...puts.map((put) => put.getEnd()));
    return puts.length > 0 && uses.every((use) => use.getPos() > end || isOfPut(use));
  },
);

/** Is the map named here to put something into it, or to know what was there before? */
export function isOfPut(use: Identifier): boolean {
  const isPut = use.getAncestors().some((one) => putOf(one)?.name.getText() === use.getText());
  return isPut || isReadForPut(use);
}

/** `const before = counts[key] ?? 0;`, which only what puts it back reads. */
function isReadForPut(use: Node): boolean {
  const declaration = use.getFirstAncestor(Node.isVariableDeclaration);
  const name = declaration?.getNameNode();
  if (!Node.isIdentifier(name) || declaration?.getVariableStatement()?.getDeclarationKind() !== "const")
    return false;
  const symbol = resolve(name);
  const readers = (
    use.getFirstAncestor(Node.isBlock)?.getDescendantsOfKind(SyntaxKind.Identifier) ?? []
  ).filter((one) => one !== name && resolve(one) === symbol);
  return readers.every((reader) =>
    reader.getAncestors().some((one) => {
      const put = putOf(one);
      return put !== undefined && put.name.getText() === use.getText() && !isIn(reader, put.by);
    }),
  );
}

function isIn(node: Node, around: Node): boolean {
  return node === around || node.getAncestors().includes(around);
}

/** `{}`, `new Map()`. */
export function isEmptyMap(made: Expression): boolean {
  if (Node.isObjectLiteralExpression(made)) return made.getProperties().length === 0;
  return (
    Node.isNewExpression(made) && made.getExpression().getText() === "Map" && made.getArguments().length === 0
  );
}

/** Is the map that something is put into one that `isFilledMap`? */
export function isOfFilledMap(name: Identifier): boolean {
  const statement = statementOf(name);
  return statement !== undefined && isFilledMap(statement);
}
