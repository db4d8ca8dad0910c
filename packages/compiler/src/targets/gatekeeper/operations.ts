import { booleanType, type Expr, type Policy, stringType, type Verified, verify } from "@policyc/ir";
import { negation, onlyWhere } from "../exemptions.js";

/**
 * A Constraint's match knows no operations, so the template asks for them. Gatekeeper that is installed with
 * `enableDeleteOperations` asks every template about deletions, with the object that goes as `object`
 * (pkg/target, `setObjectOnDelete`): what only must not be created may still be deleted. In audit there is no operation,
 * and a policy holds for what exists.
 */
export function whereOperationMatters(policy: Policy): Verified<Policy> {
  const { operations, kinds } = policy.match;
  if (!operations.includes("CREATE") || !operations.includes("UPDATE"))
    return verify(onlyWhere(policy, isOneOf(["", ...operations], policy)));
  const isDeleted = kinds.some(({ subresource }) => subresource === undefined);
  if (operations.includes("DELETE") || !isDeleted) return verify(policy);
  return verify(onlyWhere(policy, negation(isDeletion(policy))));
}

/** Audit sends an empty operation, or none. */
function isOneOf(operations: readonly string[], policy: Policy): Expr {
  const { span } = policy;
  const type = stringType;
  const text = (value: string): Expr => ({ kind: "literal", value, type, span });
  const operation: Expr = { kind: "coalesce", of: operationOf(policy), fallback: text(""), type, span };
  const items = operations.map((value) => ({ spread: false, value: text(value) }));
  const list: Expr = { kind: "list", items, type: { kind: "list", element: type }, span };
  const known: Expr = {
    kind: "call",
    intrinsic: "set.of",
    args: [list],
    type: { kind: "set", element: type },
    span,
  };
  return { kind: "call", intrinsic: "set.has", args: [known, operation], type: booleanType, span };
}

function isDeletion(policy: Policy): Expr {
  const { span } = policy;
  const right: Expr = { kind: "literal", value: "DELETE", type: stringType, span };
  return { kind: "compare", operator: "==", left: operationOf(policy), right, type: booleanType, span };
}

function operationOf({ span }: Policy): Expr {
  const of: Expr = {
    kind: "input",
    root: "request",
    type: { kind: "record", name: "AdmissionRequest" },
    span,
  };
  return { kind: "field", of, name: "operation", type: { kind: "optional", of: stringType }, span };
}
