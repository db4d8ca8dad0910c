import type { Span } from "@policyc/diagnostics";
import { type Expr, type FunctionIR, mapChildren, mapStream, type Policy, type Stream } from "@policyc/ir";
import { answersBelow, type Change, isNeverAsked, ofCondition, ownChanges } from "./change.js";
import { narrowedReads } from "./narrowing.js";

/** A policy with one thing in it changed. */
export interface Mutant {
  readonly policy: Policy;
  /** What was changed, as the end of "the suite does not notice when …". */
  readonly says: string;
  readonly span: Span;
}

/**
 * Every policy that differs from this one in one condition: decided, compared otherwise, or with one constant less.
 * Messages are left alone: what they say is the author's, and what they depend on is not the verdict.
 *
 * @param isOwn Whether the author wrote what stands there; functions of packages are tested by their authors.
 */
export function mutantsOf(policy: Policy, isOwn: (span: Span) => boolean): readonly Mutant[] {
  const inBody = [...streamChanges(policy.body)].map((change) => ({
    change,
    policy: { ...policy, body: change.node },
  }));
  const inFunctions = policy.functions.flatMap((fn, index) =>
    [...functionChanges(fn)].map((change) => ({
      change,
      policy: { ...policy, functions: policy.functions.with(index, change.node) },
    })),
  );
  // What reads a field that nothing has tested does not pass TypeScript: nobody can write it.
  const needsTest = narrowedReads(policy);
  return [...inBody, ...inFunctions]
    .filter(({ change: { span, untested = [] } }) => isOwn(span) && !untested.some(needsTest))
    .map(({ change: { says, span }, policy: changed }) => ({ policy: changed, says, span }));
}

function* functionChanges(fn: FunctionIR): Generator<Change<FunctionIR>, void> {
  const { body } = fn;
  if (body.kind === "value") {
    for (const { node, ...change } of expressionChanges(body.value, ofCondition))
      yield { ...change, node: { ...fn, body: { kind: "value", value: node } } };
  } else {
    for (const { node, ...change } of streamChanges(body.stream))
      yield { ...change, node: { ...fn, body: { kind: "stream", stream: node } } };
  }
}

function* streamChanges(stream: Stream): Generator<Change<Stream>, void> {
  const expressions: Expr[] = [];
  const streams: Stream[] = [];
  mapStream(stream, noted(expressions), noted(streams));
  const isTest = stream.kind === "guard" || stream.kind === "branch";
  for (const [index, expr] of stream.kind === "violation" ? [] : expressions.entries()) {
    for (const { node, ...change } of expressionChanges(expr, isTest ? ofCondition : []))
      yield { ...change, node: mapStream(stream, replacing(index, node), same) };
  }
  for (const [index, child] of streams.entries()) {
    for (const { node, ...change } of streamChanges(child))
      yield { ...change, node: mapStream(stream, same, replacing(index, node)) };
  }
}

function* expressionChanges(expr: Expr, answers: readonly boolean[]): Generator<Change<Expr>, void> {
  yield* ownChanges(expr, answers);
  const children: Expr[] = [];
  mapChildren(expr, noted(children));
  const below = answersBelow(expr);
  for (const [index, child] of children.entries()) {
    if (isNeverAsked(expr, index)) continue;
    for (const { node, ...change } of expressionChanges(child, below(index)))
      yield { ...change, node: mapChildren(expr, replacing(index, node)) };
  }
}

function same<Node>(node: Node): Node {
  return node;
}

function noted<Node>(into: Node[]): (node: Node) => Node {
  return (node) => {
    into.push(node);
    return node;
  };
}

/** Replaces the child that is visited at a place; children are always visited in the same order. */
function replacing<Node>(place: number, by: Node): (node: Node) => Node {
  let index = 0;
  return (node) => (index++ === place ? by : node);
}
