import { type Field, required, type Type } from "@policyc/ir";
import { type CelType, dyn, elementOf, isStatic, type Lowered } from "../lowered.js";

/**
 * Of a record that is written out the checker deduces the type of all its fields, where they have one. One that it lacks
 * is read by what a test does not let there: `{ ok: true }` has no reason.
 */
export function lackingField({ type }: Field, of: Lowered): Lowered {
  const known = elementOf(of.type);
  const isOther = isStatic(known) && !isOfType(required(type), known.replace("~", ""));
  return isOther && of.optional === undefined ? dyn(of) : of;
}

function isOfType({ kind }: Type, known: CelType): boolean {
  switch (kind) {
    case "string":
      return known === "string";
    case "boolean":
      return known === "bool";
    case "number":
      return known === "int" || known === "double";
    case "list":
      return known.startsWith("list(");
    default:
      return true;
  }
}
