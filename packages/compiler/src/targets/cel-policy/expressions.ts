import { inLines, type Json } from "@policyc/ir";
import type { ManifestComment } from "../../emit/manifest.js";

/** An expression with a name, as conditions and variables are, and what is said of it in a comment. */
export interface NamedExpression {
  readonly name: string;
  readonly expression: string;
  readonly doc?: string;
}

/** A field with expressions, which is left out where there are none. */
export function expressionsField(
  field: string,
  named: readonly NamedExpression[],
): { readonly [field: string]: Json } {
  return named.length === 0 ? {} : { [field]: named.map(({ name, expression }) => ({ name, expression })) };
}

/** What is said of the expressions of a list, before each. */
export function expressionComments(
  path: readonly (string | number)[],
  named: readonly NamedExpression[],
): readonly ManifestComment[] {
  return named.flatMap(({ doc }, position) =>
    doc === undefined ? [] : [{ path: [...path, position], text: inLines(doc, longestLine) }],
  );
}

const longestLine = 94;
