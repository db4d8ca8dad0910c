import type { Span } from "@policyc/diagnostics";
import type { Binder, Expr, Iteration } from "./expression.js";

/** What a predicate yields: violations, in the author's order, under guards and loops. */
export type Stream = Violation | Guard | Branch | Each | Bind | Sequence | Delegate;

/** `yield violation(message, at, details)`. `message` is a string, never absent. */
export interface Violation {
  readonly kind: "violation";
  readonly message: Expr;
  /** The object or field that is to blame; used for positions, never for the verdict. */
  readonly at?: Expr;
  readonly details?: Expr;
  readonly span: Span;
}
/** `if (when) then`. */
export interface Guard {
  readonly kind: "guard";
  readonly when: Expr;
  readonly then: Stream;
  readonly span: Span;
}
/** `if (test) then else otherwise`. */
export interface Branch {
  readonly kind: "branch";
  readonly test: Expr;
  readonly then: Stream;
  readonly else: Stream;
  readonly span: Span;
}
/** `for (const x of xs) body`. */
export interface Each {
  readonly kind: "each";
  readonly iteration: Iteration;
  readonly body: Stream;
  readonly span: Span;
}
/** `const x = value; body`. `value` may be absent. */
export interface Bind {
  readonly kind: "bind";
  readonly binder: Binder;
  readonly value: Expr;
  readonly body: Stream;
  readonly span: Span;
}
/** One after the other; empty for nothing at all. */
export interface Sequence {
  readonly kind: "sequence";
  readonly items: readonly Stream[];
  readonly span: Span;
}
/** `yield* f(args)`: a generator function of `Policy.functions`. */
export interface Delegate {
  readonly kind: "delegate";
  readonly function: string;
  readonly args: readonly Expr[];
  readonly span: Span;
}

export type StreamKind = Stream["kind"];
export type StreamOf<K extends StreamKind> = Extract<Stream, { kind: K }>;
