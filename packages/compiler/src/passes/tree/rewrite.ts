import {
  type Expr,
  type FunctionIR,
  type Let,
  mapAll,
  mapChildren,
  mapExpressions,
  mapStream,
  type Policy,
  type Stream,
} from "@policyc/ir";

/** What becomes of a node whose children are rewritten already. */
export interface Rules {
  readonly expression?: (expr: Expr) => Expr;
  readonly stream?: (stream: Stream) => Stream;
  /** Expressions that the rule is known to leave as they are, with all below them. */
  readonly settled?: WeakSet<Expr>;
}

export function rewriteExpression(expr: Expr, rule: (expr: Expr) => Expr, settled?: WeakSet<Expr>): Expr {
  const rewrite = (before: Expr): Expr => {
    if (settled?.has(before)) return before;
    const rewritten = rule(mapChildren(before, rewrite));
    if (rewritten === before) settled?.add(before);
    return rewritten;
  };
  return rewrite(expr);
}

export function rewriteStream(stream: Stream, { expression, stream: rule, settled }: Rules): Stream {
  const inExpression = (expr: Expr): Expr =>
    expression === undefined ? expr : rewriteExpression(expr, expression, settled);
  const rewrite = (before: Stream): Stream => {
    const inner = mapStream(before, inExpression, rewrite);
    return rule === undefined ? inner : rule(inner);
  };
  return rewrite(stream);
}

/** Applies rules from the leaves upwards, to the functions and the body. */
export function rewritePolicy(policy: Policy, rules: Rules): Policy {
  return {
    ...policy,
    functions: mapAll(policy.functions, (fn) => rewriteFunction(fn, rules)),
    body: rewriteStream(policy.body, rules),
  };
}

export function rewriteFunction(fn: FunctionIR, rules: Rules): FunctionIR {
  const { body } = fn;
  if (body.kind === "value") {
    if (rules.expression === undefined) return fn;
    const value = rewriteExpression(body.value, rules.expression, rules.settled);
    return value === body.value ? fn : { ...fn, body: { kind: "value", value } };
  }
  const stream = rewriteStream(body.stream, rules);
  return stream === body.stream ? fn : { ...fn, body: { kind: "stream", stream } };
}

/** Applies to what is said below a name the rule that there is for its value, if there is one. */
export function rewriteBelowNames(
  policy: Policy,
  ruleFor: (named: Pick<Let, "binder" | "value">) => ((expr: Expr) => Expr) | undefined,
): Policy {
  return rewritePolicy(policy, {
    expression: (expr) => {
      const rule = expr.kind === "let" ? ruleFor(expr) : undefined;
      if (expr.kind !== "let" || rule === undefined) return expr;
      const body = rewriteExpression(expr.body, rule);
      return body === expr.body ? expr : { ...expr, body };
    },
    stream: (stream) => {
      const rule = stream.kind === "bind" ? ruleFor(stream) : undefined;
      if (stream.kind !== "bind" || rule === undefined) return stream;
      const body = rewriteStream(stream.body, { expression: rule });
      return body === stream.body ? stream : { ...stream, body };
    },
  });
}

/** How often a stream reads a name. */
export function readsIn(stream: Stream, name: string): number {
  let reads = 0;
  mapExpressions(stream, (expr) => {
    reads += readsOf(expr, name);
    return expr;
  });
  return reads;
}

/** How often an expression reads a name. */
export function readsOf(expr: Expr, name: string): number {
  let reads = 0;
  const visit = (child: Expr): Expr => {
    if (child.kind !== "local") return mapChildren(child, visit);
    if (child.name === name) reads++;
    return child;
  };
  visit(expr);
  return reads;
}
