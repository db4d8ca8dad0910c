import { descendantsOf, isA } from "../../syntax/tree.js";
import { checkerOf } from "../../types/checker.js";
import { isOf } from "../../types/flags.js";
import { keptWithChecker, typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";

/**
 * What an author writes behind the last of all cases, to be told when one is missing: `default: return assertNever(kind);`,
 * `const left: never = kind;`, `return kind satisfies never;`, `throw new Error(kind)`. It reads what TypeScript has shown to
 * be nothing at all. A statement that only happens to do so is none of these: TypeScript knows too much at times, see
 * `readType`.
 */
export const isNeverReached: (node: ts.Statement) => boolean = keptWithChecker((node: ts.Statement) => {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.some((one) => one.type?.getText() === "never");
  if (ts.isThrowStatement(node)) return readsNothing(node);
  const ends = ts.isExpressionStatement(node) || ts.isReturnStatement(node) ? node.expression : undefined;
  if (isA(ts.isSatisfiesExpression, ends)) return ends.type.getText() === "never" && readsNothing(ends);
  return isA(ts.isCallExpression, ends) && ends.arguments.some(readsNothing) && isNeverCalled(ends);
});

/** A function that never returns, or that wants what cannot be: `function assertNever(kind: never): string`. */
function isNeverCalled(call: ts.CallExpression): boolean {
  if (isOf(typeAt(call), ts.TypeFlags.Never)) return true;
  const parameters = checkerOf(call).getResolvedSignature(call)?.declaration?.parameters ?? [];
  return parameters.some((one) => ts.isParameter(one) && one.type?.getText() === "never");
}

function readsNothing(node: ts.Node): boolean {
  const names = ts.isIdentifier(node) ? [node] : descendantsOf(node, ts.isIdentifier);
  return names.some((name) => isOf(typeAt(name), ts.TypeFlags.Never));
}
