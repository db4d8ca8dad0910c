import { type AnyContainer, violation } from "@policyc/sdk";

/** Privileged Containers (Baseline, v1.0). */
export function* privilegedContainers(checked: readonly AnyContainer[]) {
  for (const container of checked) {
    if (container.securityContext?.privileged)
      yield violation(
        `container <${container.name}> must not set securityContext.privileged to true`,
        container,
      );
  }
}
