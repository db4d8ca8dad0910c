/**
 * One reason why an object is not allowed.
 *
 * @example
 * const found: Violation = { message: "hostNetwork is not allowed" };
 */
export interface Violation {
  /** One sentence for the person whose object was refused: what is wrong with which part. */
  readonly message: string;
  /** The part of the object that is to blame; tests and scans turn it into file, line and column. */
  readonly at?: object;
}

/**
 * Reports a violation from a `check` generator.
 *
 * @param at The part of the object that is to blame, as it was read: a container, a rule, `object.spec`.
 * @example
 * yield violation(`container <${container.name}> has no memory limit`, container);
 */
export function violation(message: string, at?: object | undefined): Violation {
  return { message, ...(at === undefined ? {} : { at }) };
}
