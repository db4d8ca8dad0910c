import { type AnyContainer, violation } from "@policyc/sdk";

/** Host Ports (Baseline, v1.0): none. */
export function* hostPorts(checked: readonly AnyContainer[]) {
  for (const container of checked) {
    for (const { hostPort = 0 } of container.ports ?? []) {
      if (hostPort !== 0)
        yield violation(`container <${container.name}> must not use hostPort ${hostPort}`, container);
    }
  }
}
