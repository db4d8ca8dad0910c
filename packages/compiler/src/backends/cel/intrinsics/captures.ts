import { type Call, type Capture, capturesOf } from "@policyc/ir";
import { binary, call, choice, int, list, method, name, text } from "../build.js";
import type { Context } from "../context.js";
import { type Lowered, once, optionalOf, plain } from "../lowered.js";
import { isShort, repeated } from "../repeated.js";
import type { Cel } from "../syntax.js";
import { argument, cel } from "./arguments.js";

/** Kubernetes' CEL finds what a pattern matches, and has no groups: where they stand in it the pattern itself says. */
export function captures(expr: Call, cx: Context): Lowered {
  const { pattern, groups } = written(expr);
  if (groups === undefined) return withoutEnds(expr, cx);
  const read = (whole: Cel) => {
    const found = isWhole(pattern) ? whole : method(whole, "find", text(pattern));
    const value = list(
      method(whole, "find", text(pattern)),
      ...groups.map((group) => groupIn(found, group, cx)),
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

/** The same of all matches: a match says itself where its groups stand, as no pattern looks at what is around it. */
export function allCaptures(expr: Call, cx: Context): Lowered {
  const { pattern, groups } = written(expr);
  if (groups === undefined) return withoutEnds(expr, cx);
  const found = cx.fresh("found");
  const all = method(cel(expr, 1, cx), "findAll", text(pattern));
  const one = list(name(found), ...groups.map((group) => groupIn(name(found), group, cx)));
  return plain(method(all, "map", name(found), one), "list(list(string))");
}

/** No groups where one of them does not say where it ends. */
function written(expr: Call): { readonly pattern: string; readonly groups: readonly Capture[] | undefined } {
  const given = argument(expr, 0);
  const pattern = given.kind === "literal" ? String(given.value) : "";
  const all = capturesOf(pattern) ?? [];
  const groups = all.filter((group) => group !== undefined);
  return { pattern, groups: groups.length < all.length ? undefined : groups };
}

function withoutEnds(expr: Call, cx: Context): Lowered {
  return cx.refuse(
    expr,
    "the groups of a pattern that does not say where each of them ends",
    "use groups of characters that what follows does not begin with, `/^([^/:]+):(.+)$/`, or `split` and `lastIndexOf`",
  );
}

/** Does it match whole texts alone? */
function isWhole(pattern: string): boolean {
  return pattern.startsWith("^") && /[^\\]\$$/.test(pattern);
}

function groupIn(found: Cel, group: Capture, cx: Context): Cel {
  switch (group.kind) {
    case "within":
      return groupWithin(groupIn(found, group.part, cx), group.own, cx);
    case "found": {
      const upTo = method(found, "find", text(group.upTo));
      return group.before === "^" ? upTo : method(upTo, "substring", sizeOf(found, group.before));
    }
    case "rest":
      return method(found, "substring", sizeOf(found, group.before));
    case "between": {
      const { before, after } = group;
      const end = after === 0 ? [] : [binary("-", method(found, "size"), int(after))];
      return method(found, "substring", int(before), ...end);
    }
  }
}

/** Where the part does not take part, there is nothing to take the group out of. */
function groupWithin(part: Cel, group: Capture, cx: Context): Cel {
  const isFoundAtOnce = group.kind === "found" && group.before === "^";
  if (isFoundAtOnce || (group.kind === "between" && group.before === 0 && group.after === 0))
    return groupIn(part, group, cx);
  const variable = cx.fresh("part");
  const taken = name(variable);
  return once(part, variable, choice(binary("==", taken, text("")), text(""), groupIn(taken, group, cx)));
}

function sizeOf(found: Cel, pattern: string): Cel {
  return method(method(found, "find", text(pattern)), "size");
}
