import {
  type Binding,
  bindingsIn,
  bindingsInStream,
  type Expr,
  mapChildren,
  mapExpressions,
  mapStream,
  type Stream,
} from "@policyc/ir";
import { FreshNames, Renaming } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { holdsFlattened, nestedEach, nestedExpression } from "./nested.js";
import { eachOfParts, isPutTogether, ofParts } from "./put-together.js";

/**
 * What is done with a `flatMap` is done with each of its lists, since Kubernetes' CEL has no `flatten` before 1.35:
 * a loop over it becomes two loops, its length a sum, its text a text of texts.
 */
export const nestLoops: Pass = {
  name: "nest-loops",
  run: (policy) => ({ ...policy, body: inStream(policy.body, FreshNames.of(policy)) }),
};

/** A name for a `flatMap` gives way to it, so that the loops over the name can be nested. */
function inStream(stream: Stream, names: FreshNames): Stream {
  if (stream.kind === "bind") {
    const value = inExpression(stream.value, names);
    const { name } = stream.binder;
    return isWrittenOut(value) && !isCountedThrough(name, bindingsInStream(stream.body))
      ? inStream(mapExpressions(stream.body, replacing(name, value, names)), names)
      : mapStream(
          stream,
          () => value,
          (body) => inStream(body, names),
        );
  }
  const inner = mapStream(
    stream,
    (expr) => inExpression(expr, names),
    (child) => inStream(child, names),
  );
  if (inner.kind !== "each") return inner;
  // A loop that counts its turns goes on counting from part to part, and stays one.
  const parted = isPutTogether(inner.iteration.over) ? eachOfParts(inner, names) : inner;
  return parted === inner ? nestedEach(inner) : inStream(parted, names);
}

/** Is the value one that engines cannot hold, so that its name gives way to it? */
function isWrittenOut(value: Expr): boolean {
  return holdsFlattened(value) || isPutTogether(value);
}

/**
 * Does a loop count through the list that has the name? Turns of two such loops are told apart by their positions, and
 * CEL goes through an object's keys in another order each time: the list must be made once.
 */
function isCountedThrough(name: string, below: readonly Binding[]): boolean {
  return below.some(({ as, of }) => as === "key" && of.kind === "local" && of.name === name);
}

function inExpression(expr: Expr, names: FreshNames): Expr {
  const inner = (child: Expr): Expr => inExpression(child, names);
  if (expr.kind !== "let") {
    const mapped = mapChildren(expr, inner);
    const parted = ofParts(mapped, names);
    return parted === mapped ? nestedExpression(mapped, names) : inner(parted);
  }
  const value = inner(expr.value);
  return isWrittenOut(value) && !isCountedThrough(expr.binder.name, bindingsIn(expr.body))
    ? inner(replacing(expr.binder.name, value, names)(expr.body))
    : mapChildren(expr, (child) => (child === expr.value ? value : inner(child)));
}

function replacing(name: string, value: Expr, names: FreshNames): (expr: Expr) => Expr {
  const replace = (expr: Expr): Expr =>
    expr.kind === "local" && expr.name === name
      ? new Renaming(names).expression(value)
      : mapChildren(expr, replace);
  return replace;
}
