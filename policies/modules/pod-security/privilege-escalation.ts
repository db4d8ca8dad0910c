import { type AnyContainer, podSpec, violation, type Workload } from "@policyc/sdk";
import { isLeftToWindows } from "./operating-system.js";

/** Privilege Escalation (Restricted, v1.8): refused by every container. From v1.25 not on Windows, which has none. */
export function* privilegeEscalation(object: Workload, checked: readonly AnyContainer[], minor: number) {
  if (minor < 8 || isLeftToWindows(minor, podSpec(object))) return;
  for (const container of checked) {
    if (container.securityContext?.allowPrivilegeEscalation !== false)
      yield violation(
        `container <${container.name}> must set securityContext.allowPrivilegeEscalation to false`,
        container,
      );
  }
}
