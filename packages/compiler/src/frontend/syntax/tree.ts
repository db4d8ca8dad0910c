import { ts } from "../typescript.js";

/** What stands around a node, and in it: the questions that TypeScript's own tree leaves to who reads it. */

/** The nodes around it, the nearest first. */
export function ancestorsOf(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  for (let around = parentOf(node); around !== undefined; around = parentOf(around)) found.push(around);
  return found;
}

/** The nearest node around it that is one of these. */
export function ancestor<N extends ts.Node>(node: ts.Node, is: (node: ts.Node) => node is N): N | undefined;
export function ancestor(node: ts.Node, is: (node: ts.Node) => boolean): ts.Node | undefined;
export function ancestor(node: ts.Node, is: (node: ts.Node) => boolean): ts.Node | undefined {
  let around = parentOf(node);
  while (around !== undefined && !is(around)) around = parentOf(around);
  return around;
}

/** The node around it; a file has none, which TypeScript's own types do not say. */
function parentOf(node: ts.Node): ts.Node | undefined {
  return node.parent;
}

/** A loop, or a function, which something may call again. */
export function isRepeated(node: ts.Node): boolean {
  return ts.isIterationStatement(node, false) || ts.isFunctionLike(node);
}

/** Is it a node, or one within it? */
export function isIn(node: ts.Node, around: ts.Node): boolean {
  return node === around || ancestorsOf(node).includes(around);
}

/** The nodes within it that are one of these, as they are written. */
export function descendantsOf<N extends ts.Node>(
  node: ts.Node | undefined,
  is: (node: ts.Node) => node is N,
): readonly N[];
export function descendantsOf(node: ts.Node | undefined, is?: (node: ts.Node) => boolean): readonly ts.Node[];
export function descendantsOf(
  node: ts.Node | undefined,
  is: (node: ts.Node) => boolean = () => true,
): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    if (is(child)) found.push(child);
    ts.forEachChild(child, visit);
  };
  if (node !== undefined) ts.forEachChild(node, visit);
  return found;
}

/** The node directly before it, within the same one. */
export function previousSiblingOf(node: ts.Node): ts.Node | undefined {
  const siblings = siblingsOf(node);
  return siblings[siblings.indexOf(node) - 1];
}

/** The nodes that come after it, within the same one. */
export function nextSiblingsOf(node: ts.Node): readonly ts.Node[] {
  const siblings = siblingsOf(node);
  return siblings.slice(siblings.indexOf(node) + 1);
}

function siblingsOf(node: ts.Node): readonly ts.Node[] {
  const siblings: ts.Node[] = [];
  ts.forEachChild(node.parent, (child) => void siblings.push(child));
  return siblings;
}

/** `const x = …;`, of a variable that is declared by a statement. */
export function declaringStatement(
  declaration: ts.VariableDeclaration | undefined,
): ts.VariableStatement | undefined {
  const statement = declaration?.parent.parent;
  return statement !== undefined && ts.isVariableStatement(statement) ? statement : undefined;
}

/** Declared by a module itself, or by a namespace in it. */
export function isOfModule(declaration: ts.VariableDeclaration): boolean {
  return isModule(declaringStatement(declaration)?.parent);
}

/** A module, or a namespace in one. */
export function isModule(around: ts.Node | undefined): boolean {
  return isA(ts.isSourceFile, around) || isA(ts.isModuleBlock, around);
}

/** `const`, and neither `let` nor `var`. */
export function isConst(statement: ts.VariableStatement | undefined): boolean {
  return statement !== undefined && scopeOf(statement) === ts.NodeFlags.Const;
}

export function isLet(statement: ts.VariableStatement): boolean {
  return scopeOf(statement) === ts.NodeFlags.Let;
}

function scopeOf({ declarationList }: ts.VariableStatement): ts.NodeFlags {
  return declarationList.flags & ts.NodeFlags.BlockScoped;
}

/** The name of a field as it is written, in quotes or without; nothing where it is computed. */
export function fieldNameOf(name: ts.PropertyName | undefined): string | undefined {
  if (name === undefined) return undefined;
  const written = ts.isComputedPropertyName(name) ? name.expression : name;
  if (ts.isStringLiteralLike(written) || ts.isNumericLiteral(written)) return written.text;
  return ts.isIdentifier(name) ? name.text : undefined;
}

/** The name of the field that an element of `const { name, "b": other } = …` takes; nothing where it is computed. */
export function fieldTakenBy({ propertyName, name }: ts.BindingElement): string | undefined {
  if (propertyName !== undefined) return fieldNameOf(propertyName);
  return ts.isIdentifier(name) ? name.text : undefined;
}

/** The comments in front of a declaration, the last next to it. */
export function jsDocsOf(declaration: ts.Node): readonly ts.JSDoc[] {
  const own = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  return own.length > 0 ? own : onSameLine(declaration);
}

/** `{ /** … *\/ limit: number }`, which TypeScript takes for a comment on the brace. */
function onSameLine(declaration: ts.Node): readonly ts.JSDoc[] {
  const { text } = declaration.getSourceFile();
  const last = ts.getTrailingCommentRanges(text, declaration.pos)?.at(-1);
  if (last === undefined || /\S|\n/.test(text.slice(last.end, declaration.getStart()))) return [];
  const comment = text.slice(last.pos, last.end);
  const of = ts.createSourceFile("comment.ts", `${comment}\nlet it;`, ts.ScriptTarget.Latest, true);
  return of.statements.flatMap((one) => ts.getJSDocCommentsAndTags(one).filter(ts.isJSDoc));
}

/** Whether there is a node, and it is one of these. */
export function isA<N extends ts.Node>(
  is: (node: ts.Node) => node is N,
  node: ts.Node | undefined,
): node is N {
  return node !== undefined && is(node);
}

/** What a declaration gives a name to: `const levels = …`, `export default …`. */
export function declaredValue(declaration: ts.Node | undefined): ts.Expression | undefined {
  if (isA(ts.isVariableDeclaration, declaration)) return declaration.initializer;
  return isA(ts.isExportAssignment, declaration) ? declaration.expression : undefined;
}

/** The statement, or the one that a block has in it. */
export function onlyStatementIn(node: ts.Statement): ts.Statement | undefined {
  if (!ts.isBlock(node)) return node;
  const [only, another] = node.statements;
  return another === undefined ? only : undefined;
}

/** What an assignment, `++` or `--` gives a new value. */
export function placeChangedBy(node: ts.Node): ts.Expression | undefined {
  if (ts.isPostfixUnaryExpression(node)) return node.operand;
  if (ts.isPrefixUnaryExpression(node)) return stepping.has(node.operator) ? node.operand : undefined;
  if (!ts.isBinaryExpression(node)) return undefined;
  const operator = node.operatorToken.kind;
  const isAssignment = operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
  return isAssignment ? node.left : undefined;
}

const stepping: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusPlusToken,
  ts.SyntaxKind.MinusMinusToken,
]);
