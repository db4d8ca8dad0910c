import type { Admission } from "./admission.js";
import type { Kind, ObjectOf } from "./kind.js";
import type { Match } from "./match.js";
import type { Violation } from "./violation.js";

export type Severity = "low" | "medium" | "high" | "critical";

/** The parameters of a policy: their type, and the values used where a deployment gives none. */
export interface Parameters<P> {
  readonly defaults: P;
}

/**
 * Declares the parameters of a policy. The interface becomes the schema of the Constraint: its
 * JSDoc the descriptions, `@minimum`, `@maximum`, `@minLength`, `@pattern`, `@minItems` the bounds.
 *
 * @example
 * params: parameters<Params>({ repos: ["registry.example/"] })
 */
export function parameters<P extends object>(defaults: P): Parameters<P> {
  return { defaults };
}

interface About<K extends readonly Kind<unknown>[], P> {
  /** Kebab-case, unique in the project: the name of what is emitted. */
  readonly name: string;
  /** A few words, e.g. "Allowed repositories". */
  readonly title: string;
  /** What must hold, in a sentence or two. */
  readonly description: string;
  readonly severity: Severity;
  /** Why it matters. */
  readonly rationale?: string;
  /** What the developer whose object is refused should do. */
  readonly remediation?: string;
  /** The controls that this policy serves, e.g. `CIS-1.10/5.2.6`. */
  readonly controls?: readonly string[];
  /** The kinds to look at, e.g. `[Pod]` or `workloads`; or kinds with namespaces, selectors and operations. */
  readonly match: K | Match<K>;
  readonly params?: Parameters<P>;
  /** The ConstraintTemplate's kind, where it must not be the policy's name in PascalCase. */
  readonly gatekeeper?: { readonly kind: string };
  /** The oldest Kubernetes that the CEL targets must run on, e.g. `1.32`. */
  readonly minKubernetes?: string;
}

interface Check<T, P> {
  /** Yields a violation for everything that is wrong; nothing for an object that is fine. */
  check(admission: Admission<T, P>): Iterable<Violation>;
  readonly require?: never;
  readonly message?: never;
}

interface Require<T, P> {
  readonly check?: never;
  /** What must be true of an object. */
  require(admission: Admission<T, P>): boolean;
  /** Said where it is not. */
  readonly message: string | ((admission: Admission<T, P>) => string);
}

/** A policy as Node runs it: the reference that every emitted form must agree with. */
export interface Policy<T = unknown, P = unknown> {
  readonly name: string;
  readonly title: string;
  /** The violations of one request. A blank message is replaced by the policy's title. */
  evaluate(admission: Admission<T, P>): Violation[];
}

/** No parameters. */
// biome-ignore lint/complexity/noBannedTypes: the empty object is what `params` is without parameters
type None = {};

/**
 * Declares a policy: what it looks at, and a predicate in policy TypeScript that says what is wrong.
 *
 * @example
 * export default policy({
 *   name: "no-host-network",
 *   title: "No host network",
 *   description: "Pods must not use the network of their node.",
 *   severity: "high",
 *   match: workloads,
 *   require: ({ object }) => podSpec(object).hostNetwork !== true,
 *   message: "hostNetwork is not allowed",
 * });
 */
export function policy<const K extends readonly Kind<unknown>[], P = None>(
  definition: About<K, P> & (Check<ObjectOf<K[number]>, P> | Require<ObjectOf<K[number]>, P>),
): Policy<ObjectOf<K[number]>, P> {
  const { name, title } = definition;
  return {
    name,
    title,
    evaluate: (admission) => violationsOf(definition, admission).map((found) => (found.message.trim() === "" ? { ...found, message: title } : found)),
  };
}

function violationsOf<T, P>(definition: Check<T, P> | Require<T, P>, admission: Admission<T, P>): Violation[] {
  if (definition.check !== undefined) return [...definition.check(admission)];
  if (definition.require(admission)) return [];
  const { message } = definition;
  return [{ message: typeof message === "string" ? message : message(admission) }];
}
