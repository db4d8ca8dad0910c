import type { Span } from "@policyc/diagnostics";
import {
  absent,
  type Binder,
  booleanType,
  type Expr,
  type Field,
  type Json,
  literal,
  mapChildren,
  mapExpressions,
  type Policy,
  required,
  type Stream,
  stringType,
  type Type,
  unknownType,
} from "@policyc/ir";
import { FreshNames } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { rewriteStream } from "../tree/rewrite.js";

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
    const given = mapExpressions(this.#policy.body, (expr) => this.#expression(expr));
    const within = rewriteStream(given, { stream: withMessage });
    const body = [...this.#bound.values()].reduceRight<Stream>(
      (inner, { binder, value }) => ({ kind: "bind", binder, value, body: inner, span: this.#policy.span }),
      within,
    );
    return { ...this.#policy, body };
  }

  #expression(expr: Expr): Expr {
    if (expr.kind === "field" && expr.of.kind === "input" && expr.of.root === "params")
      return this.#parameter(expr);
    if (expr.kind === "input" && expr.root === "params")
      return asExpression(this.#values, expr.type, expr.span);
    return mapChildren(expr, (child) => this.#expression(child));
  }

  #parameter({ name, type, span }: Field): Expr {
    const value = Object.hasOwn(this.#values, name) ? (this.#values[name] ?? null) : null;
    if (value === null) return ungiven(type, span);
    if (typeof value !== "object") return asExpression(value, type, span);
    const { binder } = this.#bind(name, value, type, span);
    return { kind: "local", name: binder.name, type: binder.type, span };
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

/**
 * What was not given is absent. Where its type says that it is there, a test before has asked for it, as in
 * `params.tiers?.some(…)`: nothing is ever read there, but a loop must have something to run over.
 */
function ungiven(type: Type, span: Span): Expr {
  if (type.kind === "list") return { kind: "list", items: [], type, span };
  if (type.kind === "map" || type.kind === "record") return { kind: "record", entries: [], type, span };
  return asExpression(null, type, span);
}

/** `if (params.note !== undefined) yield violation(params.note);`: of what was not given nothing is ever said. */
function withMessage(stream: Stream): Stream {
  const isUngiven = stream.kind === "violation" && stream.message.kind === "absent";
  return isUngiven ? { ...stream, message: literal("", stream.span) } : stream;
}

function asExpression(json: Json, type: Type, span: Span): Expr {
  if (json === null) return absent(span);
  if (typeof json === "string")
    return { kind: "literal", value: json, type: { kind: "string", literals: [json] }, span };
  if (typeof json === "number")
    return { kind: "literal", value: json, type: { kind: "number", integer: Number.isInteger(json) }, span };
  if (typeof json === "boolean") return { kind: "literal", value: json, type: booleanType, span };
  if (isList(json)) {
    const known = required(type);
    const element =
      known.kind === "list" && known.element.kind !== "unknown" ? known.element : elementOf(json);
    return {
      kind: "list",
      items: json.map((item) => ({ spread: false, value: asExpression(item, element, span) })),
      type: { kind: "list", element },
      span,
    };
  }
  const known = required(type);
  const inner: Type = known.kind === "map" ? known.value : unknownType;
  const entries = Object.entries(json).map(([name, value]) => ({
    name,
    value: asExpression(value, inner, span),
  }));
  return {
    kind: "record",
    entries,
    type: known.kind === "map" || known.kind === "record" ? known : { kind: "record", name: "object" },
    span,
  };
}

function elementOf(items: readonly Json[]): Type {
  if (items.every((item) => typeof item === "string")) return stringType;
  return items.every((item) => typeof item === "object") ? { kind: "record", name: "object" } : unknownType;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
