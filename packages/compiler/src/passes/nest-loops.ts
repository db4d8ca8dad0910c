import {
  booleanType,
  type Call,
  type Collect,
  type Expr,
  type Iteration,
  mapChildren,
  mapExpressions,
  mapStream,
  type Quantify,
  type Stream,
} from "@policyc/ir";
import { FreshNames, Renaming } from "./fresh-names.js";
import type { Pass } from "./pass.js";
import { rewritePolicy } from "./rewrite.js";

/** A loop over `flatMap` becomes two loops: Kubernetes' CEL has no `flatten` before 1.35. */
export const nestLoops: Pass = {
  name: "nest-loops",
  run: (policy) =>
    rewritePolicy(
      { ...policy, body: spelledOut(policy.body, FreshNames.of(policy)) },
      {
        expression: (expr) =>
          expr.kind === "quantify"
            ? quantifyNested(expr)
            : expr.kind === "call"
              ? includesNested(expr)
              : expr,
        stream: eachNested,
      },
    ),
};

/** A name for a `flatMap` gives way to it, so that the loops over the name can be nested. */
function spelledOut(stream: Stream, names: FreshNames): Stream {
  if (stream.kind !== "bind" || !isFlattened(stream.value))
    return mapStream(
      stream,
      (expr) => expr,
      (child) => spelledOut(child, names),
    );
  const { binder, value } = stream;
  const replace = (expr: Expr): Expr =>
    expr.kind === "local" && expr.name === binder.name
      ? new Renaming(names).expression(value)
      : mapChildren(expr, replace);
  return spelledOut(mapExpressions(stream.body, replace), names);
}

function isFlattened(expr: Expr): expr is Collect {
  return expr.kind === "collect" && expr.flatten && expr.into === "list";
}

/** The loop over a `flatMap` and what it flattens, where no index counts through the result. */
function flattened({ over, key }: Iteration): Collect | undefined {
  return isFlattened(over) && key === undefined ? over : undefined;
}

function quantifyNested(expr: Quantify): Expr {
  const outer = flattened(expr.iteration);
  if (outer === undefined) return expr;
  const inner: Expr = quantifyNested({ ...expr, iteration: { ...expr.iteration, over: outer.value } });
  return { ...expr, iteration: outer.iteration, where: guarded(outer.where, inner, expr) };
}

/** `every` passes over what the filter leaves out. */
function guarded(where: Expr | undefined, inner: Expr, { quantifier, span }: Quantify): Expr {
  if (where === undefined) return inner;
  if (quantifier === "some")
    return { kind: "logic", operator: "and", operands: [where, inner], type: booleanType, span };
  return {
    kind: "logic",
    operator: "or",
    operands: [{ kind: "not", operand: where, type: booleanType, span }, inner],
    type: booleanType,
    span,
  };
}

function includesNested(expr: Call): Expr {
  const [list, value] = expr.args;
  if (expr.intrinsic !== "list.includes" || value === undefined) return expr;
  if (list?.kind !== "collect" || !list.flatten || list.into !== "list") return expr;
  const found = includesNested({ ...expr, args: [list.value, value] });
  const quantify: Quantify = {
    kind: "quantify",
    quantifier: "some",
    iteration: list.iteration,
    where: found,
    type: booleanType,
    span: expr.span,
  };
  return { ...quantify, where: guarded(list.where, found, quantify) };
}

function eachNested(stream: Stream): Stream {
  if (stream.kind !== "each") return stream;
  const outer = flattened(stream.iteration);
  if (outer === undefined) return stream;
  const inner = eachNested({ ...stream, iteration: { ...stream.iteration, over: outer.value } });
  const body: Stream =
    outer.where === undefined ? inner : { kind: "guard", when: outer.where, then: inner, span: stream.span };
  return { kind: "each", iteration: outer.iteration, body, span: stream.span };
}
