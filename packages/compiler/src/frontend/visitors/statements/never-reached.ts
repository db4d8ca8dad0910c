import { descendantsOf, isA } from "../../syntax/tree.js";
import { isOf } from "../../types/flags.js";
import { keptWithChecker, typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";

/**
 * What an author writes behind the last of all cases, to be told when one is missing: `default: return assertNever(kind);`,
 * `const left: never = kind;`, `throw new Error(kind)`. It reads what TypeScript has shown to be nothing at all. A statement
 * that only happens to do so is none of these: TypeScript knows too much at times, see `readType`.
 */
export const isNeverReached: (node: ts.Statement) => boolean = keptWithChecker((node: ts.Statement) => {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.some((one) => one.type?.getText() === "never");
  if (ts.isThrowStatement(node)) return readsNothing(node);
  const ends = ts.isExpressionStatement(node) || ts.isReturnStatement(node) ? node.expression : undefined;
  return (
    isA(ts.isCallExpression, ends) &&
    isOf(typeAt(ends), ts.TypeFlags.Never) &&
    ends.arguments.some(readsNothing)
  );
});

function readsNothing(node: ts.Node): boolean {
  const names = ts.isIdentifier(node) ? [node] : descendantsOf(node, ts.isIdentifier);
  return names.some((name) => isOf(typeAt(name), ts.TypeFlags.Never));
}
