import type { LoopStatement } from "../../syntax/loops.js";
import { descendantsOf } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { putIntoSeen, seenMapOf } from "./seen-maps.js";
import { addedToSeen, seenSetOf } from "./seen-sets.js";

/** Does a statement declare a set or a map that turns ask for what those before them have added? */
export function isSeen(node: ts.VariableStatement): boolean {
  return seenSetOf(node) !== undefined || seenMapOf(node) !== undefined;
}

/** Does it add to one of these? */
export function addsToSeen(node: ts.Node): boolean {
  return addedToSeen(node) !== undefined || putIntoSeen(node) !== undefined;
}

/** Does a loop fill one, itself or by a loop in it? */
export const fillsSeen: (loop: LoopStatement) => boolean = keptWithChecker((loop: LoopStatement) =>
  descendantsOf(loop, ts.isExpressionStatement).some(({ expression }) => {
    const loops = addedToSeen(expression)?.set.loops ?? putIntoSeen(expression)?.loops;
    return loops?.includes(loop) ?? false;
  }),
);
