import { type AnyContainer, podSpec, violation, type Workload } from "@policyc/sdk";
import { isKeptByUserNamespace } from "./user-namespace.js";

/** Running as Non-root (Restricted, v1.0): the kubelet is told to refuse root. From v1.35 not in a user namespace. */
export function* runAsNonRoot(object: Workload, checked: readonly AnyContainer[], minor: number) {
  const spec = podSpec(object);
  if (isKeptByUserNamespace(minor, spec)) return;
  const pod = spec.securityContext?.runAsNonRoot;
  if (pod === false)
    yield violation("pod must not set securityContext.runAsNonRoot to false", spec.securityContext);
  for (const container of checked) {
    const own = container.securityContext?.runAsNonRoot;
    if (own === false)
      yield violation(
        `container <${container.name}> must not set securityContext.runAsNonRoot to false`,
        container,
      );
    if (own === undefined && pod !== true)
      yield violation(
        `pod or container <${container.name}> must set securityContext.runAsNonRoot to true`,
        container,
      );
  }
}

/** Running as Non-root user (Restricted, v1.23): nobody asks for user 0. From v1.35 not in a user namespace. */
export function* runAsUser(object: Workload, checked: readonly AnyContainer[], minor: number) {
  const spec = podSpec(object);
  if (minor < 23 || isKeptByUserNamespace(minor, spec)) return;
  if (spec.securityContext?.runAsUser === 0)
    yield violation("pod must not set securityContext.runAsUser to 0", spec.securityContext);
  for (const container of checked) {
    if (container.securityContext?.runAsUser === 0)
      yield violation(`container <${container.name}> must not set securityContext.runAsUser to 0`, container);
  }
}
