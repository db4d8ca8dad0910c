/**
 * The static type of an expression, as far as a backend must know it. Records are opaque: every
 * `field` node carries the type of what it reads, so shapes need not be repeated here.
 */
export type Type =
  | { readonly kind: "string"; readonly literals?: readonly string[] }
  | {
      readonly kind: "number";
      readonly integer: boolean;
      /** Known to be 0 or more, by a test before. */
      readonly natural?: true;
    }
  | { readonly kind: "boolean" }
  | { readonly kind: "list"; readonly element: Type }
  | { readonly kind: "set"; readonly element: Type }
  | { readonly kind: "map"; readonly value: Type }
  | {
      readonly kind: "record";
      readonly name: string;
      /** The fields that are whole numbers, or lists of them, of a record that the policy makes. */
      readonly whole?: readonly string[];
    }
  | { readonly kind: "union"; readonly members: readonly Type[] }
  | { readonly kind: "unknown" }
  | { readonly kind: "absent" }
  /** `undefined` and `null` are one value, "absent". Never nested, never around `absent`. */
  | {
      readonly kind: "optional";
      readonly of: Type;
      /** Of what is read: data may hold `null` there. */
      readonly nullable?: true;
    };

export const stringType: Type = { kind: "string" };
export const booleanType: Type = { kind: "boolean" };
export const integerType: Type = { kind: "number", integer: true };
export const numberType: Type = { kind: "number", integer: false };
export const unknownType: Type = { kind: "unknown" };
export const absentType: Type = { kind: "absent" };

/** `T | undefined`. */
export function optional(type: Type): Type {
  return type.kind === "optional" || type.kind === "absent" ? type : { kind: "optional", of: type };
}

/** The type without its absence: `T` of `T | undefined`. */
export function required(type: Type): Type {
  return type.kind === "optional" ? type.of : type;
}

/** Can a value of this type be absent? `unknown` can. */
export function mayBeAbsent(type: Type): boolean {
  return type.kind === "optional" || type.kind === "absent" || type.kind === "unknown";
}

/** Has it no fields, whatever it is: a text, a number, a list? */
export function isWithoutFields(type: Type): boolean {
  const { kind } = required(type);
  return kind === "list" || kind === "set" || kind === "string" || kind === "number" || kind === "boolean";
}
