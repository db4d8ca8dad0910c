import {
  type Expr,
  mapChildren,
  mapStream,
  type Policy,
  type Stream,
  type Type,
} from "@policyc/ir";
import { both, isLiteral, truth } from "./constants.js";
import { simplifyCall } from "./fold-calls.js";
import { fuse, overNothing } from "./fold-loops.js";
import type { Pass } from "./pass.js";

/** Computes what is known: constant tests, comparisons of literals, fallbacks of what is there or is not. */
export const fold: Pass = {
  name: "fold",
  run: (policy: Policy) => ({
    ...policy,
    functions: policy.functions.map((fn) =>
      fn.body.kind === "value" ? { ...fn, body: { kind: "value", value: foldExpr(fn.body.value) } } : fn,
    ),
    body: foldStream(policy.body),
  }),
};

export function foldStream(stream: Stream): Stream {
  const folded = mapStream(stream, foldExpr, foldStream);
  switch (folded.kind) {
    case "guard":
      if (isLiteral(folded.when, true)) return folded.then;
      if (isLiteral(folded.when, false) || isNothing(folded.then)) return nothing(folded);
      return folded.then.kind === "guard"
        ? { ...folded.then, when: simplify(both(folded.when, folded.then.when)) }
        : folded;
    case "branch":
      if (isLiteral(folded.test, true)) return folded.then;
      return isLiteral(folded.test, false) ? folded.else : folded;
    case "each":
      if (folded.iteration.over.kind === "list" && folded.iteration.over.items.length === 0)
        return nothing(folded);
      return isNothing(folded.body) ? nothing(folded) : folded;
    case "bind":
      return isNothing(folded.body) ? nothing(folded) : folded;
    case "sequence": {
      const items = folded.items.flatMap((item) => (item.kind === "sequence" ? item.items : [item]));
      const [only, second] = items;
      return only !== undefined && second === undefined ? only : { ...folded, items };
    }
    default:
      return folded;
  }
}

function nothing(stream: Stream): Stream {
  return { kind: "sequence", items: [], span: stream.span };
}

function isNothing(stream: Stream): boolean {
  return stream.kind === "sequence" && stream.items.length === 0;
}

export function foldExpr(expr: Expr): Expr {
  return simplify(mapChildren(expr, foldExpr));
}

function simplify(expr: Expr): Expr {
  switch (expr.kind) {
    case "not":
      if (expr.operand.kind === "literal") return truth(expr.operand.value === false, expr);
      if (expr.operand.kind === "logic" && expr.operand.operator === "or") {
        return {
          ...expr.operand,
          operator: "and",
          operands: expr.operand.operands.map((operand) => simplify({ ...expr, operand })),
        };
      }
      return expr.operand.kind === "not" ? expr.operand.operand : expr;
    case "logic":
      return simplifyLogic(expr);
    case "present":
      if (expr.of.kind === "absent") return truth(false, expr);
      return isValue(expr.of) ? truth(true, expr) : expr;
    case "coalesce":
      if (expr.of.kind === "absent") return expr.fallback;
      return isValue(expr.of) ? expr.of : expr;
    case "field":
    case "index":
      return expr.of.kind === "absent"
        ? { kind: "absent", type: { kind: "absent" }, span: expr.span }
        : entryOf(expr);
    case "conditional":
      return simplifyConditional(expr);
    case "compare":
      return simplifyComparison(expr);
    case "concat":
      return joinText(expr);
    case "collect":
    case "quantify":
      return overNothing(expr) ?? fuse(expr);
    case "call":
      return simplifyCall(expr);
    default:
      return expr;
  }
}

/** A literal, list or record: there by itself. */
function isValue(expr: Expr): boolean {
  return (
    expr.kind === "literal" ||
    expr.kind === "list" ||
    expr.kind === "record" ||
    expr.kind === "concat" ||
    expr.kind === "collect"
  );
}

/** A field of a record that is written out. */
function entryOf(expr: Expr): Expr {
  if (expr.kind !== "field" || expr.of.kind !== "record") return expr;
  const entry = expr.of.entries.find(({ name }) => name === expr.name);
  return entry?.value ?? { kind: "absent", type: { kind: "absent" }, span: expr.span };
}

