import { type Expr, type ExprOf, isEmpty, literal, mayBeAbsent, optional, required } from "@policyc/ir";
import { isLastIn, isSplit } from "../loops/first-parts.js";
import { fingerprint } from "../tree/fingerprint.js";
import { anyKept } from "./emptiness.js";
import { absentRead, isConstructed } from "./literal.js";
import { isEmptyList } from "./logic.js";

/** Tests of presence and fallbacks whose outcome is known. */
export function foldAbsence(expr: Expr): Expr {
  switch (expr.kind) {
    case "present":
      return presence(expr.of) ?? expr;
    case "coalesce":
      return coalesced(expr.of, expr.fallback, expr) ?? expr;
    case "conditional":
      return nothing(expr) ?? searched(expr) ?? orElse(expr) ?? allMatched(expr) ?? expr;
    case "field":
    case "index":
      return expr.of.kind === "absent" || isEmpty(expr.of) ? absentRead(expr) : readWhereThere(expr);
    default:
      return expr;
  }
}

/**
 * Whichever is chosen, it is `undefined`, or a list with nothing in it. The first side may be said to be there: in
 * `deny && deny` it is read behind a test.
 */
function nothing({ then, else: otherwise, type }: ExprOf<"conditional">): Expr | undefined {
  if (then.kind === "absent") return otherwise.kind === "absent" ? { ...then, type } : undefined;
  return isEmptyList(then) && isEmptyList(otherwise) ? then : undefined;
}

/** `labels["zone"]?.split("-")[0]`: the first part is there where the text is. */
function readWhereThere(expr: ExprOf<"field" | "index">): Expr {
  const { of, type, span } = expr;
  if (of.kind !== "conditional" || of.else.kind !== "absent") return expr;
  const then: Expr = { ...expr, of: of.then, type: required(type) };
  return isFirstPart(then) ? { kind: "conditional", test: of.test, then, else: of.else, type, span } : expr;
}

function presence(of: Expr): Expr | undefined {
  if (of.kind === "absent") return literal(false, of.span);
  if (isConstructed(of) || isFirstPart(of) || isStoodIn(of) || !mayBeAbsent(of.type))
    return literal(true, of.span);
  if (of.kind === "conditional" && of.else.kind === "absent" && !mayBeAbsent(of.then.type)) return of.test;
  return found(of);
}

/** `xs ?? []`, also where its type says less: what is left of `flag ? (xs ?? []) : ys` where the flag is known. */
function isStoodIn(expr: Expr): boolean {
  return expr.kind === "coalesce" && !mayBeAbsent(expr.fallback.type);
}

/** `xs.find(test) !== undefined` is `xs.some(test)`. */
function found(expr: Expr): Expr | undefined {
  if (expr.kind !== "index" || expr.key.kind !== "literal" || expr.key.value !== 0) return undefined;
  const { of: list, span } = expr;
  const isOfValues = list.kind === "collect" && !mayBeAbsent(list.value.type);
  return isOfValues ? anyKept(list, span) : undefined;
}

/** `image.split("@")[0]`: what is split at something has a first part, and be it empty. */
function isFirstPart(expr: Expr): boolean {
  return expr.kind === "index" && expr.key.kind === "literal" && expr.key.value === 0 && isSplit(expr.of);
}

/** `path.split("/").at(-1)`: so it has a last one. */
function withLastPart(expr: Expr): Expr | undefined {
  if (expr.kind !== "let" || !isSplit(expr.value) || !isLastIn(expr.body, expr.binder.name)) return undefined;
  const type = required(expr.type);
  return { ...expr, body: { ...expr.body, type }, type };
}

/** A read of a required list keeps its fallback: objects in fixtures may lack it. */
function coalesced(of: Expr, fallback: Expr, { type, span }: Expr): Expr | undefined {
  if (of.kind === "absent") return fallback;
  if (isConstructed(of)) return of;
  if (isFirstPart(of)) return { ...of, type: required(of.type) };
  // TypeScript takes what is spread for given: `{ tag: "none", ...(isOwn ? { tag: c.image } : {}) }.tag ?? "-"`.
  if (
    of.kind === "conditional" &&
    !mayBeAbsent(of.type) &&
    [of.then, of.else].some((way) => mayBeAbsent(way.type))
  )
    return { kind: "coalesce", of: { ...of, type: optional(of.type) }, fallback, type, span };
  const last = withLastPart(of);
  if (last !== undefined) return last;
  // Where the type says that something is there, a test before has left this way out.
  if (fallback.kind === "absent") return mayBeAbsent(type) ? of : { ...of, type: required(of.type) };
  if (of.kind === "conditional" && of.else.kind === "absent" && !mayBeAbsent(of.then.type)) {
    return { kind: "conditional", test: of.test, then: of.then, else: fallback, type, span };
  }
  // A truth that stands in may contradict the test, and OPA's type checker refuses `flag == true` beside `flag == null`.
  const isTruth = fallback.type.kind === "boolean" && fallback.kind !== "literal";
  if (of.kind === "conditional" && of.then.kind === "absent" && !mayBeAbsent(of.else.type) && !isTruth) {
    return { kind: "conditional", test: of.test, then: fallback, else: of.else, type, span };
  }
  return undefined;
}

/** `names !== undefined ? names : []` is `names ?? []`. What has to be looked for first stays a way of its own. */
function orElse({ test, then, else: otherwise, type, span }: ExprOf<"conditional">): Expr | undefined {
  const isWritten = otherwise.kind === "literal" || otherwise.kind === "list" || otherwise.kind === "record";
  if (!isWritten || then.type.kind === "boolean") return undefined;
  if (test.kind !== "present" || test.of.kind !== then.kind) return undefined;
  const isIt = fingerprint({ ...test.of, type: then.type }) === fingerprint(then);
  return isIt ? { kind: "coalesce", of: test.of, fallback: otherwise, type, span } : undefined;
}

/** `text.match(/…/g) ?? []`: where nothing matches, all that does is nothing; nor are there any, `?.length ?? 0`. */
function allMatched({ test, then, else: otherwise }: ExprOf<"conditional">): Expr | undefined {
  if (test.kind !== "call" || test.intrinsic !== "string.matches" || then.kind !== "call") return undefined;
  const [of] = then.args;
  const isCounted = then.intrinsic === "list.length" && otherwise.kind === "literal" && otherwise.value === 0;
  const all = isCounted ? of : isEmptyList(otherwise) ? then : undefined;
  if (all?.kind !== "call" || all.intrinsic !== "string.allMatches") return undefined;
  const isOfSame = all.args.every(
    (arg, at) => test.args[at] && fingerprint(arg) === fingerprint(test.args[at]),
  );
  return isOfSame ? then : undefined;
}

/** `xs?.find(…)` is `(xs ?? []).find(…)`: in no list, nothing is found. */
function searched({ test, then, else: otherwise }: ExprOf<"conditional">): Expr | undefined {
  if (test.kind !== "present" || otherwise.kind !== "absent") return undefined;
  if (then.kind !== "index" || then.of.kind !== "collect") return undefined;
  const { iteration } = then.of;
  const { type, span } = iteration.over;
  if (type.kind !== "list" || fingerprint({ ...test.of, type }) !== fingerprint(iteration.over))
    return undefined;
  const fallback: Expr = { kind: "list", items: [], type, span };
  const over: Expr = { kind: "coalesce", of: test.of, fallback, type, span };
  return { ...then, of: { ...then.of, iteration: { ...iteration, over } } };
}
