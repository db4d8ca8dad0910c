import { loopCalling } from "../../syntax/for-each.js";
import { countingOf } from "../../syntax/loops.js";
import { receiverOfEntries } from "../../syntax/object-call.js";
import { resolve } from "../../syntax/resolve.js";
import { isA } from "../../syntax/tree.js";
import { fromTypeScript } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";

/** Where a turn of a loop is in its list: a name that a loop gives to that. */
export function isPosition(node: ts.Expression): boolean {
  const declaration = ts.isIdentifier(node) ? resolve(node)?.valueDeclaration : undefined;
  if (isA(ts.isParameter, declaration)) {
    const fn = declaration.parent;
    return loopCalling(fn) !== undefined && fn.parameters[1] === declaration;
  }
  if (isA(ts.isBindingElement, declaration)) return isOfEntries(declaration);
  if (!isA(ts.isVariableDeclaration, declaration)) return false;
  const loop = declaration.parent.parent;
  return isA(ts.isForStatement, loop) && countingOf(loop)?.name === declaration.name;
}

/** `for (const [index, item] of list.entries())`. */
function isOfEntries(element: ts.BindingElement): boolean {
  const pattern = element.parent;
  const loop = isA(ts.isVariableDeclaration, pattern.parent) ? pattern.parent.parent.parent : undefined;
  const list = isA(ts.isForOfStatement, loop) ? receiverOfEntries(bare(loop.expression)) : undefined;
  return (
    ts.isArrayBindingPattern(pattern) &&
    pattern.elements[0] === element &&
    list !== undefined &&
    fromTypeScript(typeAt(list)).kind === "list"
  );
}
