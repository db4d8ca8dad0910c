import { typeAt } from "../types/kept.js";
import { formsOf } from "../types/shape.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { entriesBegun } from "./entries-begun.js";
import type { MapEntry } from "./map-entries.js";
import { resolve } from "./resolve.js";
import { isA } from "./tree.js";

/**
 * Is there something from the beginning under every key that the type of this one allows? Of
 * `const sizes: Record<Size, number> = { small: 0, big: 0 };` `sizes[sizeOf(c)]` has a number before anything is added.
 */
export function isBegunAtFirst({ name, key }: MapEntry): boolean {
  const declaration = resolve(name)?.valueDeclaration;
  const made = isA(ts.isVariableDeclaration, declaration) ? declaration.initializer : undefined;
  const begun = made === undefined ? undefined : entriesBegun(bare(made));
  const forms = formsOf(typeAt(key));
  return forms.every(
    (form) => form.isStringLiteral() && begun?.some((entry) => entry.key === form.value) === true,
  );
}
