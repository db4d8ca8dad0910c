/** The syntax of a CEL expression. Macros are calls whose first argument is a name. */
export type Cel =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: number; readonly double: boolean }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "name"; readonly name: string }
  /** `of.name`, or `of.?name`. */
  | { readonly kind: "select"; readonly of: Cel; readonly name: string; readonly optional: boolean }
  /** `of[key]`, or `of[?key]`. */
  | { readonly kind: "index"; readonly of: Cel; readonly key: Cel; readonly optional: boolean }
  | { readonly kind: "call"; readonly on?: Cel; readonly name: string; readonly args: readonly Cel[] }
  | { readonly kind: "not"; readonly operand: Cel }
  | { readonly kind: "negative"; readonly operand: Cel }
  | CelBinary
  | { readonly kind: "choice"; readonly test: Cel; readonly then: Cel; readonly else: Cel }
  | { readonly kind: "list"; readonly items: readonly Cel[] }
  | { readonly kind: "map"; readonly entries: readonly CelEntry[] };

export interface CelBinary {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Cel;
  readonly right: Cel;
  /** Neither side is NaN, so that `!(a < b)` is `a >= b`. */
  readonly total?: true;
}

export interface CelEntry {
  /** What is written before the colon: a text as it is, or what computes one. */
  readonly name: string | Cel;
  readonly value: Cel;
  /** `?"name": value`: an entry only where the optional value is there. */
  readonly optional: boolean;
}

export type BinaryOperator =
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";
