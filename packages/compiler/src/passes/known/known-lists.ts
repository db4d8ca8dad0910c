import {
  booleanType,
  type Call,
  type Expr,
  type Let,
  type List,
  literal,
  mapChildren,
  mapStream,
  type Policy,
  type RecordExpr,
  type Stream,
} from "@policyc/ir";
import { foldCall } from "../fold/calls.js";
import type { Pass } from "../tree/pass.js";
import { WrittenOut } from "../tree/written-out.js";
import { matchesKnownGlobs } from "./known-globs.js";

/**
 * What is done with lists that are known at build time, such as parameters, is done at build time, or is written out
 * where few entries make a difference: `labels.every((one) => …)` with one label is its condition.
 * Of CEL alone, since a Constraint gives Rego its parameters when it runs.
 */
export const knownLists: Pass = {
  name: "known-lists",
  concerns: ["list", "record"],
  run: (policy) => ({ ...policy, body: new KnownLists(policy).stream(policy.body) }),
};

class KnownLists {
  readonly #lists = new Map<string, List>();
  readonly #records = new Map<string, RecordExpr>();
  readonly #writtenOut: WrittenOut;

  constructor(policy: Policy) {
    this.#writtenOut = new WrittenOut(policy);
  }

  stream(stream: Stream): Stream {
    if (stream.kind === "bind") this.#remember(stream);
    const inner = mapStream(
      stream,
      (expr) => this.#expression(expr),
      (child) => this.stream(child),
    );
    if (inner.kind !== "each") return inner;
    const list = this.#known(inner.iteration.over);
    return list === undefined ? inner : this.#writtenOut.each(inner, list);
  }

  #expression(expr: Expr): Expr {
    if (expr.kind === "let") this.#remember(expr);
    const inner = mapChildren(expr, (child) => this.#expression(child));
    if (inner.kind === "call") return this.#call(inner);
    if (inner.kind !== "quantify" && inner.kind !== "collect") return inner;
    const list = this.#known(inner.iteration.over);
    if (list === undefined) return inner;
    return inner.kind === "quantify"
      ? (matchesKnownGlobs(inner, list) ?? this.#writtenOut.quantify(inner, list))
      : this.#writtenOut.collect(inner, list);
  }

  #remember({ binder, value }: Pick<Let, "binder" | "value">): void {
    const list = this.#known(value);
    if (list !== undefined) this.#lists.set(binder.name, list);
    if (value.kind === "record" && isConstant(value)) this.#records.set(binder.name, value);
  }

  #known(expr: Expr): List | undefined {
    if (expr.kind === "local") return this.#lists.get(expr.name);
    if (expr.kind === "coalesce") return this.#known(expr.of);
    return expr.kind === "list" && isConstant(expr) ? expr : undefined;
  }

  /** `in` a list of one is to be equal to it; of what is known altogether there is nothing left to do. */
  #call(call: Call): Expr {
    const [of, argument] = call.args;
    if (call.intrinsic === "map.keys" || call.intrinsic === "list.sorted") return this.#arranged(call);
    const list = of === undefined ? undefined : this.#known(of);
    if (list === undefined || argument === undefined) return call;
    const [only, ...others] = list.items;
    const isShort = others.length === 0;
    if (call.intrinsic === "list.join" && !isShort) return call;
    const folded = foldCall({ ...call, args: [list, argument] });
    if (folded.kind === "literal") return folded;
    if (call.intrinsic !== "list.includes" || !isShort || only?.value.kind !== "literal") return call;
    const { span } = call;
    return {
      kind: "compare",
      operator: "==",
      left: argument,
      right: literal(only.value.value, span),
      type: booleanType,
      span,
    };
  }

  /** `sorted(Object.keys(params.tiers))`: the keys as they are given. */
  #arranged(call: Call): Expr {
    const [of] = call.args;
    const record = of?.kind === "local" ? this.#records.get(of.name) : undefined;
    const known = record ?? (of === undefined ? undefined : this.#known(of));
    return known === undefined ? call : foldCall({ ...call, args: [known] });
  }
}

function isConstant(expr: Expr): boolean {
  if (expr.kind === "list") return expr.items.every(({ spread, value }) => !spread && isConstant(value));
  if (expr.kind === "record") return expr.entries.every(({ value }) => isConstant(value));
  return expr.kind === "literal" || expr.kind === "absent";
}
