import type { LoopStatement } from "../../syntax/loops.js";
import { descendantsOf } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { type MapFilling, putIntoSeen, type SeenMap, seenMapOf } from "./seen-maps.js";
import { addedToSeen, type SeenSet, type SetFilling, seenSetOf } from "./seen-sets.js";

/** Does a statement declare a set or a map that turns ask for what those before them have added? */
export function isSeen(node: ts.VariableStatement): boolean {
  return seenSetOf(node) !== undefined || seenMapOf(node) !== undefined;
}

/** Does it add to one of these? */
export function addsToSeen(node: ts.Node): boolean {
  return filledHere(node) !== undefined;
}

/** What is filled, and where. */
export interface FilledHere {
  readonly seen: SeenSet | SeenMap;
  readonly filling: SetFilling | MapFilling;
}

function filledHere(node: ts.Node): FilledHere | undefined {
  const added = addedToSeen(node);
  if (added !== undefined) return { seen: added.set, filling: added.filling };
  const put = putIntoSeen(node);
  return put && { seen: put.map, filling: put.filling };
}

/** Does a loop fill one, itself or by a loop in it? */
export const fillsSeen: (loop: LoopStatement) => boolean = keptWithChecker((loop: LoopStatement) =>
  filledIn(loop).some(({ filling }) => filling.loops.includes(loop)),
);

/** All that a statement fills. */
export const filledIn: (node: ts.Statement) => readonly FilledHere[] = keptWithChecker((node: ts.Statement) =>
  [node, ...descendantsOf(node, ts.isStatement)]
    .filter(ts.isExpressionStatement)
    .flatMap(({ expression }) => filledHere(expression) ?? []),
);
