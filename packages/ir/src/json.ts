/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A structural OpenAPI v3 schema, as ConstraintTemplates take it: a `type` on every level. */
export type JsonSchema = { readonly [keyword: string]: Json };