function simplifyLogic(expr: Extract<Expr, { kind: "logic" }>): Expr {
  const decides = expr.operator === "or";
  const operands = expr.operands
    .flatMap((operand) =>
      operand.kind === "logic" && operand.operator === expr.operator ? operand.operands : [operand],
    )
    .filter((operand) => !isLiteral(operand, !decides));
  // What follows a deciding operand is never asked.
  const decided = operands.findIndex((operand) => isLiteral(operand, decides));
  const asked = decided < 0 ? operands : operands.slice(0, decided + 1);
  if (decided === 0) return truth(decides, expr);
  const [only, second] = asked;
  if (only === undefined) return truth(!decides, expr);
  return second === undefined ? only : { ...expr, operands: asked };
}

function simplifyConditional(expr: Extract<Expr, { kind: "conditional" }>): Expr {
  if (isLiteral(expr.test, true)) return expr.then;
  if (isLiteral(expr.test, false)) return expr.else;
  if (expr.then.type.kind !== "boolean" || expr.else.type.kind !== "boolean") return expr;
  const span = expr.span;
  const type: Type = { kind: "boolean" };
  if (isLiteral(expr.else, false))
    return simplify({ kind: "logic", operator: "and", operands: [expr.test, expr.then], type, span });
  if (isLiteral(expr.then, true))
    return simplify({ kind: "logic", operator: "or", operands: [expr.test, expr.else], type, span });
  if (isLiteral(expr.then, false)) {
    return simplify({
      kind: "logic",
      operator: "and",
      operands: [simplify({ kind: "not", operand: expr.test, type, span }), expr.else],
      type,
      span,
    });
  }
  return expr;
}

function simplifyComparison(expr: Extract<Expr, { kind: "compare" }>): Expr {
  const { left, right, operator } = expr;
  if (operator === "==" && isLiteral(right, true)) {
    if (left.type.kind === "boolean") return left;
    // `a?.f() === true` where `a` is tested: what is absent is not true.
    if (left.kind === "conditional" && left.else.kind === "absent" && left.then.type.kind === "boolean") {
      return simplify({
        kind: "logic",
        operator: "and",
        operands: [left.test, left.then],
        type: { kind: "boolean" },
        span: expr.span,
      });
    }
  }
  if (left.kind === "absent" || right.kind === "absent") {
    const other = left.kind === "absent" ? right : left;
    if (operator !== "==" && operator !== "!=") return expr;
    const present = simplify({ kind: "present", of: other, type: { kind: "boolean" }, span: expr.span });
    return operator === "!="
      ? present
      : simplify({ kind: "not", operand: present, type: { kind: "boolean" }, span: expr.span });
  }
  if (left.kind !== "literal" || right.kind !== "literal") return neverEqual(expr);
  if (operator === "==") return truth(left.value === right.value, expr);
  if (operator === "!=") return truth(left.value !== right.value, expr);
  if (typeof left.value !== "number" || typeof right.value !== "number") return expr;
  const [a, b] = [left.value, right.value];
  return truth(
    operator === "<" ? a < b : operator === "<=" ? a <= b : operator === ">" ? a > b : a >= b,
    expr,
  );
}

/** Texts of which the types share no value, e.g. a `kind` that only another matched kind has. */
function neverEqual(expr: Extract<Expr, { kind: "compare" }>): Expr {
  const left = literals(expr.left.type);
  const right = literals(expr.right.type);
  if (left === undefined || right === undefined || (expr.operator !== "==" && expr.operator !== "!="))
    return expr;
  if (left.some((text) => right.includes(text))) {
    return left.length === 1 && right.length === 1 ? truth(expr.operator === "==", expr) : expr;
  }
  return truth(expr.operator === "!=", expr);
}

function literals(type: Type): readonly string[] | undefined {
  return type.kind === "string" ? type.literals : undefined;
}

function joinText(expr: Extract<Expr, { kind: "concat" }>): Expr {
  const parts: Expr[] = [];
  for (const part of expr.parts) {
    const last = parts.at(-1);
    if (part.kind === "literal" && last?.kind === "literal") {
      parts[parts.length - 1] = { ...last, value: `${last.value}${part.value}`, type: { kind: "string" } };
    } else parts.push(part);
  }
  const [only, second] = parts;
  if (only?.kind === "literal" && second === undefined)
    return { ...only, value: `${only.value}`, type: { kind: "string" } };
  return { ...expr, parts };
}
