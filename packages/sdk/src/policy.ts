import type { Admission } from "./admission.js";
import { withInventory } from "./intrinsics/inventory.js";
import type { InstanceOf, Kind } from "./kind.js";
import type { Match } from "./match.js";
import type { Parameters } from "./parameters.js";
import type { Violation } from "./violation.js";

/**
 * How bad it is to let such an object in.
 *
 * @example
 * severity: "high" satisfies Severity
 */
export type Severity = "low" | "medium" | "high" | "critical";

type Level = "low" | "medium" | "high";

/**
 * What it takes to bring a policy into a cluster that is in use, and what it brings: the order of a rollout.
 *
 * @example
 * rollout: { difficulty: "low", effect: "high", load: "low" } satisfies Rollout
 */
export interface Rollout {
  /** How hard it is to adopt: how much of what runs today has to be changed, and by how many teams. */
  readonly difficulty: Level;
  /** How much safer the cluster is with it. */
  readonly effect: Level;
  /** The work that it goes on making: exemptions to grant, lists to keep up to date. */
  readonly load: Level;
}

/**
 * What manifests are made for.
 *
 * @example
 * const unreachable: { [target in Target]?: string } = { vap: "it cannot read other objects" };
 */
export type Target = "gatekeeper" | "kyverno" | "kyverno-vpol" | "vap";

type Kinds = readonly Kind<unknown>[];

/**
 * The names by which Kyverno's reports, exceptions and `kyverno-test.yaml` refer to a policy.
 *
 * @example
 * kyverno: { policy: "require-ingress-https", rule: "has-tls" }
 */
export interface KyvernoNames {
  /** The Kyverno policy, where it must not be the policy's own name; several of ours may be rules of one. */
  readonly policy?: string;
  /** The rule's name in the ClusterPolicy, where it must not be the policy's own name. */
  readonly rule?: string;
  /**
   * Parameters that stand in for a Kyverno context: `{ "roles.data": "allowed" }` lets a test that mocks
   * `roles.data.admin` give `params.allowed.admin`.
   */
  readonly context?: { readonly [variable: string]: string };
}

/** What a policy says about itself, and what it looks at. */
interface About<K extends Kinds, P> {
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
  /** The controls that this policy serves, e.g. `CIS-2.0/5.2.6`. */
  readonly controls?: readonly string[];
  /** What adopting it takes and brings. */
  readonly rollout?: Rollout;
  /**
   * Policies that find, together, whatever this one finds with its default parameters. A report tells such a fault
   * once, and names all that found it.
   */
  readonly coveredBy?: readonly string[];
  /**
   * What only its users know, e.g. "which registries are yours": `policyc check` asks such a policy of the library
   * only where a project has configured it, or where it is called by name.
   */
  readonly needs?: string;
  /** The kinds to look at, e.g. `[Pod]` or `workloads`; or kinds with namespaces, selectors and operations. */
  readonly match: K | Match<K>;
  readonly params?: Parameters<P>;
  /** The ConstraintTemplate's kind, where it must not be the policy's name in PascalCase. */
  readonly gatekeeper?: { readonly kind?: string };
  /** How Kyverno and its tests know the policy, where it takes the place of one written for Kyverno. */
  readonly kyverno?: KyvernoNames;
  /** The oldest Kubernetes that the CEL targets must run on, e.g. `1.32`. */
  readonly minKubernetes?: string;
  /** Targets that cannot say this policy, each with the reason: `build` leaves them out. */
  readonly unreachable?: { readonly [target in Target]?: string };
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

/**
 * A policy as Node runs it: the reference that every emitted form must agree with.
 *
 * @example
 * const found = noHostNetwork.evaluate({ object: pod, params: {}, request: { operation: "CREATE" } });
 */
export interface Policy<T = unknown, P = unknown> {
  readonly name: string;
  readonly title: string;
  /** The values that `params` has where a deployment gives none. Absent without parameters. */
  readonly defaults?: P;
  /** Yields the violations of one request. A blank message is replaced by the policy's title. */
  check(admission: Admission<T, P>): Iterable<Violation>;
  /** All violations of one request; `others` is what `inventory(…)` finds. */
  evaluate(admission: Admission<T, P>, others?: readonly object[]): Violation[];
}

/** No parameters. */
// biome-ignore lint/complexity/noBannedTypes: the empty object is what `params` is without parameters
type None = {};

/**
 * Declares a policy: what it looks at, and a predicate in policy TypeScript that says what is wrong. The types of
 * `object` and `params` come from `match` and `params`. Nothing is checked here: the compiler reports mistakes.
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
export function policy<const K extends Kinds, P = None>(
  definition: About<K, P> & (Check<InstanceOf<K[number]>, P> | Require<InstanceOf<K[number]>, P>),
): Policy<InstanceOf<K[number]>, P> {
  const { name, title, params } = definition;
  function* check(admission: Admission<InstanceOf<K[number]>, P>): Iterable<Violation> {
    for (const found of violationsOf(definition, admission))
      yield isBlank(found.message) ? { ...found, message: title } : found;
  }
  const evaluate = (
    admission: Admission<InstanceOf<K[number]>, P>,
    others: readonly object[] = [],
  ): Violation[] => withInventory(others, () => [...check(admission)]);
  return Object.freeze({
    name,
    title,
    ...(params === undefined ? {} : { defaults: params.defaults }),
    check,
    evaluate,
  });
}

/** As an API server trims messages: of blanks Go has others than JavaScript. */
function isBlank(message: string): boolean {
  return /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/.test(message);
}

function violationsOf<T, P>(
  definition: Check<T, P> | Require<T, P>,
  admission: Admission<T, P>,
): Iterable<Violation> {
  if (definition.check !== undefined) return definition.check(admission);
  if (definition.require(admission)) return [];
  const { message } = definition;
  return [{ message: typeof message === "string" ? message : message(admission) }];
}
