import {
  type Collect,
  type Conditional,
  type Expr,
  type Logic,
  literal,
  mapAll,
  mapChildren,
  mapStream,
  required,
  type Stream,
} from "@policyc/ir";
import type { Pass } from "./pass.js";
import { type Facts, pathText, withShown } from "./presence-facts.js";

/**
 * After `(rule.host ?? "") !== ""` there is a host: it is read as it is, and nothing stands in for it again. Of CEL alone,
 * whose `&&`, `?:` and `filter` ask in this order; last of all, since no value may leave the test that it relies on.
 */
export const shownPresent: Pass = {
  name: "shown-present",
  run: (policy) => ({ ...policy, body: inStream(policy.body, new Set()) }),
};

function inStream(stream: Stream, facts: Facts): Stream {
  switch (stream.kind) {
    case "guard": {
      const when = inExpression(stream.when, facts);
      const then = inStream(stream.then, withShown(facts, stream.when, true));
      return when === stream.when && then === stream.then ? stream : { ...stream, when, then };
    }
    case "branch": {
      const test = inExpression(stream.test, facts);
      const then = inStream(stream.then, withShown(facts, stream.test, true));
      const otherwise = inStream(stream.else, withShown(facts, stream.test, false));
      const isSame = test === stream.test && then === stream.then && otherwise === stream.else;
      return isSame ? stream : { ...stream, test, then, else: otherwise };
    }
    default:
      return mapStream(
        stream,
        (expr) => inExpression(expr, facts),
        (child) => inStream(child, facts),
      );
  }
}

function inExpression(expr: Expr, facts: Facts): Expr {
  switch (expr.kind) {
    case "logic":
      return inOrder(expr, facts);
    case "conditional":
      return inChoice(expr, facts);
    case "collect":
      return inCollect(expr, facts);
    case "coalesce":
      return isShown(expr.of, facts) ? there(inExpression(expr.of, facts)) : inChildren(expr, facts);
    case "present":
      return isShown(expr.of, facts) ? literal(true, expr.span) : inChildren(expr, facts);
    case "field":
    case "index": {
      const read = inChildren(expr, facts);
      return isShown(expr, facts) ? there(read) : read;
    }
    case "local":
      return isShown(expr, facts) ? there(expr) : expr;
    default:
      return inChildren(expr, facts);
  }
}

function inChildren(expr: Expr, facts: Facts): Expr {
  return mapChildren(expr, (child) => inExpression(child, facts));
}

/** Each operand is asked where those before it have not decided. */
function inOrder(expr: Logic, facts: Facts): Expr {
  let known = facts;
  const operands = mapAll(expr.operands, (operand) => {
    const inner = inExpression(operand, known);
    known = withShown(known, operand, expr.operator === "and");
    return inner;
  });
  return operands === expr.operands ? expr : { ...expr, operands };
}

function inChoice(expr: Conditional, facts: Facts): Expr {
  const test = inExpression(expr.test, facts);
  const then = inExpression(expr.then, withShown(facts, expr.test, true));
  const otherwise = inExpression(expr.else, withShown(facts, expr.test, false));
  const isSame = test === expr.test && then === expr.then && otherwise === expr.else;
  return isSame ? expr : { ...expr, test, then, else: otherwise };
}

function inCollect(expr: Collect, facts: Facts): Expr {
  const inner = expr.where === undefined ? facts : withShown(facts, expr.where, true);
  return mapChildren(expr, (child) =>
    inExpression(child, child === expr.value || child === expr.mapKey ? inner : facts),
  );
}

function isShown(expr: Expr, facts: Facts): boolean {
  const text = facts.size === 0 ? undefined : pathText(expr);
  return text !== undefined && facts.has(text);
}

function there(expr: Expr): Expr {
  const type = required(expr.type);
  return type === expr.type ? expr : { ...expr, type };
}
