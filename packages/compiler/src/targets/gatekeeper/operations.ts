import { type Expr, type Policy, type Type, type Verified, verify } from "@policyc/ir";
import { any, negation, onlyWhere } from "../exemptions.js";

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
  const unknown = negation({ kind: "present", of: operation, type: boolean, span });
  return verify(onlyWhere(policy, any([unknown, ...isOne])));
}
