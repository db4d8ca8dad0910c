/**
 * The parameters of a policy: their type, and the values used where a deployment gives none.
 *
 * @example
 * const params: Parameters<Params> = parameters<Params>({ repos: [] });
 */
export interface Parameters<P> {
  readonly defaults: P;
}

/**
 * Declares the parameters of a policy. The interface becomes the schema of the Constraint: its JSDoc the
 * descriptions, `@minimum`, `@maximum`, `@minLength`, `@pattern`, `@minItems` the bounds.
 *
 * @example
 * params: parameters<Params>({ repos: ["registry.example/"] })
 */
export function parameters<P extends object>(defaults: P): Parameters<P> {
  return { defaults };
}
