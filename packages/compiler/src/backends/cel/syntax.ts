/** The part of CEL that policyc writes, as a tree. Nothing but `print.ts` makes text of it. */
export type Cel =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null; readonly double?: boolean }
  | { readonly kind: "ident"; readonly name: string }
  /** `of.name`, or `of.?name` for what may not be there. */
  | { readonly kind: "select"; readonly of: Cel; readonly name: string; readonly optional: boolean }
  | { readonly kind: "index"; readonly of: Cel; readonly key: Cel; readonly optional: boolean }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Cel[] }
  | { readonly kind: "method"; readonly of: Cel; readonly name: string; readonly args: readonly Cel[] }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Cel; readonly right: Cel }
  | { readonly kind: "not"; readonly operand: Cel }
  | { readonly kind: "ternary"; readonly test: Cel; readonly then: Cel; readonly else: Cel }
  | { readonly kind: "list"; readonly items: readonly Cel[] }
  | {
      readonly kind: "map";
      readonly entries: readonly { readonly name: string; readonly value: Cel; readonly optional: boolean }[];
    };

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

export const literal = (value: string | number | boolean | null): Cel => ({ kind: "literal", value });
export const ident = (name: string): Cel => ({ kind: "ident", name });
export const select = (of: Cel, name: string): Cel => ({ kind: "select", of, name, optional: false });
export const maybe = (of: Cel, name: string): Cel => ({ kind: "select", of, name, optional: true });
export const call = (name: string, ...args: readonly Cel[]): Cel => ({ kind: "call", name, args });
export const method = (of: Cel, name: string, ...args: readonly Cel[]): Cel => ({
  kind: "method",
  of,
  name,
  args,
});
export const binary = (operator: BinaryOperator, left: Cel, right: Cel): Cel => ({
  kind: "binary",
  operator,
  left,
  right,
});
export const not = (operand: Cel): Cel =>
  operand.kind === "not" ? operand.operand : { kind: "not", operand };
export const ternary = (test: Cel, then: Cel, otherwise: Cel): Cel => ({
  kind: "ternary",
  test,
  then,
  else: otherwise,
});
export const list = (...items: readonly Cel[]): Cel => ({ kind: "list", items });
export const none: Cel = call("optional.none");
