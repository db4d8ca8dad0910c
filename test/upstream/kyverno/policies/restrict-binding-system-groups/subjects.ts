import type { ClusterRoleBinding, RoleBinding } from "@policyc/sdk";

/** Is someone of that name, user or group, a subject of the binding? */
export function bindsTo(binding: RoleBinding | ClusterRoleBinding, name: string): boolean {
  return (binding.subjects ?? []).some((subject) => subject.name === name);
}
