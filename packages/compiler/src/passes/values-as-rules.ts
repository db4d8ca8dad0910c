import {
  type Bind,
  type Expr,
  type FunctionIR,
  freeNames,
  mapExpressions,
  mapStream,
  mayBeAbsent,
  type Policy,
  partsOf,
  type Stream,
  substitute,
  unnumbered,
} from "@policyc/ir";
import { numbered } from "./fresh-names.js";
import { namesGivenIn } from "./given-names.js";
import type { Pass } from "./pass.js";
import { isPath } from "./path.js";

/**
 * A value that several violations read, and that depends on no loop, is a rule of its own: it is written once, and computed where
 * somebody reads it. So is a long list of constants. Of Rego alone: in CEL it is a variable.
 */
export const valuesAsRules: Pass = {
  name: "values-as-rules",
  run: (policy) => {
    const values = new Values(policy);
    const body = values.stream(policy.body);
    return body === policy.body
      ? policy
      : { ...policy, body, functions: [...policy.functions, ...values.rules] };
  },
};

class Values {
  readonly rules: FunctionIR[] = [];
  /** How often a name is given, without the number that tells it from others. */
  readonly #given = new Map<string, number>();

  constructor(policy: Policy) {
    for (const name of namesGivenIn(policy)) this.#given.set(name, (this.#given.get(name) ?? 0) + 1);
  }

  stream(stream: Stream): Stream {
    if (stream.kind === "bind" && this.#isRule(stream)) return this.stream(this.#asRule(stream));
    return mapStream(
      stream,
      (expr) => expr,
      (child) => this.stream(child),
    );
  }

  #isRule({ binder, value, body }: Bind): boolean {
    if (isPath(value) || freeNames(value).size > 0) return false;
    return isLongConstant(value) || (isMade(value) && readers(body, binder.name) > 1);
  }

  #unique(wanted: string): string {
    const name = numbered(wanted, (one) => this.#given.has(one));
    this.#given.set(name, 1);
    return name;
  }

  #asRule({ binder, value, body, span }: Bind): Stream {
    const base = unnumbered(binder.name);
    const name = this.#given.get(base) === 1 ? base : this.#unique(`shared_${base}`);
    this.rules.push({ name, params: [], body: { kind: "value", value }, span });
    const call: Expr = { kind: "apply", function: name, args: [], type: binder.type, span };
    return mapExpressions(body, (expr) => substitute(expr, new Map([[binder.name, call]])));
  }
}

/** What is computed, and always there. */
function isMade(expr: Expr): boolean {
  const { kind, type } = expr;
  if (kind === "call") return type.kind === "list" || type.kind === "string";
  if (kind === "coalesce") return expr.of.kind === "call" && !mayBeAbsent(type);
  return kind === "concat" || kind === "list" || kind === "collect";
}

const few = 3;

function isLongConstant(expr: Expr): boolean {
  return (
    expr.kind === "list" &&
    expr.items.length > few &&
    expr.items.every(({ spread, value }) => !spread && value.kind === "literal")
  );
}

/** How many violations read the name, or what leads to them. */
function readers(stream: Stream, name: string): number {
  const { expressions, streams } = partsOf(stream);
  if (stream.kind === "sequence" || stream.kind === "branch") {
    const isAsked = expressions.some((expr) => freeNames(expr).has(name));
    return streams.reduce((sum, child) => sum + (isAsked ? violations(child) : readers(child, name)), 0);
  }
  if (expressions.some((expr) => freeNames(expr).has(name))) return violations(stream);
  return streams.reduce((sum, child) => sum + readers(child, name), 0);
}

function violations(stream: Stream): number {
  if (stream.kind === "violation") return 1;
  return partsOf(stream).streams.reduce((sum, child) => sum + violations(child), 0);
}
