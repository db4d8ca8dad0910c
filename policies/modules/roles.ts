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
  for (const resource of rights.resources) {
    const verbs = rights.verbs.filter((verb) => grants(rule, { verb, group: rights.group, resource }));
    if (verbs.length === 0) continue;
    yield violation(
      `${object.kind} <${object.metadata.name}> grants ${verbs.join(", ")} on ${resource}`,
      rule,
    );
  }
}
