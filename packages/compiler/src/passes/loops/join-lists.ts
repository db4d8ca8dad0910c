import { type Expr, type List, partsOf, type Stream } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { readsIn, readsOf, rewritePolicy } from "../tree/rewrite.js";

/**
 * A list that goes on under another name, `const more = [...some, x]`, and is read nowhere else is part of that one: of
 * what is pushed step by step one list is left.
 */
export const joinLists: Pass = {
  name: "join-lists",
  concerns: ["list"],
  run: (policy) => rewritePolicy(policy, { expression: inExpression, stream: inStream }),
};

function inExpression(expr: Expr): Expr {
  if (expr.kind !== "let" || expr.value.kind !== "list") return expr;
  const { binder, value, body } = expr;
  if (readsOf(body, binder.name) !== 1) return expr;
  if (body.kind !== "let") return goingOn(body, binder.name, value) ?? expr;
  const next = goingOn(body.value, binder.name, value);
  return next === undefined ? expr : { ...body, value: next };
}

function inStream(stream: Stream): Stream {
  if (stream.kind !== "bind" || stream.value.kind !== "list" || stream.body.kind !== "bind") return stream;
  const { binder, value, body } = stream;
  const next = goingOn(body.value, binder.name, value);
  if (next === undefined || partsOf(body).expressions.length !== 1) return stream;
  const reads = readsOf(body.value, binder.name) + readsIn(body.body, binder.name);
  return reads === 1 ? { ...body, value: next } : stream;
}

/** The list with the items of another where it spreads that. */
function goingOn(expr: Expr, name: string, items: List): Expr | undefined {
  if (expr.kind !== "list") return undefined;
  const joined = expr.items.flatMap((item) =>
    item.spread && item.value.kind === "local" && item.value.name === name ? items.items : [item],
  );
  const isJoined = expr.items.some(
    ({ spread, value }) => spread && value.kind === "local" && value.name === name,
  );
  return isJoined ? { ...expr, items: joined } : undefined;
}
