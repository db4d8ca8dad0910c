import {
  type Binder,
  type Expr,
  expressionsIn,
  expressionsInStream,
  freeNames,
  mapChildren,
  mapStream,
  type Policy,
  type Stream,
  substitute,
  weight,
} from "@policyc/ir";
import { isTrivial } from "../functions/inline.js";
import { bindsNames, fingerprint } from "../tree/fingerprint.js";
import { inPlaceOf } from "../tree/in-place.js";
import type { Pass } from "../tree/pass.js";
import { isPath } from "../tree/path.js";
import { isReadInLoop, isReadInLoopOf } from "../tree/read-in-loop.js";
import { readsIn, readsOf } from "../tree/rewrite.js";
import { substituteInStream } from "../tree/substitute.js";

/**
 * Moves every named value that no loop changes to the top, equal ones together: they become CEL's `variables`,
 * which are evaluated at most once and only when needed. Names that say no more than their value disappear.
 */
export const share: Pass = {
  name: "share",
  run: (policy) => ({ ...policy, body: settle(new Sharing().lift(policy)) }),
};

interface Shared {
  readonly binder: Binder;
  readonly value: Expr;
}

class Sharing {
  readonly #shared = new Map<string, Shared>();
  readonly #lifted = new Map<string, Expr>();

  lift(policy: Policy): Stream {
    const body = this.#stream(policy.body, new Set());
    return [...this.#shared.values()].reduceRight<Stream>(
      (inner, { binder, value }) => ({ kind: "bind", binder, value, body: inner, span: policy.span }),
      body,
    );
  }

