import { type Span, startOf } from "@policyc/diagnostics";
import {
  type Expr,
  type ExprOf,
  type IntrinsicName,
  isNamespace,
  type LabelSelector,
  type Policy,
  type Type,
} from "@policyc/ir";
import type { Exemption } from "./deployment.js";

const text: Type = { kind: "string" };
const boolean: Type = { kind: "boolean" };
const nowhere: Span = startOf("policyc.yaml");

/** What a request must not be for a policy to look at it, as a condition of the policy's own language. */
export function isExempt(exemptions: readonly Exemption[], policy: Policy): Expr {
  return any(
    exemptions.map((exemption) =>
      all([
        ...(exemption.namespaces === undefined ? [] : [isInNamespace(exemption.namespaces, policy)]),
        ...(exemption.names === undefined ? [] : [matchesOne(exemption.names, field("request", "name"))]),
        ...(exemption.labelSelector === undefined ? [] : selects(exemption.labelSelector)),
      ]),
    ),
  );
}

/**
 * Namespaces that a policy leaves out. A cluster-scoped object has none, and is never left out by one; but a
 * Namespace counts as in itself, as Gatekeeper has it (pkg/mutation/match, `namespacesMatch`). The API server says so of
 * its request, Kyverno's ClusterPolicy does not.
 */
export function isInNamespace(patterns: readonly string[], { match }: Policy): Expr {
  const namespace = field("request", "namespace");
  if (!match.kinds.some(isNamespace)) return matchesOne(patterns, namespace);
  const isOfNamespace: Expr = {
    kind: "compare",
    operator: "==",
    left: kindOfObject,
    right: constant("Namespace"),
    type: boolean,
    span: nowhere,
  };
  return matchesOne(patterns, {
    kind: "conditional",
    test: isOfNamespace,
    then: field("request", "name"),
    else: namespace,
    type: text,
    span: nowhere,
  });
}

/** The policy with a condition before everything that it says. */
export function onlyWhere(policy: Policy, condition: Expr): Policy {
  return { ...policy, body: { kind: "guard", when: condition, then: policy.body, span: policy.span } };
}

const kindOfObject: Expr = {
  kind: "field",
  of: { kind: "input", root: "object", type: { kind: "record", name: "object" }, span: nowhere },
  name: "kind",
  type: text,
  span: nowhere,
};

export function negation(operand: Expr): Expr {
  return { kind: "not", operand, type: boolean, span: nowhere };
}

export function any(operands: readonly Expr[]): Expr {
  const [only, second] = operands;
  if (only === undefined) return { kind: "literal", value: false, type: boolean, span: nowhere };
  return second === undefined
    ? only
    : { kind: "logic", operator: "or", operands, type: boolean, span: nowhere };
}

export function all(operands: readonly Expr[]): Expr {
  const [only, second] = operands;
  if (only === undefined) return { kind: "literal", value: true, type: boolean, span: nowhere };
  return second === undefined
    ? only
    : { kind: "logic", operator: "and", operands, type: boolean, span: nowhere };
}

/** A text of the request or the object, empty where it is absent. */
export function field(root: "request" | "object", name: string): ExprOf<"coalesce"> {
  const of: Expr = { kind: "input", root, type: { kind: "record", name: root }, span: nowhere };
  const absent: Expr = { kind: "literal", value: "", type: text, span: nowhere };
  return {
    kind: "coalesce",
    of: { kind: "field", of, name, type: { kind: "optional", of: text }, span: nowhere },
    fallback: absent,
    type: text,
    span: nowhere,
  };
}

function constant(value: string): Expr {
  return { kind: "literal", value, type: { kind: "string", literals: [value] }, span: nowhere };
}

function matchesOne(patterns: readonly string[], subject: Expr): Expr {
  return any(patterns.map((pattern) => call("globMatches", [constant(pattern), subject])));
}

function call(intrinsic: IntrinsicName, args: readonly Expr[]): Expr {
  return { kind: "call", intrinsic, args, type: boolean, span: nowhere };
}

/** The conditions of a label selector on the labels of the object, or of the one before. */
export function selects(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  root: Labelled = "object",
): readonly Expr[] {
  const equal = Object.entries(matchLabels).map(([key, value]) => isOneOf(label(key, root), [value]));
  const others = matchExpressions.map(({ key, operator, values = [] }): Expr => {
    if (operator === "In") return isOneOf(label(key, root), values);
    if (operator === "NotIn") return negation(isOneOf(label(key, root), values));
    const exists: Expr = { kind: "present", of: label(key, root), type: boolean, span: nowhere };
    return operator === "Exists" ? exists : negation(exists);
  });
  return [...equal, ...others];
}

type Labelled = "object" | "oldObject";

function label(key: string, root: Labelled): Expr {
  const object: Expr = { kind: "input", root, type: { kind: "record", name: "object" }, span: nowhere };
  const metadata: Expr = {
    kind: "field",
    of: object,
    name: "metadata",
    type: { kind: "record", name: "ObjectMeta" },
    span: nowhere,
  };
  const labels: Expr = {
    kind: "field",
    of: metadata,
    name: "labels",
    type: { kind: "optional", of: { kind: "map", value: text } },
    span: nowhere,
  };
  return {
    kind: "index",
    of: labels,
    key: constant(key),
    type: { kind: "optional", of: text },
    span: nowhere,
  };
}

function isOneOf(left: Expr, values: readonly string[]): Expr {
  return any(
    values.map(
      (value): Expr => ({
        kind: "compare",
        operator: "==",
        left,
        right: constant(value),
        type: boolean,
        span: nowhere,
      }),
    ),
  );
}
