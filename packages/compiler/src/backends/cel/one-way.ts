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

/** Is a value read by the conditions and by the message? To ask first would write it out twice, and compute it again. */
export function sharesValue(stream: Stream): boolean {
  if (stream.kind === "guard") return sharesValue(stream.then);
  if (stream.kind !== "bind") return false;
  const { name } = stream.binder;
  const isShared = [namesTested, namesSaid].every((read) => namesIn(stream.body, read).has(name));
  return isShared || sharesValue(stream.body);
}

/** Does the message have words of its own, so that it is no read of an object, and never empty? */
export function hasWords(stream: Stream, values: ReadonlyMap<string, Expr> = new Map()): boolean {
  if (stream.kind === "guard") return hasWords(stream.then, values);
  if (stream.kind === "bind")
    return hasWords(stream.body, new Map([...values, [stream.binder.name, stream.value]]));
  return stream.kind === "violation" && isWorded(stream.message, values);
}

/** What may be absent has been asked for before it is said. */
function isWorded(expr: Expr, values: ReadonlyMap<string, Expr>): boolean {
  switch (expr.kind) {
    case "absent":
      return true;
    case "literal":
      return expr.value === null || (typeof expr.value === "string" && expr.value !== "");
    case "concat":
      return expr.parts.some((part) => part.kind === "literal" && part.value !== "");
    case "conditional":
      return isWorded(expr.then, values) && isWorded(expr.else, values);
    case "let":
      return isWorded(expr.body, new Map([...values, [expr.binder.name, expr.value]]));
    // Of `replace("\n", " ")` at least a space is left.
    case "call": {
      const [text, , replacement] = expr.intrinsic === "string.replaceAll" ? expr.args : [];
      return (
        text !== undefined &&
        replacement !== undefined &&
        isWorded(replacement, values) &&
        isWorded(text, values)
      );
    }
    case "local": {
      const value = values.get(expr.name);
      return value !== undefined && isWorded(value, values);
    }
    default:
      return false;
  }
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
