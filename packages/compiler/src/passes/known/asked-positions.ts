import {
  type Binder,
  booleanType,
  type Expr,
  expressionsIn,
  expressionsInStream,
  type Stream,
} from "@policyc/ir";
import { found, questionOf } from "../fold/found.js";
import { negated } from "../fold/logic.js";
import type { Pass } from "../tree/pass.js";
import { readsIn, readsOf, rewriteExpression, rewritePolicy, rewriteStream } from "../tree/rewrite.js";

/**
 * `const at = list.findIndex(test);` of which nothing is asked but whether it is one: the name is a truth. Where it stands
 * by itself, `list.findIndex(test) !== -1`, `fold` sees it.
 */
export const askedPositions: Pass = {
  name: "asked-positions",
  run: (policy) =>
    rewritePolicy(policy, {
      expression: (expr) => {
        if (expr.kind !== "let") return expr;
        const value = askedAlone(expr, () => [
          expressionsIn(expr.body),
          readsOf(expr.body, expr.binder.name),
        ]);
        if (value === undefined) return expr;
        const body = rewriteExpression(expr.body, answered(expr.binder));
        return { ...expr, binder: { ...expr.binder, type: booleanType }, value, body };
      },
      stream: (stream): Stream => {
        if (stream.kind !== "bind") return stream;
        const value = askedAlone(stream, () => [
          expressionsInStream(stream.body),
          readsIn(stream.body, stream.binder.name),
        ]);
        if (value === undefined) return stream;
        const body = rewriteStream(stream.body, { expression: answered(stream.binder) });
        return { ...stream, binder: { ...stream.binder, type: booleanType }, value, body };
      },
    }),
};

interface Named {
  readonly binder: Binder;
  readonly value: Expr;
}

/** Whether there is such a position, where all that is read below its name are questions for that. */
function askedAlone(
  { binder, value }: Named,
  below: () => readonly [all: readonly Expr[], reads: number],
): Expr | undefined {
  const some = found(value, value.span);
  if (some === undefined) return undefined;
  const [all, reads] = below();
  return all.filter((expr) => asks(expr, binder) !== undefined).length === reads ? some : undefined;
}

function asks(expr: Expr, { name }: Binder): "found" | "missing" | undefined {
  if (expr.kind !== "compare" || expr.left.kind !== "local" || expr.left.name !== name) return undefined;
  return questionOf(expr);
}

function answered(binder: Binder): (expr: Expr) => Expr {
  return (expr) => {
    const question = asks(expr, binder);
    if (question === undefined) return expr;
    const truth: Expr = { kind: "local", name: binder.name, type: booleanType, span: expr.span };
    return question === "found" ? truth : negated(truth);
  };
}
