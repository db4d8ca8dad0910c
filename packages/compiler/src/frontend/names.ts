import { resolve } from "./resolve.js";
import { declaringNodes } from "./types/symbols.js";
import { ts } from "./typescript.js";

/** The name itself, behind that of the module or the namespace that it is of: `k8s.Pod`. */
export function nameIn(node: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  if (!ts.isPropertyAccessExpression(node) || !isNamespace(node.expression)) return undefined;
  return ts.isIdentifier(node.name) ? node.name : undefined;
}

/** What is called, by the name that it was declared with: also of `violation as deny`, and of `k8s.violation`. */
export function calledName({ expression: callee }: ts.CallExpression): string {
  const name = nameIn(callee);
  const declared = name === undefined ? undefined : resolve(name)?.name;
  return declared ?? callee.getText();
}

/** `text` of `import * as text from "./text.js"`, or of `namespace text { export … }`. */
function isNamespace(node: ts.Expression): boolean {
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  return declaringNodes(symbol).some((one) => ts.isSourceFile(one) || ts.isModuleDeclaration(one));
}
