import type { Span } from "@policyc/diagnostics";
import type { IntrinsicName } from "./intrinsics.js";
import type { ResourceKind } from "./resource-kind.js";
import type { Type } from "./type.js";

/** A name introduced by a loop, a `const` or a parameter. Names are the author's, made unique within a policy. */
export interface Binder {
  readonly name: string;
  readonly type: Type;
  /** What the author says of the function whose value has the name; says nothing about the value itself. */
  readonly doc?: string;
}

/** Where data enters a policy. `params` and `namespaceObject` may be absent as a whole; `object` is absent on DELETE only. */
export type InputRoot = "object" | "oldObject" | "request" | "params" | "namespaceObject";

export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%";

interface Node<K extends string> {
  readonly kind: K;
  readonly type: Type;
  readonly span: Span;
}

/**
 * An expression is pure and total: it has a value for every input that its types allow, and that
 * value may be "absent". Reading through absence gives absence.
 */
export type Expr =
  | Literal
  | Absent
  | Input
  | Local
  | Field
  | Index
  | Present
  | Coalesce
  | Not
  | Logic
  | Compare
  | Arithmetic
  | Concat
  | Conditional
  | List
  | RecordExpr
  | Quantify
  | Collect
  | Let
  | Call
  | Apply
  | Inventory
  | Invalid;

export type Literal = Node<"literal"> & { readonly value: string | number | boolean };
export type Absent = Node<"absent">;
export type Input = Node<"input"> & { readonly root: InputRoot };
export type Local = Node<"local"> & { readonly name: string };
/** `of.name`, also for `of?.name`: absent where `of` is. */
export type Field = Node<"field"> & { readonly of: Expr; readonly name: string };
/** `of[key]`: of a list by a number or of a map by a string; absent where there is no such entry. */
export type Index = Node<"index"> & { readonly of: Expr; readonly key: Expr };
/** Boolean: `of !== undefined`. */
export type Present = Node<"present"> & { readonly of: Expr };
/** `of ?? fallback`. */
export type Coalesce = Node<"coalesce"> & {
  readonly of: Expr;
  readonly fallback: Expr;
  /** A field that is spread over another one: in JavaScript it wins where it is there, and be it with `undefined`. */
  readonly isSpread?: true;
};
/** `operand` is Boolean and never absent. */
export type Not = Node<"not"> & { readonly operand: Expr };
/** What the author calls a value, where that is known. */
interface Named {
  readonly name?: string;
}
/** And what a constant of a module is for: the first sentences of its JSDoc. */
interface Documented extends Named {
  readonly doc?: string;
}
/** Short-circuits; at least two operands, all Boolean and never absent. */
export type Logic = Node<"logic"> &
  Named & { readonly operator: "and" | "or"; readonly operands: readonly Expr[] };
/**
 * `==` and `!=` compare primitives, and absence: absent equals absent and nothing else.
 * The orderings take two numbers, or two strings by code point; neither side may be absent.
 */
export type Compare = Node<"compare"> & {
  readonly operator: CompareOperator;
  readonly left: Expr;
  readonly right: Expr;
};
/** IEEE double arithmetic; neither side is absent. */
export type Arithmetic = Node<"arithmetic"> & {
  readonly operator: ArithmeticOperator;
  readonly left: Expr;
  readonly right: Expr;
};
/** A template literal or string `+`: parts are strings, numbers or Booleans; an absent part prints as `undefined`. */
export type Concat = Node<"concat"> & { readonly parts: readonly Expr[] };
export type Conditional = Node<"conditional"> &
  Named & {
    readonly test: Expr;
    readonly then: Expr;
    readonly else: Expr;
  };
/** `[a, ...b]`. */
export type List = Node<"list"> & Documented & { readonly items: readonly ListItem[] };
export interface ListItem {
  readonly spread: boolean;
  readonly value: Expr;
}
/** `{ a: 1, b }`. An entry with an absent value is an absent field. */
export type RecordExpr = Node<"record"> & Documented & { readonly entries: readonly RecordEntry[] };
export interface RecordEntry {
  readonly name: string;
  readonly value: Expr;
  /** TypeScript says that there is a value, and a spread may have left nothing there. */
  readonly isUnset?: true;
}
/** What a loop runs over: a list, or the keys, values or entries of a map or record. Never absent. */
export interface Iteration {
  readonly over: Expr;
  /** The element of a list; the value where `over` is a map or record. */
  readonly binder: Binder;
  /** The index of a list; the key where `over` is a map or record. */
  readonly key?: Binder;
}
/** `xs.some(x => where)`, `xs.every(x => where)`. */
export type Quantify = Node<"quantify"> &
  Named & {
    readonly quantifier: "some" | "every";
    readonly iteration: Iteration;
    readonly where: Expr;
  };
/** `xs.filter(where).map(value)`; `flatten` for `flatMap`, where `value` is a list. `into: "map"` takes `mapKey`. */
export type Collect = Node<"collect"> & {
  readonly iteration: Iteration;
  readonly where?: Expr;
  readonly value: Expr;
  readonly flatten: boolean;
  readonly into: "list" | "set" | "map";
  readonly mapKey?: Expr;
};
/** `value` is evaluated once; it may be absent. */
export type Let = Node<"let"> &
  Named & { readonly binder: Binder; readonly value: Expr; readonly body: Expr };
export type Call = Node<"call"> & { readonly intrinsic: IntrinsicName; readonly args: readonly Expr[] };
/** Calls a function of `Policy.functions` by its name. */
export type Apply = Node<"apply"> & { readonly function: string; readonly args: readonly Expr[] };
/**
 * The cluster's objects of one kind as a list, of one namespace where `namespace` is given: none where that is
 * absent or empty. Their order is not defined.
 */
export type Inventory = Node<"inventory"> & { readonly resource: ResourceKind; readonly namespace?: Expr };
/** Poison: stands where a diagnostic was reported. Never reaches a backend. */
export type Invalid = Node<"invalid">;

export type ExprKind = Expr["kind"];
export type ExprOf<K extends ExprKind> = Extract<Expr, { kind: K }>;
