import { type AnyContainer, podSpec, violation, type Workload } from "@policyc/sdk";

/** HostProcess (Baseline, v1.0): no Windows container with the rights of a process of the node. */
export function* hostProcess(object: Workload, checked: readonly AnyContainer[]) {
  const pod = podSpec(object).securityContext;
  if (pod?.windowsOptions?.hostProcess)
    yield violation("pod must not set securityContext.windowsOptions.hostProcess to true", pod);
  for (const container of checked) {
    if (container.securityContext?.windowsOptions?.hostProcess)
      yield violation(
        `container <${container.name}> must not set securityContext.windowsOptions.hostProcess to true`,
        container,
      );
  }
}
