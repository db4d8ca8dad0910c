import { declaringNodes, symbolAt } from "../types/symbols.js";
import { ts } from "../typescript.js";
import { isOfSdk } from "./of-sdk.js";
import { resolve } from "./resolve.js";
import { descendantsOf } from "./tree.js";

/** The name itself, behind that of the module or the namespace that it is of: `k8s.Pod`. */
export function nameIn(node: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  if (!ts.isPropertyAccessExpression(node) || !isNamespace(node.expression)) return undefined;
  return ts.isIdentifier(node.name) ? node.name : undefined;
}

/**
 * The function of the SDK that is called, by the name that it has there: also of `violation as deny`, and of
 * `k8s.violation`. An author's own function of that name is none of it.
 */
export function calledOfSdk({ expression: callee }: ts.CallExpression): string | undefined {
  const name = nameIn(callee);
  const symbol = name === undefined ? undefined : resolve(name);
  return declaringNodes(symbol).some((one) => isOfSdk(one)) ? symbol?.name : undefined;
}

/** What a parameter is called, where the function makes use of it: `(item, _position) => item.name` has no need of a position. */
export function nameInUse(parameter: ts.ParameterDeclaration | undefined): ts.BindingName | undefined {
  if (parameter === undefined || !ts.isIdentifier(parameter.name)) return parameter?.name;
  const { name, parent } = parameter;
  const symbol = symbolAt(name);
  const isUsed = descendantsOf(parent, ts.isIdentifier).some(
    (one) => one !== name && one.text === name.text && resolve(one) === symbol,
  );
  return isUsed ? name : undefined;
}

/** Is it a name of the author's own? A function that he calls `String` is not JavaScript's. */
export function isOwnName(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return isOwnName(node.expression);
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  return declaringNodes(symbol).some((one) => !one.getSourceFile().isDeclarationFile);
}

/** `text` of `import * as text from "./text.js"`, or of `namespace text { export … }`. */
function isNamespace(node: ts.Expression): boolean {
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  return declaringNodes(symbol).some((one) => ts.isSourceFile(one) || ts.isModuleDeclaration(one));
}
