import { required, type Type } from "@policyc/ir";

/** The type that TypeScript sees, of which more may be known: it has no whole numbers, and a list of numbers may be one of those. */
export function withWholeNumbers(declared: Type, given: Type): Type {
  if (declared.kind === "optional") return { ...declared, of: withWholeNumbers(declared.of, given) };
  const known = required(given);
  if (declared.kind === "number" && known.kind === "number") return known;
  if (declared.kind !== "list" || known.kind !== "list") return declared;
  return { ...declared, element: withWholeNumbers(declared.element, known.element) };
}
