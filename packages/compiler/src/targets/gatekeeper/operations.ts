import {
  booleanType,
  type Expr,
  literal,
  type Policy,
  stringType,
  type Type,
  type Verified,
  verify,
} from "@policyc/ir";
import { field, negation, onlyWhere } from "../exemptions.js";

/**
 * A Constraint's match knows no operations, so the template asks for them. Gatekeeper that is installed with
 * `enableDeleteOperations` asks every template about deletions, with the object that goes as `object`
 * (pkg/target, `setObjectOnDelete`): what only must not be created may still be deleted. In audit there is no operation,
 * and a policy holds for what exists.
 */
export function whereOperationMatters(policy: Policy): Verified<Policy> {
  const { operations, kinds } = policy.match;
  if (!operations.includes("CREATE") || !operations.includes("UPDATE"))
    return verify(onlyWhere(policy, isOneOf(["", ...operations])));
  const isDeleted = kinds.some(({ subresource }) => subresource === undefined);
  if (operations.includes("DELETE") || !isDeleted) return verify(policy);
  return verify(onlyWhere(policy, negation(isDeletion)));
}

/** Audit sends an empty operation, or none. */
const operation = field("request", "operation");
const { span } = operation;

const isDeletion: Expr = {
  kind: "compare",
  operator: "==",
  left: operation.of,
  right: literal("DELETE", span),
  type: booleanType,
  span,
};

function isOneOf(operations: readonly string[]): Expr {
  const items = operations.map((value) => ({ spread: false, value: literal(value, span) }));
  const list: Expr = { kind: "list", items, type: { kind: "list", element: stringType }, span };
  const type: Type = { kind: "set", element: stringType };
  const known: Expr = { kind: "call", intrinsic: "set.of", args: [list], type, span };
  return { kind: "call", intrinsic: "set.has", args: [known, operation], type: booleanType, span };
}
