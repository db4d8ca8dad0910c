import {
  type Bind,
  type Expr,
  freeNames,
  type Iteration,
  type Policy,
  partsOf,
  required,
  type Stream,
} from "@policyc/ir";
import { fingerprint } from "../tree/fingerprint.js";
import { FreshNames } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { rewriteStream } from "../tree/rewrite.js";

/**
 * A loop over the entries of a map goes through its keys in CEL, and reads the map in every turn: where that stands below
 * two fields of the object or more, it is a variable.
 */
export const mapNames: Pass = {
  name: "map-names",
  run: (policy) => {
    const maps = new Maps(policy);
    const body = rewriteStream(policy.body, {
      expression: (expr) => {
        if (expr.kind !== "quantify" && expr.kind !== "collect") return expr;
        const reads = expr.kind === "quantify" ? [expr.where] : [expr.value, expr.where ?? expr.value];
        return maps.named(expr, reads.some(readsFrom(expr.iteration)));
      },
      stream: (stream) =>
        stream.kind === "each" ? maps.named(stream, readsIn(stream.body, stream.iteration)) : stream,
    });
    return maps.binds.length === 0
      ? policy
      : {
          ...policy,
          body: maps.binds.reduceRight<Stream>((inner, bind) => ({ ...bind, body: inner }), body),
        };
  },
};

class Maps {
  readonly binds: Omit<Bind, "body">[] = [];
  readonly #names: FreshNames;
  readonly #declared = new Map<string, Expr>();

  constructor(policy: Policy) {
    this.#names = FreshNames.of(policy);
  }

  /** The loop over the variable. */
  named<Loop extends { readonly iteration: Iteration }>(loop: Loop, readsValues: boolean): Loop {
    const { over } = loop.iteration;
    const field = mapFieldOf(over);
    if (field === undefined || !readsValues) return loop;
    const key = fingerprint(over);
    const name = this.#declared.get(key) ?? this.#declare(over, field.name);
    this.#declared.set(key, name);
    return { ...loop, iteration: { ...loop.iteration, over: name } };
  }

  #declare(over: Expr, wanted: string): Expr {
    const { span } = over;
    const type = required(over.type);
    const binder = { name: this.#names.unique(wanted), type };
    const value: Expr =
      over.kind === "coalesce"
        ? over
        : { kind: "coalesce", of: over, fallback: { kind: "record", entries: [], type, span }, type, span };
    this.binds.push({ kind: "bind", binder, value, span });
    return { kind: "local", name: binder.name, type, span };
  }
}

/** The field that holds the map, below another one of the object; what stands in for it is empty. */
function mapFieldOf(over: Expr): Extract<Expr, { kind: "field" }> | undefined {
  if (required(over.type).kind !== "map") return undefined;
  const field = over.kind === "coalesce" ? over.of : over;
  if (over.kind === "coalesce" && (over.fallback.kind !== "record" || over.fallback.entries.length > 0))
    return undefined;
  return field.kind === "field" && field.of.kind === "field" && isOfObject(field.of.of) ? field : undefined;
}

function isOfObject(expr: Expr): boolean {
  return expr.kind === "field" ? isOfObject(expr.of) : expr.kind === "input" && expr.root === "object";
}

const readsFrom =
  ({ binder }: Iteration) =>
  (expr: Expr): boolean =>
    freeNames(expr).has(binder.name);

function readsIn(stream: Stream, iteration: Iteration): boolean {
  const { expressions, streams } = partsOf(stream);
  return expressions.some(readsFrom(iteration)) || streams.some((child) => readsIn(child, iteration));
}
