import { type Call, type Capture, capturesOf } from "@policyc/ir";
import { binary, call, choice, int, list, method, text } from "../build.js";
import type { Context } from "../context.js";
import { type Lowered, optionalOf } from "../lowered.js";
import { isShort, repeated } from "../repeated.js";
import type { Cel } from "../syntax.js";
import { argument, cel } from "./arguments.js";

/** Kubernetes' CEL finds what a pattern matches, and has no groups: where they stand in it the pattern itself says. */
export function captures(expr: Call, cx: Context): Lowered {
  const written = argument(expr, 0);
  const pattern = written.kind === "literal" ? String(written.value) : "";
  const groups = capturesOf(pattern) ?? [];
  if (groups.includes(undefined))
    return cx.refuse(
      expr,
      "the groups of a pattern that does not say where each of them ends",
      "use groups of characters that what follows does not begin with, `/^([^/:]+):(.+)$/`, or `split` and `lastIndexOf`",
    );
  const read = (whole: Cel) => {
    const found = isWhole(pattern) ? whole : method(whole, "find", text(pattern));
    const value = list(
      method(whole, "find", text(pattern)),
      ...groups.flatMap((group) => (group ? groupIn(found, group) : [])),
    );
    const present = method(whole, "matches", text(pattern));
    return { found: choice(present, call("optional.of", value), call("optional.none")), value, present };
  };
  const whole = cel(expr, 1, cx);
  const { found, ...ways } = read(whole);
  if (isShort(whole)) return optionalOf(found, "list(string)", ways);
  return optionalOf(
    repeated(whole, "text", cx, (one) => read(one).found),
    "list(string)",
  );
}

/** Does it match whole texts alone? */
function isWhole(pattern: string): boolean {
  return pattern.startsWith("^") && /[^\\]\$$/.test(pattern);
}

function groupIn(found: Cel, group: Capture): Cel {
  if (group.kind === "found") {
    const upTo = method(found, "find", text(group.upTo));
    return group.before === "^"
      ? upTo
      : method(upTo, "substring", method(method(found, "find", text(group.before)), "size"));
  }
  if (group.kind === "rest")
    return method(found, "substring", method(method(found, "find", text(group.before)), "size"));
  const { before, after } = group;
  if (after === 0) return method(found, "substring", int(before));
  return method(found, "substring", int(before), binary("-", method(found, "size"), int(after)));
}
