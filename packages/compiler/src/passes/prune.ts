import { type Bind, type Expr, isEmpty, type Stream } from "@policyc/ir";
import { isFalse, isTrue } from "./fold/literal.js";
import { conjunction, negated } from "./fold/logic.js";
import { nameOfWhatIsThere } from "./fold/names-there.js";
import { isTrivial } from "./functions/inline.js";
import { inPlaceOf } from "./tree/in-place.js";
import type { Pass } from "./tree/pass.js";
import { readsIn, readsOf, rewritePolicy } from "./tree/rewrite.js";
import { substituteInStream } from "./tree/substitute.js";

/** Takes out what can have no effect: branches that are never taken, loops over nothing, names that nobody reads. */
export const prune: Pass = {
  name: "prune",
  run: (policy) => rewritePolicy(policy, { expression: pruneExpression, stream: pruneStream }),
};

export function pruneExpression(expr: Expr): Expr {
  return expr.kind === "let" && readsOf(expr.body, expr.binder.name) === 0
    ? inPlaceOf(expr, expr.body)
    : expr;
}

export function pruneStream(stream: Stream): Stream {
  switch (stream.kind) {
    case "sequence": {
      const items = stream.items.flatMap((item) => (item.kind === "sequence" ? item.items : [item]));
      const [only, second] = items;
      if (only !== undefined && second === undefined) return only;
      return items.length === stream.items.length ? stream : { ...stream, items };
    }
    case "guard":
      return pruneGuard(stream.when, stream.then, stream);
    case "branch":
      if (isTrue(stream.test)) return stream.then;
      if (isFalse(stream.test)) return stream.else;
      if (isNothing(stream.else)) return pruneGuard(stream.test, stream.then, stream);
      return isNothing(stream.then) ? pruneGuard(negated(stream.test), stream.else, stream) : stream;
    case "each":
      return isNothing(stream.body) || isEmpty(stream.iteration.over) ? nothing(stream) : stream;
    case "bind":
      if (isTrivial(stream.value))
        return substituteInStream(stream.body, new Map([[stream.binder.name, stream.value]]));
      return readsIn(stream.body, stream.binder.name) > 0 ? whereThere(stream) : stream.body;
    default:
      return stream;
  }
}

function whereThere(bind: Bind): Bind {
  const there = nameOfWhatIsThere(bind.binder, bind.value);
  if (there === undefined) return bind;
  const { name, type } = there;
  const body = substituteInStream(bind.body, new Map([[name, there]]));
  return { ...bind, binder: { ...bind.binder, type }, body };
}

function pruneGuard(when: Expr, then: Stream, at: Stream): Stream {
  if (isTrue(when)) return then;
  if (isFalse(when) || isNothing(then)) return nothing(at);
  if (then.kind !== "guard")
    return at.kind === "guard" && at.when === when ? at : { kind: "guard", when, then, span: at.span };
  return {
    kind: "guard",
    when: conjunction([when, then.when], at.span),
    then: then.then,
    span: at.span,
  };
}

export function isNothing(stream: Stream): boolean {
  return stream.kind === "sequence" && stream.items.length === 0;
}

function nothing({ span }: Stream): Stream {
  return { kind: "sequence", items: [], span };
}
