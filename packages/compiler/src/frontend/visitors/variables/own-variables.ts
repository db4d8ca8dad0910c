import type { Expr } from "@policyc/ir";
import type { Context, Opened } from "../../context.js";
import { reassignment } from "../../diagnostics/flow.js";
import type { ts } from "../../typescript.js";
import { bindAll } from "./variables.js";

/** What comes of the statements after one that may change variables of the turn that it is in. */
export function afterChanges(
  node: ts.Statement,
  later: readonly ts.Statement[],
  cx: Context,
  rest: (cx: Context) => Expr | undefined,
): Expr | undefined {
  return bindAll(changedBy(node, later, cx), rest);
}

export function changedBy(node: ts.Statement, later: readonly ts.Statement[], cx: Context): Opened {
  const seen = cx.seenAfter(node, later);
  if (seen === undefined) cx.report(reassignment(cx.span(node)));
  return seen ?? { bound: [], inner: cx };
}

/** The same of a choice, where all ways go on and it changes something that is read: what follows stands once. */
export function settledBy(
  node: ts.Statement,
  later: readonly ts.Statement[],
  cx: Context,
): Opened | undefined {
  const seen = cx.seenAfter(node, later);
  return seen?.inner === cx ? undefined : seen;
}
