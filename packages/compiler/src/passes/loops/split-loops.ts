import { type Bind, type Each, type Expr, expressionsIn, type Stream, weight } from "@policyc/ir";
import { conjunction, negated } from "../fold/logic.js";
import { FreshNames, Renaming } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { isPath } from "../tree/path.js";
import { readsIn, rewriteStream } from "../tree/rewrite.js";

/**
 * A loop that may say several things is a loop for each of them, so that each picks the elements that are to blame
 * and says it of them alone. In CEL a turn of a loop has but one result: several would be put into a list, made one
 * text, and the empty ones taken out again.
 */
export const splitLoops: Pass = {
  name: "split-loops",
  run: (policy) => {
    const names = FreshNames.of(policy);
    return { ...policy, body: rewriteStream(policy.body, { stream: (stream) => inWays(stream, names) }) };
  },
};

function inWays(stream: Stream, names: FreshNames): Stream {
  const ways = stream.kind === "each" ? waysOf(stream.body) : undefined;
  return stream.kind !== "each" || ways === undefined || ways.length < 2
    ? stream
    : split(stream, ways, names);
}

function split(stream: Each, ways: readonly Stream[], names: FreshNames): Stream {
  const { over } = stream.iteration;
  const [list, named] = isPath(over) ? [over] : namedList(over, names);
  const loops = ways.map((body) =>
    new Renaming(names).stream({ ...stream, iteration: { ...stream.iteration, over: list }, body }),
  );
  const items: Stream = { kind: "sequence", items: loops, span: stream.span };
  return named === undefined ? items : { ...named, body: items };
}

/** What several loops run over is made once, and called as the author calls it, or like the field that it comes from. */
function namedList(over: Expr, names: FreshNames): readonly [Expr, Bind] {
  const field = expressionsIn(over).find(({ kind }) => kind === "field");
  const own = over.kind === "list" ? over.name : undefined;
  const binder = {
    name: names.unique(own ?? (field?.kind === "field" ? field.name : "entries")),
    type: over.type,
  };
  const local: Expr = { kind: "local", name: binder.name, type: binder.type, span: over.span };
  const nothing: Stream = { kind: "sequence", items: [], span: over.span };
  return [local, { kind: "bind", binder, value: over, body: nothing, span: over.span }];
}

/** A condition that is longer is not written twice. */
const shortCondition = 12;

/** Each way through a loop's body to what it says, where nothing is computed twice that is worth a name. */
function waysOf(stream: Stream): readonly Stream[] | undefined {
  switch (stream.kind) {
    case "violation":
    case "each":
    case "delegate":
      return [stream];
    case "sequence": {
      const ways = stream.items.map(waysOf);
      return ways.every((way) => way !== undefined) ? ways.flat() : undefined;
    }
    case "guard":
      return guarded(stream.when, waysOf(stream.then));
    case "branch": {
      if (weight(stream.test) > shortCondition) return undefined;
      const then = guarded(stream.test, waysOf(stream.then));
      const otherwise = guarded(negated(stream.test), waysOf(stream.else));
      return then === undefined || otherwise === undefined ? undefined : [...then, ...otherwise];
    }
    case "bind":
      return bound(stream);
  }
}

function guarded(when: Expr, ways: readonly Stream[] | undefined): readonly Stream[] | undefined {
  if (ways === undefined || (ways.length > 1 && weight(when) > shortCondition)) return undefined;
  return ways.map((then) => ({
    kind: "guard",
    when: then.kind === "guard" ? conjunction([when, then.when], then.when.span) : when,
    then: then.kind === "guard" ? then.then : then,
    span: when.span,
  }));
}

/** A name goes along with the ways that read it: with all where it is a path, otherwise with one at most. */
function bound(bind: Bind): readonly Stream[] | undefined {
  const ways = waysOf(bind.body);
  const reading = ways?.filter((way) => readsIn(way, bind.binder.name) > 0) ?? [];
  if (reading.length > 1 && !isPath(bind.value)) return undefined;
  return ways?.map((body) => (reading.includes(body) ? { ...bind, body } : body));
}
