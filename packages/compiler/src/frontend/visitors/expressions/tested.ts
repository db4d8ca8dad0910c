import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { usesOf } from "../variables/variable-uses.js";

/** Is nothing asked of an expression but its truth? `odd && "x"` as a value is what `odd` is where that is false. */
export function isTested(node: ts.Node): boolean {
  const around = outOfParentheses(node);
  const parent = around.parent;
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.getText();
    return (operator === "&&" || operator === "||") && isTested(parent);
  }
  return (
    (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) ||
    ts.isIfStatement(parent) ||
    (ts.isArrowFunction(parent) && isTest(parent)) ||
    (ts.isConditionalExpression(parent) && parent.condition === around)
  );
}

/** `const odd = …;` of which every use asks the truth alone. */
export function isOnlyTested({ name, parent }: ts.VariableDeclaration | ts.BindingElement): boolean {
  const statement = parent.parent;
  if (!ts.isIdentifier(name) || !ts.isVariableStatement(statement)) return false;
  return usesOf(name, statement).every(isTested);
}

/** What stands in parentheses, with them. */
export function outOfParentheses(node: ts.Node): ts.Node {
  const { parent } = node;
  return ts.isParenthesizedExpression(parent) ? outOfParentheses(parent) : node;
}

/** `list.some((text) => text.length)`: of what such a function gives only the truth counts. */
function isTest(fn: ts.Node): boolean {
  const call = fn.parent;
  const callee = ts.isCallExpression(call) ? call.expression : undefined;
  return (
    isA(ts.isPropertyAccessExpression, callee) &&
    /^(?:filter|some|every|find|findLast|findIndex)$/.test(callee.name.text)
  );
}
