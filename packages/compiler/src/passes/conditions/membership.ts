import {
  booleanType,
  type Compare,
  type Expr,
  type Literal,
  type Logic,
  literal,
  mayBeAbsent,
  required,
  stringType,
} from "@policyc/ir";
import { fingerprint } from "../tree/fingerprint.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * `a == "x" || a == "y"` is `a in ["x", "y"]`, which reads `a` once; and `a != "x" && a != "y"` that it is in none.
 * Of CEL alone: in Rego the backend writes such a choice as a set.
 */
export const membership: Pass = {
  name: "membership",
  run: (policy) =>
    rewritePolicy(policy, { expression: (expr) => (expr.kind === "logic" ? gathered(expr) : expr) }),
};

function gathered(expr: Logic): Expr {
  const operator = expr.operator === "or" ? "==" : "!=";
  const groups = new Map<string, Choice[]>();
  for (const operand of expr.operands) {
    const choice = choiceOf(operand, operator);
    if (choice === undefined) continue;
    const key = fingerprint(choice.left);
    groups.set(key, [...(groups.get(key) ?? []), choice]);
  }
  const repeated = [...groups.values()].filter((group) => group.length > 1);
  if (repeated.length === 0) return expr;
  const operands = expr.operands.flatMap((operand): readonly Expr[] => {
    const group = repeated.find((choices) => choices.some(({ compare }) => compare === operand));
    const [first] = group ?? [];
    if (group === undefined || first === undefined) return [operand];
    return first.compare === operand ? [among(first, group, expr.operator)] : [];
  });
  const [only, second] = operands;
  return only !== undefined && second === undefined ? only : { ...expr, operands };
}

interface Choice {
  readonly compare: Compare;
  readonly left: Expr;
  readonly right: Literal;
}

/** A comparison with a text. An empty one also stands for what is absent, so that it is left alone. */
function choiceOf(operand: Expr, operator: Compare["operator"]): Choice | undefined {
  if (operand.kind !== "compare" || operand.operator !== operator) return undefined;
  const { left, right } = operand;
  const isText = right.kind === "literal" && typeof right.value === "string" && right.value !== "";
  return isText && required(left.type).kind === "string" ? { compare: operand, left, right } : undefined;
}

function among(
  { left, compare: { span } }: Choice,
  group: readonly Choice[],
  operator: Logic["operator"],
): Expr {
  const texts: Expr = {
    kind: "list",
    items: group.map(({ right }) => ({ spread: false, value: right })),
    type: { kind: "list", element: stringType },
    span,
  };
  const found: Expr = {
    kind: "call",
    intrinsic: "list.includes",
    args: [texts, orEmpty(left)],
    type: booleanType,
    span,
  };
  return operator === "or" ? found : { kind: "not", operand: found, type: booleanType, span };
}

function orEmpty(of: Expr): Expr {
  if (!mayBeAbsent(of.type)) return of;
  return { kind: "coalesce", of, fallback: literal("", of.span), type: stringType, span: of.span };
}
