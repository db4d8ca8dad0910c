import {
  type Expr,
  type Json,
  type JsonSchema,
  numberType,
  type Policy,
  type Stream,
  stringType,
  type Type,
} from "@policyc/ir";

/**
 * A Constraint without `spec.parameters` passes the schema whatever is required inside it. A policy that reads a
 * parameter which is not there must not pass silently, so that is a violation of its own.
 */
export function refuseMissingParameters(policy: Policy): Policy {
  const { span } = policy;
  const { required } = policy.params.schema;
  const names = Array.isArray(required)
    ? required.flatMap((name) => (typeof name === "string" ? [name] : []))
    : [];
  if (names.length === 0) return policy;
  const params: Expr = { kind: "input", root: "params", type: { kind: "record", name: "Params" }, span };
  const missing = names.map((name): Stream => {
    const of: Expr = {
      kind: "field",
      of: params,
      name,
      type: { kind: "optional", of: typeOf(policy.params.schema, name) },
      span,
    };
    const present: Expr = { kind: "present", of, type: { kind: "boolean" }, span };
    const message: Expr = {
      kind: "literal",
      value: `the constraint does not give the parameter ${name}`,
      type: { kind: "string" },
      span,
    };
    return {
      kind: "guard",
      when: { kind: "not", operand: present, type: { kind: "boolean" }, span },
      then: { kind: "violation", message, span },
      span,
    };
  });
  return { ...policy, body: { kind: "sequence", items: [policy.body, ...missing], span } };
}

/** What the schema says of a parameter, as far as it tells how to ask whether it is there. */
function typeOf({ properties }: JsonSchema, name: string): Type {
  const schema = isFields(properties) ? properties[name] : undefined;
  switch (isFields(schema) ? schema["type"] : undefined) {
    case "string":
      return stringType;
    case "integer":
    case "number":
      return numberType;
    case "array":
      return { kind: "list", element: { kind: "unknown" } };
    case "object":
      return { kind: "record", name: "Params" };
    default:
      return { kind: "unknown" };
  }
}

function isFields(json: Json | undefined): json is { readonly [name: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
