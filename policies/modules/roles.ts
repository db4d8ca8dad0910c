import {
  type ClusterRole,
  grants,
  type PolicyRule,
  type Role,
  type Violation,
  violation,
} from "@policyc/sdk";

/** Rights that a role should not give away lightly. */
export interface Rights {
  group: string;
  /** Plurals, with their sub-resource: `pods/exec`. */
  resources: readonly string[];
  verbs: readonly string[];
}

/**
 * Is this one of the roles that the API server itself makes, and restores when it starts? Label and name
 * together: the label alone could be put on anything.
 */
export function isBuiltInRole(object: ClusterRole | Role): boolean {
  const { name, labels } = object.metadata;
  return (
    labels?.["kubernetes.io/bootstrapping"] === "rbac-defaults" &&
    (name.startsWith("system:") || ["cluster-admin", "admin", "edit", "view"].includes(name))
  );
}

/** A violation for every rule that gives away such a right, by name or by wildcard. */
export function* givenAway(
  object: ClusterRole | Role,
  rule: PolicyRule,
  rights: Rights,
): Iterable<Violation> {
  const { group } = rights;
  const verbs = rights.verbs.filter((verb) => allowsVerb(rule, verb));
  const [verb] = verbs;
  // One verb stands for all from here on: an API server counts what an expression costs.
  if (verb === undefined) return;
  for (const resource of rights.resources) {
    if (!grants(rule, { verb, group, resource })) continue;
    yield violation(
      `${object.kind} <${object.metadata.name}> grants ${verbs.join(", ")} on ${resource}`,
      rule,
    );
  }
}

function allowsVerb({ verbs }: PolicyRule, verb: string): boolean {
  return verbs.includes("*") || verbs.includes(verb);
}

/**
 * The same for what is in no namespace: the wildcards of a Role do not reach it. What a Role names all the same it was
 * meant to grant.
 */
export function* givenAwayOfCluster(
  object: ClusterRole | Role,
  rule: PolicyRule,
  rights: Rights,
): Iterable<Violation> {
  if (reachesCluster(object, rule, rights.resources)) yield* givenAway(object, rule, rights);
}

/** Does a rule of this role reach, or at least name, such resources of no namespace? */
export function reachesCluster(
  object: ClusterRole | Role,
  { resources = [] }: PolicyRule,
  wanted: readonly string[],
): boolean {
  return object.kind === "ClusterRole" || resources.some((resource) => wanted.includes(resource));
}

/**
 * A violation for every such right that a role gives away for all objects of a kind. What it names in `resourceNames` is
 * left to it, and so are the roles that the API server makes.
 */
export function* givenAwayForAll(object: ClusterRole | Role, rights: readonly Rights[]): Iterable<Violation> {
  if (isBuiltInRole(object)) return;
  for (const rule of rulesForAll(object)) for (const one of rights) yield* givenAway(object, rule, one);
}

/** The same for what is in no namespace. */
export function* givenAwayForAllOfCluster(
  object: ClusterRole | Role,
  rights: readonly Rights[],
): Iterable<Violation> {
  if (isBuiltInRole(object)) return;
  for (const rule of rulesForAll(object))
    for (const one of rights) yield* givenAwayOfCluster(object, rule, one);
}

/** The rules that hold for all objects of their kinds. */
function rulesForAll({ rules }: ClusterRole | Role): readonly PolicyRule[] {
  return (rules ?? []).filter(isForAll);
}

/**
 * Does a rule hold for all objects of its kinds? The authorizer compares names as they are, and a request for a list,
 * or to create something, has the empty one: a rule that names it allows just these (k8s.io/kubernetes/pkg/apis/rbac/v1,
 * `ResourceNameMatches`).
 */
export function isForAll({ resourceNames = [] }: PolicyRule): boolean {
  return resourceNames.length === 0 || resourceNames.includes("");
}
