import {
  absentType,
  booleanType,
  type Expr,
  type ExprOf,
  integerType,
  literal,
  mayBeAbsent,
  optional,
  required,
  stringType,
} from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * What is absent and Gatekeeper sends all the same: the operation of an audit is the empty text, the user and the Namespace
 * of what is in none are empty objects (`pkg/target` of Gatekeeper 3.23). So a read of the whole becomes a choice; a
 * field of the user or of the Namespace, and a comparison of the operation with one of them, find nothing there as it is.
 */
export const sentEmpty: Pass = {
  name: "sent-empty",
  run: (policy) => {
    const plain = new WeakMap<Expr, Expr>();
    const restored = (expr: Expr): Expr => plain.get(expr) ?? expr;
    const chosen = (expr: Expr): Expr => {
      const choice = whereSent(expr);
      if (choice === undefined) return expr;
      plain.set(choice, expr);
      return choice;
    };
    const rule = (expr: Expr): Expr => {
      if (expr.kind === "field" && plain.has(expr.of)) return chosen({ ...expr, of: restored(expr.of) });
      if (expr.kind === "coalesce" && (isText(expr.fallback, "") || isNothing(expr.fallback)))
        return { ...expr, of: restored(expr.of) };
      if (expr.kind === "logic")
        return { ...expr, operands: expr.operands.filter((part) => !asksAgain(part, expr)) };
      if (expr.kind !== "compare") return chosen(expr);
      const { left, right } = expr;
      return isOperation(left) || isOperation(right)
        ? { ...expr, left: restored(left), right: restored(right) }
        : expr;
    };
    /** The truth of a text asks that it is there, and not empty: here these are one question. */
    const asksAgain = (part: Expr, { operator, operands }: ExprOf<"logic">): boolean =>
      operator === "and" &&
      part.kind === "compare" &&
      part.operator === "!=" &&
      plain.has(part.left) &&
      isText(part.right, "") &&
      operands.some((one) => one.kind === "present" && plain.has(one.of));
    return rewritePolicy(policy, { expression: rule });
  },
};

/** The value where there is one, nothing otherwise. */
function whereSent(expr: Expr): Expr | undefined {
  const test = testOf(expr);
  if (test === undefined) return undefined;
  const { span } = expr;
  return {
    kind: "conditional",
    test,
    then: { ...expr, type: required(expr.type) },
    else: { kind: "absent", type: absentType, span },
    type: optional(expr.type),
    span,
  };
}

function testOf(expr: Expr): Expr | undefined {
  return namespaceTest(expr) ?? operationTest(expr) ?? userTest(expr);
}

function namespaceTest(expr: Expr): Expr | undefined {
  if (expr.kind !== "input" || expr.root !== "namespaceObject") return undefined;
  const { span } = expr;
  const type = optional({ kind: "record", name: "ObjectMeta" });
  const of: Expr = { kind: "field", of: expr, name: "metadata", type, span };
  return { kind: "present", of, type: booleanType, span };
}

function operationTest(expr: Expr): Expr | undefined {
  if (!isOfRequest(expr, "operation")) return undefined;
  const { span } = expr;
  const empty: Expr = { kind: "literal", value: "", type: stringType, span };
  // Its type says one of four texts.
  const of: Expr = { ...expr, type: optional(stringType) };
  const left: Expr = { kind: "coalesce", of, fallback: empty, type: stringType, span };
  return { kind: "compare", operator: "!=", left, right: empty, type: booleanType, span };
}

/** Where a test before has shown that there is a user, the read says so. */
function userTest(expr: Expr): Expr | undefined {
  if (!isOfRequest(expr, "userInfo") || !mayBeAbsent(expr.type)) return undefined;
  const { span } = expr;
  const of: Expr = { ...expr, type: required(expr.type) };
  const left: Expr = { kind: "call", intrinsic: "map.size", args: [of], type: integerType, span };
  return { kind: "compare", operator: ">", left, right: literal(0, span), type: booleanType, span };
}

function isOfRequest(expr: Expr, name: string): boolean {
  return (
    expr.kind === "field" && expr.name === name && expr.of.kind === "input" && expr.of.root === "request"
  );
}

function isNothing(expr: Expr): boolean {
  return expr.kind === "record" && expr.entries.length === 0;
}

function isOperation(expr: Expr): boolean {
  return expr.kind === "literal" && typeof expr.value === "string" && expr.value !== "";
}

function isText(expr: Expr, text: string): boolean {
  return expr.kind === "literal" && expr.value === text;
}
