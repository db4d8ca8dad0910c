import { defect } from "@policyc/diagnostics";
import { type Call, type Characters, charactersOf, plainTextOf } from "@policyc/ir";
import { binary, choice, int, list, method, name, text } from "../build.js";
import type { Context } from "../context.js";
import { type Lowered, once, plain } from "../lowered.js";
import type { Cel } from "../syntax.js";
import { argument, cel, isPath, lowered } from "./arguments.js";

/** Kubernetes' CEL finds, and neither splits nor replaces: what is between characters is what is of the others. */
export function splitPattern(expr: Call, cx: Context): Lowered {
  const characters = charactersOf(patternOf(expr)) ?? defect("a split at more than characters");
  return plain(partsOf(expr, characters, cx), "list(string)");
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
    return plain(method(partsOf(expr, characters, cx), "join", replacement), "string");
  return plain(
    withText(expr, cx, (whole) => replacedEnd(whole, patternOf(expr), replacement)),
    "string",
  );
}

/** What a pattern matches at the beginning or at the end. */
function replacedEnd(whole: Cel, pattern: string, replacement: Cel): Cel {
  const atStart = pattern.startsWith("^");
  const known = plainTextOf(atStart ? pattern.slice(1) : pattern.slice(0, -1));
  const length =
    known === undefined ? method(method(whole, "find", text(pattern)), "size") : int([...known].length);
  const left = atStart
    ? method(whole, "substring", length)
    : method(whole, "substring", int(0), binary("-", method(whole, "size"), length));
  const isNothing = replacement.kind === "text" && replacement.value === "";
  // Of what is not found the length is 0.
  if (isNothing && known === undefined) return left;
  const test =
    known === undefined
      ? method(whole, "matches", text(pattern))
      : method(whole, atStart ? "startsWith" : "endsWith", text(known));
  const parted = atStart ? binary("+", replacement, left) : binary("+", left, replacement);
  return choice(test, isNothing ? left : parted, whole);
}

/** What is computed has a name where it is read again. */
function withText(expr: Call, cx: Context, body: (whole: Cel) => Cel): Cel {
  const read = lowered(expr, 0, cx);
  if (isPath(read.cel)) return body(read.cel);
  const variable = cx.fresh("text");
  return once(read.cel, variable, body(name(variable)));
}

function patternOf(expr: Call): string {
  const pattern = argument(expr, 1);
  return pattern.kind === "literal" ? String(pattern.value) : "";
}

/** The parts between single characters, or between runs of them, of which an empty one may stand at either end. */
function partsOf(expr: Call, { own, others, repeated }: Characters, cx: Context): Cel {
  if (!repeated) return method(cel(expr, 0, cx), "findAll", text(`${others}*`));
  const emptyWhere = (test: Cel): Cel => choice(test, list(text("")), list());
  return withText(expr, cx, (whole) => {
    const first = emptyWhere(method(whole, "matches", text(`^(?:${own}|$)`)));
    const last = emptyWhere(method(whole, "matches", text(`${own}$`)));
    return binary("+", binary("+", first, method(whole, "findAll", text(`${others}+`))), last);
  });
}
