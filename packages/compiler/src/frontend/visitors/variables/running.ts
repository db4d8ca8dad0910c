import { exitsOf } from "../../syntax/left-by.js";
import { isLoop, type LoopStatement, sourceOfLoop } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, isIn } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import type { Assignment, Step } from "./assignment.js";
import { assignmentsBelow, isDeclaredIn, readsWhatChanges } from "./assignments-below.js";
import { choicesOn, decides, mentionsAny, namesOf } from "./depending.js";
import { fillsSeen } from "./fills-seen.js";
import { usesIn } from "./variable-uses.js";

type Names = ReadonlySet<ts.Symbol | undefined>;

/**
 * The variables that a loop changes and its turns read: `n` of `for (const c of list) { if (n > 2) yield …; n++; }`.
 * None where what turns before have made of one could depend on what they have read.
 */
export const runningIn: (node: ts.Statement) => readonly ts.Identifier[] = keptWithChecker(
  (node: ts.Statement) => {
    if (!ts.isForOfStatement(node) || !isLoop(node) || fillsSeen(node) || exitsOf(node).length > 0) return [];
    const lasting = assignmentsBelow(node).filter(({ name }) => !isDeclaredIn(name, node));
    const running = lasting.filter(({ name }) => readsWhatChanges(node, resolve(name)));
    const names = [...new Map(running.map(({ name }) => [resolve(name), name])).values()];
    const derived = namesOf(
      node,
      names.flatMap((name) => [name, ...usesIn(node, name)]),
    );
    const isKnown = lasting.every((one) =>
      running.includes(one) ? isRepeated(one, node, derived) : isApart(one, one.node, node, derived),
    );
    return isKnown ? names : [];
  },
);

/** Is it such a variable of the loop? */
export function isRunning(symbol: ts.Symbol | undefined, node: ts.Statement): boolean {
  return runningIn(node).some((name) => resolve(name) === symbol);
}

/** Is all that turns make of it known before any of them is gone through? */
function isRepeated(one: Assignment, loop: ts.ForOfStatement, derived: Names): boolean {
  const by = byOf(one.step);
  return by !== undefined && isApart(one, by, loop, derived);
}

/** Is it made, and of the same, whatever the turns before have made of any of them? */
function isApart(
  { node: written }: Assignment,
  by: ts.Expression | 1,
  loop: ts.ForOfStatement,
  derived: Names,
): boolean {
  const inside = ancestorsOf(written).filter((one) => one !== loop && isIn(one, loop));
  return (
    ts.isExpressionStatement(written.parent) &&
    (by === 1 || !mentionsAny(by, derived)) &&
    inside.every((one) => !ts.isFunctionLike(one) && (!isLoop(one) || isOverOthers(one, derived))) &&
    !choicesOn(loop, derived).some((choice) => decides(choice, written))
  );
}

/** What it adds, asks or sets, where that says all that it does. */
function byOf(step: Step | undefined): ts.Expression | 1 | undefined {
  switch (step?.kind) {
    case "add":
    case "subtract":
    case "or":
    case "and":
      return step.by;
    case "set":
      return step.keeps === undefined ? step.by : undefined;
    default:
      return undefined;
  }
}

function isOverOthers(loop: LoopStatement, derived: Names): boolean {
  return !ts.isForStatement(loop) && !mentionsAny(sourceOfLoop(loop), derived);
}
