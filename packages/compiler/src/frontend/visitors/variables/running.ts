import { exitsOf } from "../../syntax/left-by.js";
import { isLoop } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, descendantsOf, isIn } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import type { Assignment, Step } from "./assignment.js";
import { lastingIn, readsWhatChanges } from "./assignments-below.js";
import { choicesOn, decides, mentionsAny, namesOf } from "./depending.js";
import { fillsSeen } from "./fills-seen.js";
import { isNotYet } from "./not-yet.js";
import { closureOf, namesReadBy, usesIn } from "./variable-uses.js";

type Names = ReadonlySet<ts.Symbol | undefined>;

/**
 * The variables that a loop changes and its turns read: `n` of `for (const c of list) { if (n > 2) yield …; n++; }`.
 * None where what turns before have made of one could depend on what they have read.
 */
export const runningIn: (node: ts.Statement) => readonly ts.Identifier[] = keptWithChecker(
  (node: ts.Statement) => {
    if (!ts.isForOfStatement(node) || !isLoop(node) || fillsSeen(node) || exitsOf(node).length > 0) return [];
    const lasting = lastingIn(node);
    const running = lasting.filter(({ name }) => readsWhatChanges(node, resolve(name)));
    const names = [...new Map(running.map(({ name }) => [resolve(name), name])).values()];
    if (names.length === 0) return [];
    const derived = namesOf(node, [
      ...names.flatMap((name) => usesIn(node, name)),
      ...names,
      ...asked(node, names),
    ]);
    const isKnown = lasting.every((one) =>
      running.includes(one) ? isRepeated(one, node, derived) : isApart(one, [one.node], node, derived),
    );
    return isKnown && !descendantsOf(node, ts.isForStatement).some((one) => countsBy(one, derived))
      ? names
      : [];
  },
);

/** `for (let i = 0; i < n; i++)`, which may end a turn of the loop around it. */
function countsBy({ initializer, condition }: ts.ForStatement, derived: Names): boolean {
  return [initializer, condition].some((part) => part !== undefined && mentionsAny(part, derived));
}

/** The functions around a loop that say what one of these is. */
function asked(loop: ts.ForOfStatement, names: readonly ts.Identifier[]): readonly ts.Identifier[] {
  const symbols = new Set(names.map(resolve));
  return descendantsOf(loop, ts.isIdentifier).filter((one) => {
    const closure = closureOf(one);
    return closure !== undefined && namesReadBy(closure).some((read) => symbols.has(resolve(read)));
  });
}

/** Is it such a variable of the loop? */
export function isRunning(symbol: ts.Symbol | undefined, node: ts.Statement): boolean {
  return runningIn(node).some((name) => resolve(name) === symbol);
}

/** Is all that turns make of it known before any of them is gone through? */
function isRepeated(one: Assignment, loop: ts.ForOfStatement, derived: Names): boolean {
  const parts = partsOf(one.step);
  return parts !== undefined && isApart(one, parts, loop, derived);
}

/** Is it made, and of the same, whatever the turns before have made of any of them? */
function isApart(
  one: Assignment,
  parts: readonly ts.Expression[],
  loop: ts.ForOfStatement,
  derived: Names,
): boolean {
  const { node: written } = one;
  const inside = ancestorsOf(written).filter((one) => one !== loop && isIn(one, loop));
  return (
    ts.isExpressionStatement(written.parent) &&
    !parts.some((part) => mentionsAny(part, derived)) &&
    !inside.some((one) => ts.isFunctionLike(one) || ts.isForStatement(one)) &&
    !choicesOn(loop, derived).some((choice) => decides(choice, written) && !isNotYet(choice, one, derived))
  );
}

/** What it adds, asks or sets, where that says all that it does. */
function partsOf(step: Step | undefined): readonly ts.Expression[] | undefined {
  switch (step?.kind) {
    case "add":
    case "subtract":
    case "or":
    case "and":
      return step.by === 1 ? [] : [step.by, ...(step.beside ?? [])];
    case "set":
      return step.keeps === undefined ? [step.by] : undefined;
    default:
      return undefined;
  }
}
