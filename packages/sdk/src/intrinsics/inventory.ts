import type { Kind, KindIdentity } from "../kind.js";

/**
 * Which objects of a kind to read.
 *
 * @example
 * const here: InventoryOptions = { namespace: object.metadata.namespace };
 */
export interface InventoryOptions {
  /** Only those of one namespace. Where it is absent or empty there are none: nothing is in no namespace. */
  readonly namespace?: string | undefined;
}

/** What the inventory needs to know of an object; it is held against nothing else. */
interface Known {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
}

let known: readonly Known[] = [];
/** Sorted once: a run asks many policies with the same objects in sight. */
const sorted = new WeakMap<readonly object[], readonly Known[]>();

/**
 * The other objects of the cluster, of one kind. What is found depends on the engine: Gatekeeper reads what a
 * SyncSet names, Kyverno asks the API server, an offline scan has the other manifests of the run. The object under
 * review may be among them, in its old form even: leave it out with `isSameObject`. Their order is not defined.
 *
 * @example
 * const services = inventory(Service, { namespace: object.metadata.namespace });
 */
export function inventory<T>(kind: Kind<T>, options?: InventoryOptions): readonly T[] {
  return known.filter((object) => isInScope(object, kind, options)).filter((object) => isOf(object, kind));
}

/** Runs something with other objects in sight: the reference run of a predicate. Calls may not overlap. */
export function withInventory<Result>(objects: readonly object[], run: () => Result): Result {
  const outside = known;
  known = inOrder(objects);
  try {
    return run();
  } finally {
    known = outside;
  }
}

/** An object of the cluster has the shape of its kind: the API server saw to it. */
function isOf<T>(object: Known, { group, version, kind }: Kind<T>): object is Known & T {
  return object.kind === kind && object.apiVersion === (group === "" ? version : `${group}/${version}`);
}

/** Gatekeeper keeps an object without a namespace among the cluster-scoped ones, whatever its kind. */
function isInScope(
  { metadata }: Known,
  { scope }: KindIdentity,
  options: InventoryOptions | undefined,
): boolean {
  const namespace = metadata?.namespace ?? "";
  if (options !== undefined && "namespace" in options)
    return namespace !== "" && namespace === options.namespace;
  return (namespace !== "") === (scope === "Namespaced");
}

function inOrder(objects: readonly object[]): readonly Known[] {
  const before = sorted.get(objects);
  if (before !== undefined) return before;
  const made = [...objects].sort(byIdentity);
  sorted.set(objects, made);
  return made;
}

/** By namespace and name, as an API server lists them. */
function byIdentity(one: Known, other: Known): number {
  const [a, b] = [identity(one), identity(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function identity({ metadata }: Known): string {
  return `${metadata?.namespace ?? ""}/${metadata?.name ?? ""}`;
}
