import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";

/**
 * `list.forEach((item) => out.push(item));` gets its braces as soon as it is parsed, so that what a loop does is
 * statements wherever it is read. Nothing else of the tree is ours.
 */
export function withBraces(file: ts.SourceFile): ts.SourceFile {
  if (file.isDeclarationFile || !file.text.includes(".forEach(")) return file;
  const visit = (node: ts.Node): void => {
    const turn = ts.isExpressionStatement(node) ? turnWithoutBraces(node.expression) : undefined;
    if (turn !== undefined) Object.assign(turn.fn, { body: blockOf(turn.body) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return file;
}

interface Turn {
  readonly fn: ts.ArrowFunction;
  readonly body: ts.Expression;
}

function turnWithoutBraces(called: ts.Expression): Turn | undefined {
  if (!ts.isCallExpression(called) || !ts.isPropertyAccessExpression(called.expression)) return undefined;
  const [fn] = called.arguments;
  if (called.expression.name.text !== "forEach" || !isA(ts.isArrowFunction, fn)) return undefined;
  const { body } = fn;
  return ts.isBlock(body) ? undefined : { fn, body };
}

/** It stands where the expression does, which is what it says of itself. */
function blockOf(body: ts.Expression): ts.Block {
  const inner = ts.isParenthesizedExpression(body) ? body.expression : body;
  const statement = ts.setTextRange(ts.factory.createExpressionStatement(inner), inner);
  return ts.setTextRange(ts.factory.createBlock([statement]), body);
}
