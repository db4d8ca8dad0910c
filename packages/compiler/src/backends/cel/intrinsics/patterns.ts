import { defect } from "@policyc/diagnostics";
import { type Call, type Characters, charactersOf, plainTextOf } from "@policyc/ir";
import { binary, choice, int, list, method, name, text } from "../build.js";
import type { Context } from "../context.js";
import { eitherType, type Lowered, once, plain } from "../lowered.js";
import type { Cel } from "../syntax.js";
import { argument, cel, isPath, lowered, textOf } from "./arguments.js";

/** Kubernetes' CEL finds, and neither splits nor replaces: what is between characters is what is of the others. */
export function splitPattern(expr: Call, cx: Context): Lowered {
  const characters = charactersOf(patternOf(expr)) ?? defect("a split at more than characters");
  return partsOf(expr, characters, cx);
}

export function replacePattern(expr: Call, cx: Context): Lowered {
  const characters = charactersOf(patternOf(expr));
  const replacement = cel(expr, 2, cx);
  const isNothing = replacement.kind === "text" && replacement.value === "";
  if (characters !== undefined && isNothing)
    return plain(
      method(method(cel(expr, 0, cx), "findAll", text(`${characters.others}+`)), "join"),
      "string",
    );
  if (characters !== undefined)
    return plain(method(partsOf(expr, characters, cx).cel, "join", replacement), "string");
  return withText(expr, cx, (whole) => replacedEnd(whole, patternOf(expr), replacement));
}

/** What a pattern matches at the beginning or at the end. */
function replacedEnd(read: Lowered, pattern: string, replacement: Cel): Lowered {
  const whole = read.cel;
  const atStart = pattern.startsWith("^");
  const known = plainTextOf(atStart ? pattern.slice(1) : pattern.slice(0, -1));
  const length =
    known === undefined ? method(method(whole, "find", text(pattern)), "size") : int([...known].length);
  const left = atStart
    ? method(whole, "substring", length)
    : method(whole, "substring", int(0), binary("-", method(whole, "size"), length));
  const isNothing = replacement.kind === "text" && replacement.value === "";
  // Of what is not found the length is 0.
  if (isNothing && known === undefined) return plain(left, "string");
  const test =
    known === undefined
      ? method(whole, "matches", text(pattern))
      : method(whole, atStart ? "startsWith" : "endsWith", text(known));
  const parted = atStart ? binary("+", replacement, left) : binary("+", left, replacement);
  const replaced = plain(isNothing ? left : parted, "string");
  return plain(choice(test, replaced.cel, whole), eitherType(replaced, read));
}

/** What is computed has a name where it is read again. */
function withText(expr: Call, cx: Context, body: (whole: Lowered) => Lowered): Lowered {
  const read = lowered(expr, 0, cx);
  if (isPath(read.cel)) return body(read);
  const variable = cx.fresh("text");
  const known = textOf(read);
  const { cel: result, type } = body(plain(name(variable), known.type));
  return plain(once(known.cel, variable, result), type);
}

function patternOf(expr: Call): string {
  const pattern = argument(expr, 1);
  return pattern.kind === "literal" ? String(pattern.value) : "";
}

/** The parts between single characters, or between runs of them, of which an empty one may stand at either end. */
function partsOf(expr: Call, { own, others, repeated }: Characters, cx: Context): Lowered {
  if (!repeated) return plain(method(cel(expr, 0, cx), "findAll", text(`${others}*`)), "list(string)");
  const emptyWhere = (test: Cel): Cel => choice(test, list(text("")), list());
  return withText(expr, cx, ({ cel: whole }) => {
    const first = emptyWhere(method(whole, "matches", text(`^(?:${own}|$)`)));
    const last = emptyWhere(method(whole, "matches", text(`${own}$`)));
    const between = method(whole, "findAll", text(`${others}+`));
    return plain(binary("+", binary("+", first, between), last), "list(string)");
  });
}
