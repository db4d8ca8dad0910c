import {
  type Bind,
  type Each,
  type Expr,
  type FunctionIR,
  freeNames,
  mapExpressions,
  mapStream,
  mayBeAbsent,
  numbered,
  type Policy,
  partsOf,
  type Stream,
  substitute,
  type Type,
  unnumbered,
} from "@policyc/ir";
import { namesGivenIn } from "../tree/given-names.js";
import type { Pass } from "../tree/pass.js";
import { isPath } from "../tree/path.js";

/**
 * A value that several violations read, and that depends on no loop, is a rule of its own: it is written once, and computed where
 * somebody reads it. So is a long list of constants, and a list that is put together for a loop with several violations. Of Rego
 * alone: in CEL it is a variable.
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
    if (stream.kind === "each" && isOverMadeList(stream)) return this.stream(this.#overRule(stream));
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

  #overRule(each: Each): Each {
    const { over, binder } = each.iteration;
    const name = this.#unique(manyOf(unnumbered(binder.name)));
    return { ...each, iteration: { ...each.iteration, over: this.#ruleOf(name, over, over.type) } };
  }

  #ruleOf(name: string, value: Expr, type: Type): Expr {
    const { span } = value;
    this.rules.push({ name, params: [], body: { kind: "value", value }, span });
    return { kind: "apply", function: name, args: [], type, span };
  }

  #unique(wanted: string): string {
    const name = numbered(wanted, (one) => this.#given.has(one));
    this.#given.set(name, 1);
    return name;
  }

  #asRule({ binder, value, body }: Bind): Stream {
    const base = unnumbered(binder.name);
    const name = this.#given.get(base) === 1 ? base : this.#unique(`shared_${base}`);
    const call = this.#ruleOf(name, value, binder.type);
    return mapExpressions(body, (expr) => substitute(expr, new Map([[binder.name, call]])));
  }
}

/** What a comprehension leaves out is said in lines of its own, behind the loop. */
function isOverMadeList({ iteration: { over }, body }: Each): boolean {
  if (
    over.type.kind !== "list" ||
    over.kind === "collect" ||
    freeNames(over).size > 0 ||
    violations(body) < 2
  )
    return false;
  const isShort = over.kind === "list" && over.items.every(({ spread, value }) => !spread && isPath(value));
  return isMade(over) && !isShort;
}

/** `policies` for `policy`. */
function manyOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
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
