import { defect } from "@policyc/diagnostics";
import { type Expr, freeNames, type Stream } from "@policyc/ir";
import { and, boolean } from "./build.js";
import type { Context } from "./context.js";
import { bound } from "./expressions/building.js";
import { type Lowered, once, plain, unwrap } from "./lowered.js";
import type { Cel } from "./syntax.js";

/** One message, with values and conditions before it. */
export function isOneWay(stream: Stream): boolean {
  if (stream.kind === "guard") return isOneWay(stream.then);
  return stream.kind === "violation" || (stream.kind === "bind" && isOneWay(stream.body));
}

/** The ways of a loop's body, each to its message; nothing where some part of it is no way of its own. */
export function waysOf(stream: Stream): readonly Stream[] | undefined {
  if (isOneWay(stream)) return [stream];
  if (stream.kind === "sequence") return stream.items.every(isOneWay) ? stream.items : undefined;
  if (stream.kind !== "bind" || !isCheap(stream.value)) return undefined;
  return waysOf(stream.body)?.map((body) => ({ ...stream, body }));
}

/** A path of fields with its fallback: reading it again costs less than a name for it. */
function isCheap(expr: Expr): boolean {
  if (expr.kind === "coalesce") return isCheap(expr.of) && isCheap(expr.fallback);
  if (expr.kind === "field") return isCheap(expr.of);
  if (expr.kind === "list") return expr.items.length === 0;
  if (expr.kind === "record") return expr.entries.length === 0;
  return expr.kind === "local" || expr.kind === "input" || expr.kind === "literal";
}

export function hasGuard(stream: Stream): boolean {
  return stream.kind === "guard" || (stream.kind === "bind" && hasGuard(stream.body));
}

/** Whether the message at the end of a way is said. */
export function conditionOf(stream: Stream, cx: Context): Cel {
  if (stream.kind === "guard") {
    const when = unwrap(cx.lower(stream.when)).cel;
    return hasGuard(stream.then) ? and(when, conditionOf(stream.then, cx)) : when;
  }
  if (stream.kind !== "bind") return boolean(true);
  const value = bound(stream, cx);
  const { variable, cx: inner } = cx.bind(stream.binder, value);
  const when = conditionOf(stream.body, inner);
  return namesIn(stream.body, namesTested).has(stream.binder.name) ? once(value.cel, variable, when) : when;
}

/** The message at the end of a way, with those of the values that it reads. */
export function saidBy(stream: Stream, cx: Context): Lowered {
  if (stream.kind === "guard") return saidBy(stream.then, cx);
  if (stream.kind === "violation") return unwrap(cx.lower(stream.message));
  if (stream.kind !== "bind") return defect("a way with one message was expected");
  const value = bound(stream, cx);
  const { variable, cx: inner } = cx.bind(stream.binder, value);
  const said = saidBy(stream.body, inner);
  return namesIn(stream.body, namesSaid).has(stream.binder.name)
    ? plain(once(value.cel, variable, said.cel), said.type)
    : said;
}

const namesTested = (stream: Stream): readonly string[] =>
  stream.kind === "guard" ? [...freeNames(stream.when)] : [];
const namesSaid = (stream: Stream): readonly string[] =>
  stream.kind === "violation" ? [...freeNames(stream.message)] : [];

/** The names that the conditions or the message of a way read, and those that the values of these names read. */
function namesIn(stream: Stream, read: (stream: Stream) => readonly string[]): ReadonlySet<string> {
  if (stream.kind === "guard") return new Set([...read(stream), ...namesIn(stream.then, read)]);
  if (stream.kind !== "bind") return new Set(read(stream));
  const behind = namesIn(stream.body, read);
  return behind.has(stream.binder.name) ? new Set([...freeNames(stream.value), ...behind]) : behind;
}
