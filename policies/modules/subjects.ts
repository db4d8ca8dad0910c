import type { ClusterRoleBinding, RoleBinding, Subject } from "@policyc/sdk";

/**
 * Is this one of the bindings that the API server itself makes, and restores when it starts? Label and name
 * together: the label alone could be put on anything.
 */
export function isBuiltInBinding(object: ClusterRoleBinding | RoleBinding): boolean {
  const { name, labels } = object.metadata;
  return (
    labels?.["kubernetes.io/bootstrapping"] === "rbac-defaults" &&
    (name.startsWith("system:") || name === "cluster-admin")
  );
}

/**
 * The user name that a subject stands for: a service account is the user
 * `system:serviceaccount:<namespace>:<name>`, and may be bound as that. Empty for a group.
 */
export function userOf(subject: Subject): string {
  if (subject.kind === "ServiceAccount")
    return `system:serviceaccount:${subject.namespace ?? ""}:${subject.name}`;
  return subject.kind === "User" ? subject.name : "";
}

/** The namespace of the service account that a subject is; empty for people and groups. */
export function accountNamespaceOf(subject: Subject): string {
  const parts = userOf(subject).split(":");
  return parts.length === 4 && parts[0] === "system" && parts[1] === "serviceaccount" ? (parts[2] ?? "") : "";
}
