import { type Expr, type Policy, type Type, type Verified, verify } from "@policyc/ir";
import { any, onlyWhere } from "../exemptions.js";

/**
 * Gatekeeper asks a template about creations and updates alike. A policy for some operations only tests the
 * operation itself; in audit there is none, and the policy holds for what exists.
 */
export function whereOperationMatters(policy: Policy): Verified<Policy> {
  const { operations } = policy.match;
  if (operations.includes("CREATE") && operations.includes("UPDATE")) return verify(policy);
  const span = policy.span;
  const text: Type = { kind: "string" };
  const boolean: Type = { kind: "boolean" };
  const request: Expr = {
    kind: "input",
    root: "request",
    type: { kind: "record", name: "AdmissionRequest" },
    span,
  };
  const operation: Expr = {
    kind: "field",
    of: request,
    name: "operation",
    type: { kind: "optional", of: text },
    span,
  };
  const isOne = operations.map(
    (name): Expr => ({
      kind: "compare",
      operator: "==",
      left: operation,
      right: { kind: "literal", value: name, type: text, span },
      type: boolean,
      span,
    }),
  );
  // Audit sends an empty operation, or none.
  const named: Expr = {
    kind: "coalesce",
    of: operation,
    fallback: { kind: "literal", value: "", type: text, span },
    type: text,
    span,
  };
  const unknown: Expr = {
    kind: "compare",
    operator: "==",
    left: named,
    right: { kind: "literal", value: "", type: text, span },
    type: boolean,
    span,
  };
  return verify(onlyWhere(policy, any([unknown, ...isOne])));
}
