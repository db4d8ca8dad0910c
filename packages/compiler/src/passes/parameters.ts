import { type Binder, booleanType, type Expr, type Json, type Policy, required, type Stream, stringType, type Type, unknownType } from "@policyc/ir";
import type { Span } from "@policyc/diagnostics";
import { FreshNames } from "./fresh-names.js";
import type { Pass } from "./pass.js";
import { rewritePolicy } from "./rewrite.js";

export type ParameterValues = { readonly [name: string]: Json };

/**
 * Puts the deployment's values in place of the parameters. Single values are written where they are used; lists and
 * records get the parameter's name, so that a reader finds them at the top.
 */
export function parameters(values: ParameterValues): Pass {
  return { name: "parameters", run: (policy) => new Parameters(policy, values).insert() };
}

class Parameters {
  readonly #policy: Policy;
  readonly #values: ParameterValues;
  readonly #names: FreshNames;
  readonly #bound = new Map<string, { readonly binder: Binder; readonly value: Expr }>();

  constructor(policy: Policy, values: ParameterValues) {
    this.#policy = policy;
    this.#values = values;
    this.#names = FreshNames.of(policy);
  }

  insert(): Policy {
    const policy = rewritePolicy(this.#policy, { expression: (expr) => this.#expression(expr) });
    const body = [...this.#bound.values()].reduceRight<Stream>((inner, { binder, value }) => ({ kind: "bind", binder, value, body: inner, span: policy.span }), policy.body);
    return { ...policy, body };
  }

  #expression(expr: Expr): Expr {
    // Children come first: the parameters as a whole are a record already.
    if (expr.kind === "input" && expr.root === "params") return asExpression(this.#values, expr.type, expr.span);
    if (expr.kind !== "field" || expr.of.kind !== "record" || expr.of.type !== paramsType) return expr;
    const value = Object.hasOwn(this.#values, expr.name) ? this.#values[expr.name] : undefined;
    if (value === undefined || value === null) return { kind: "absent", type: { kind: "absent" }, span: expr.span };
    if (typeof value !== "object") return asExpression(value, expr.type, expr.span);
    const { binder } = this.#bind(expr.name, value, expr.type, expr.span);
    return { kind: "local", name: binder.name, type: binder.type, span: expr.span };
  }

  #bind(name: string, json: Json, type: Type, span: Span): { readonly binder: Binder; readonly value: Expr } {
    const known = this.#bound.get(name);
    if (known !== undefined) return known;
    const value = asExpression(json, type, span);
    const bound = { binder: { name: this.#names.unique(name), type: value.type }, value };
    this.#bound.set(name, bound);
    return bound;
  }
}

/** Marks the record that stands for the parameters as a whole. */
const paramsType: Type = { kind: "record", name: "Params" };

function asExpression(json: Json, type: Type, span: Span): Expr {
  if (json === null) return { kind: "absent", type: { kind: "absent" }, span };
  if (typeof json === "string") return { kind: "literal", value: json, type: { kind: "string", literals: [json] }, span };
  if (typeof json === "number") return { kind: "literal", value: json, type: { kind: "number", integer: Number.isInteger(json) }, span };
  if (typeof json === "boolean") return { kind: "literal", value: json, type: booleanType, span };
  if (isList(json)) {
    const known = required(type);
    const element = known.kind === "list" && known.element.kind !== "unknown" ? known.element : elementOf(json);
    return { kind: "list", items: json.map((item) => ({ spread: false, value: asExpression(item, element, span) })), type: { kind: "list", element }, span };
  }
  const known = required(type);
  const inner: Type = known.kind === "map" ? known.value : unknownType;
  const entries = Object.entries(json).map(([name, value]) => ({ name, value: asExpression(value, inner, span) }));
  const isParams = known.kind === "record" && known.name !== "object" && type.kind !== "optional";
  return { kind: "record", entries, type: known.kind === "map" || isParams ? known : { kind: "record", name: "object" }, span };
}

function elementOf(items: readonly Json[]): Type {
  if (items.every((item) => typeof item === "string")) return stringType;
  return items.every((item) => typeof item === "object") ? { kind: "record", name: "object" } : unknownType;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