  /** `bound` are the names that loops, and values that depend on them, give. */
  #expression(expr: Expr, bound: ReadonlySet<string>): Expr {
    switch (expr.kind) {
      case "local":
        return substitute(expr, this.#lifted);
      case "let": {
        const value = this.#expression(expr.value, bound);
        if (this.#share(expr.binder, value, bound))
          return inPlaceOf(expr, this.#expression(expr.body, bound));
        return { ...expr, value, body: this.#expression(expr.body, new Set([...bound, expr.binder.name])) };
      }
      case "quantify":
      case "collect": {
        const { over, binder, key } = expr.iteration;
        const inner = new Set([...bound, binder.name, ...(key === undefined ? [] : [key.name])]);
        return mapChildren(expr, (child) => this.#expression(child, child === over ? bound : inner));
      }
      default:
        return mapChildren(expr, (child) => this.#expression(child, bound));
    }
  }

  #stream(stream: Stream, bound: ReadonlySet<string>): Stream {
    if (stream.kind === "bind") {
      const value = this.#expression(stream.value, bound);
      if (this.#share(stream.binder, value, bound)) return this.#stream(stream.body, bound);
      return { ...stream, value, body: this.#stream(stream.body, new Set([...bound, stream.binder.name])) };
    }
    if (stream.kind === "each") {
      const { binder, key, over } = stream.iteration;
      const inner = new Set([...bound, binder.name, ...(key === undefined ? [] : [key.name])]);
      return {
        ...stream,
        iteration: { ...stream.iteration, over: this.#expression(over, bound) },
        body: this.#stream(stream.body, inner),
      };
    }
    return mapStream(
      stream,
      (expr) => this.#expression(expr, bound),
      (child) => this.#stream(child, bound),
    );
  }

  #share(binder: Binder, value: Expr, bound: ReadonlySet<string>): boolean {
    if ([...freeNames(value)].some((name) => bound.has(name))) return false;
    const key = fingerprint(value);
    const shared = this.#shared.get(key) ?? { binder, value };
    const read: Expr = {
      kind: "local",
      name: shared.binder.name,
      type: shared.binder.type,
      span: value.span,
    };
    this.#lifted.set(binder.name, isTrivial(value) ? value : read);
    if (!isTrivial(value)) this.#shared.set(key, shared);
    return true;
  }
}

/** Values that are used once, or that are no longer than their name's use, are written in place. */
function settle(stream: Stream): Stream {
  if (stream.kind === "each") return mapStream(stream, settleLets, settleInLoop);
  if (stream.kind !== "bind") return mapStream(stream, settleLets, settle);
  const body = settle(stream.body);
  const reads = readsIn(body, stream.binder.name);
  if (reads === 0) return body;
  const value = settleLets(stream.value);
  const apart = isTakenApart(value, reads, () => expressionsInStream(body), stream.binder.name);
  const isSaid =
    isPlainTest(stream.binder, value) && reads === 1 && !isReadInLoopOf(body, stream.binder.name);
  return !apart && !isSaid && (value.kind === "inventory" || isWorthAVariable(value, reads))
    ? { ...stream, value, body }
    : substituteInStream(body, new Map([[stream.binder.name, value]]));
}

/** Inside of a loop CEL has no names: `[value].map(name, …)[0]` is worth it only where it saves work. */
function settleInLoop(stream: Stream): Stream {
  if (stream.kind !== "bind") return mapStream(stream, settleLets, settleInLoop);
  const body = settleInLoop(stream.body);
  const { name } = stream.binder;
  const reads = readsIn(body, name);
  if (reads === 0) return body;
  const value = settleLets(stream.value);
  const once = reads === 1 && !isReadInLoopOf(body, name);
  const apart = isTakenApart(value, reads, () => expressionsInStream(body), name);
  return !once && !apart && isWorthATurn(value, reads)
    ? { ...stream, value, body }
    : substituteInStream(body, new Map([[name, value]]));
}

function settleLets(written: Expr): Expr {
  const expr = mapChildren(written, settleLets);
  if (expr.kind !== "let") return expr;
  const reads = readsOf(expr.body, expr.binder.name);
  if (reads === 0) return inPlaceOf(expr, expr.body);
  const once = reads === 1 && !isReadInLoop(expr.body, expr.binder.name);
  const apart = isTakenApart(expr.value, reads, () => expressionsIn(expr.body), expr.binder.name);
  return !once && !apart && isWorthATurn(expr.value, reads)
    ? expr
    : inPlaceOf(expr, substitute(expr.body, new Map([[expr.binder.name, expr.value]])));
}

/** A record that is only taken apart need not be made: what its fields hold is written where they are read. */
function isTakenApart(value: Expr, reads: number, body: () => Iterable<Expr>, name: string): boolean {
  if (value.kind !== "record" || value.entries.some((entry) => weight(entry.value) >= worthNaming))
    return false;
  const fields = [...body()].filter(
    (expr) => expr.kind === "field" && expr.of.kind === "local" && expr.of.name === name,
  );
  return fields.length === reads;
}

const worthNaming = 6;

/** One question that can be read where it is asked, `type in ["RuntimeDefault", "Localhost"]`, with nothing to explain. */
function isPlainTest({ doc }: Binder, value: Expr): boolean {
  const isOne = value.kind === "compare" || (value.kind === "call" && value.type.kind === "boolean");
  return isOne && doc === undefined && !bindsNames(value) && weight(value) < longTest;
}

const longTest = 16;

/** A list or a text that is made anew for everybody who reads it costs more than its few words show. */
function isWorthAVariable(value: Expr, reads: number): boolean {
  const isMade = value.kind === "call" && (value.type.kind === "list" || value.type.kind === "string");
  return (isMade && reads > 1) || isWorthAName(value, reads);
}

/** A loop of one turn costs more than to read a path of fields again. */
function isWorthATurn(value: Expr, reads: number): boolean {
  const isLong = value.kind === "call" && value.intrinsic === "string.splitPattern";
  return !isPath(value) && ((isLong && reads > 1) || isWorthAName(value, reads));
}

function isWorthAName(value: Expr, reads: number): boolean {
  const size = weight(value);
  if (reads === 1) return size >= worthNaming && value.kind !== "concat";
  return (
    bindsNames(value) ||
    (value.kind === "list" && value.items.length > 0) ||
    size > worthNaming ||
    (size === worthNaming && reads > 2)
  );
}
