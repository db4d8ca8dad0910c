import type { Type } from "@policyc/ir";
import type { ts } from "../typescript.js";
import { fromTypeScript, oneOf } from "./from-typescript.js";
import { typeAt } from "./kept.js";
import { formsOf } from "./shape.js";
import { isOptional, typeOfSymbolAt } from "./symbols.js";

/** A field that TypeScript knows of an object. */
interface RecordField {
  readonly name: string;
  readonly type: Type;
  /** Is it optional, or none of some forms that the object may have? */
  readonly mayBeMissing: boolean;
}

/** The fields that an object may have: those of all its forms, where TypeScript itself tells those that all have. */
export function recordFieldsAt(node: ts.Node): readonly RecordField[] {
  const forms = formsOf(typeAt(node).getNonNullableType());
  const names = new Set(forms.flatMap((form) => form.getProperties().map((property) => property.name)));
  return [...names].map((name) => {
    const properties = forms.map((form) => form.getProperty(name));
    const types = properties.flatMap((property) =>
      property === undefined ? [] : [fromTypeScript(typeOfSymbolAt(property, node))],
    );
    const mayBeMissing = properties.some((property) => property === undefined || isOptional(property));
    return { name, type: oneOf(types), mayBeMissing };
  });
}
