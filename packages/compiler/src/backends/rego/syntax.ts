/** The part of Rego v1 that policyc writes, as a tree. Nothing but `print.ts` makes text of it. */
export type Term =
  | { readonly kind: "scalar"; readonly value: string | number | bigint | boolean | null }
  | { readonly kind: "var"; readonly name: string }
  /** `base.a["b"][key]`. */
  | { readonly kind: "ref"; readonly base: Term; readonly key: Term }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Term[] }
  | { readonly kind: "infix"; readonly operator: Infix; readonly left: Term; readonly right: Term }
  | { readonly kind: "array" | "set"; readonly items: readonly Term[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, Term])[] }
  | {
      readonly kind: "comprehension";
      readonly into: "array" | "set";
      readonly head: Term;
      readonly body: Body;
    }
  | { readonly kind: "mapping"; readonly key: Term; readonly value: Term; readonly body: Body };

export type Infix = "==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%" | "in";

/** One line of a rule's body. */
export type Literal =
  | {
      readonly kind: "expr";
      readonly term: Term;
      readonly negated: boolean;
      /** Only asks whether the term is defined: it cannot be `false`. */
      readonly presence?: true;
    }
  | {
      readonly kind: "assign";
      readonly name: string;
      readonly value: Term;
      /** A reference that is undefined where the value is absent, or where it stands for an empty object. */
      readonly plain?: Term;
    }
  | { readonly kind: "some"; readonly key?: string; readonly name: string; readonly over: Term }
  | {
      readonly kind: "every";
      readonly key?: string;
      readonly name: string;
      readonly over: Term;
      readonly body: Body;
    };

export type Body = readonly Literal[];

/** One definition: of a partial set, or of a function (or value, without arguments) with its `else` chain. */
export type Rule =
  | {
      readonly kind: "contains";
      readonly name: string;
      readonly element: Term;
      readonly body: Body;
      readonly comment?: string;
    }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly args: readonly string[];
      readonly ways: readonly Way[];
      readonly comment?: string;
      /** To read it is to ask whether it is defined: it cannot be `false`. */
      readonly neverFalse?: true;
      /** It gives `null` only where that is what a way says. */
      readonly neverNull?: true;
    };

/** A value under a condition; `true` where there is no value to say. */
export interface Way {
  readonly value?: Term;
  readonly body: Body;
  /** The value is no `null`. */
  readonly neverNull?: true;
}

export interface RegoModule {
  readonly package: string;
  readonly rules: readonly Rule[];
}

export const scalar = (value: string | number | bigint | boolean | null): Term => ({ kind: "scalar", value });
export const variable = (name: string): Term => ({ kind: "var", name });
export const ref = (base: Term, key: Term | string): Term => ({
  kind: "ref",
  base,
  key: typeof key === "string" ? scalar(key) : key,
});
export const callTerm = (name: string, ...args: readonly Term[]): Term => ({ kind: "call", name, args });
export const infix = (operator: Infix, left: Term, right: Term): Term => ({
  kind: "infix",
  operator,
  left,
  right,
});
/** Each item once, as `opa fmt` has them. */
export const set = (items: readonly Term[]): Term => {
  const text = (item: Term): string =>
    JSON.stringify(item, (_, value) => (typeof value === "bigint" ? String(value) : value));
  return { kind: "set", items: [...new Map(items.map((item) => [text(item), item])).values()] };
};
export const expr = (term: Term): Literal => ({ kind: "expr", term, negated: false });
export const defined = (term: Term): Literal => ({ kind: "expr", term, negated: false, presence: true });
export const not = (term: Term): Literal => ({ kind: "expr", term, negated: true });
