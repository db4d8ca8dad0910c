import {
  type Collect,
  type Conditional,
  type Expr,
  type Logic,
  mapAll,
  mapChildren,
  mapStream,
  type Stream,
} from "@policyc/ir";

/** What tests before have shown, as texts. */
export type Facts = ReadonlySet<string>;

/** The tests that must have come out so, and how, where the whole comes out like this. */
export function* testsDecidedBy(test: Expr, outcome: boolean): Generator<readonly [Expr, boolean]> {
  if (test.kind === "not") return yield* testsDecidedBy(test.operand, !outcome);
  if (test.kind !== "logic") return yield [test, outcome];
  if ((test.operator === "and") === outcome)
    for (const operand of test.operands) yield* testsDecidedBy(operand, outcome);
}

/** A rewriting that goes by what is known at each place. */
export interface Knowing {
  /** The facts with what a test shows where it comes out like this. */
  readonly withShown: (facts: Facts, test: Expr, outcome: boolean) => Facts;
  /** What becomes of an expression; `inside` goes on with what is in it. */
  readonly rewrite: (expr: Expr, facts: Facts, inside: (expr: Expr) => Expr) => Expr;
}

/** Goes through a stream as CEL does, whose `&&`, `?:` and `filter` ask in this order. */
export function rewriteKnowing(stream: Stream, knowing: Knowing, facts: Facts = new Set()): Stream {
  const { withShown } = knowing;
  const inExpression = (expr: Expr) => rewriteExpression(expr, knowing, facts);
  switch (stream.kind) {
    case "guard": {
      const when = inExpression(stream.when);
      const then = rewriteKnowing(stream.then, knowing, withShown(facts, stream.when, true));
      return when === stream.when && then === stream.then ? stream : { ...stream, when, then };
    }
    case "branch": {
      const test = inExpression(stream.test);
      const then = rewriteKnowing(stream.then, knowing, withShown(facts, stream.test, true));
      const otherwise = rewriteKnowing(stream.else, knowing, withShown(facts, stream.test, false));
      const isSame = test === stream.test && then === stream.then && otherwise === stream.else;
      return isSame ? stream : { ...stream, test, then, else: otherwise };
    }
    default:
      return mapStream(stream, inExpression, (child) => rewriteKnowing(child, knowing, facts));
  }
}

function rewriteExpression(expr: Expr, knowing: Knowing, facts: Facts): Expr {
  return knowing.rewrite(expr, facts, (of) => inside(of, knowing, facts));
}

function inside(expr: Expr, knowing: Knowing, facts: Facts): Expr {
  switch (expr.kind) {
    case "logic":
      return inOrder(expr, knowing, facts);
    case "conditional":
      return inChoice(expr, knowing, facts);
    case "collect":
      return inCollect(expr, knowing, facts);
    default:
      return mapChildren(expr, (child) => rewriteExpression(child, knowing, facts));
  }
}

/** Each operand is asked where those before it have not decided. */
function inOrder(expr: Logic, knowing: Knowing, facts: Facts): Expr {
  let known = facts;
  const operands = mapAll(expr.operands, (operand) => {
    const inner = rewriteExpression(operand, knowing, known);
    known = knowing.withShown(known, operand, expr.operator === "and");
    return inner;
  });
  return operands === expr.operands ? expr : { ...expr, operands };
}

function inChoice(expr: Conditional, knowing: Knowing, facts: Facts): Expr {
  const test = rewriteExpression(expr.test, knowing, facts);
  const then = rewriteExpression(expr.then, knowing, knowing.withShown(facts, expr.test, true));
  const otherwise = rewriteExpression(expr.else, knowing, knowing.withShown(facts, expr.test, false));
  const isSame = test === expr.test && then === expr.then && otherwise === expr.else;
  return isSame ? expr : { ...expr, test, then, else: otherwise };
}

function inCollect(expr: Collect, knowing: Knowing, facts: Facts): Expr {
  const inner = expr.where === undefined ? facts : knowing.withShown(facts, expr.where, true);
  return mapChildren(expr, (child) =>
    rewriteExpression(child, knowing, child === expr.value || child === expr.mapKey ? inner : facts),
  );
}
