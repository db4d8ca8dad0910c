import { type AnyContainer, violation } from "@policyc/sdk";

/** Host Ports (Baseline, v1.0): none. */
export function* hostPorts(checked: readonly AnyContainer[]) {
  for (const container of checked) {
    for (const port of container.ports ?? []) {
      if (port.hostPort)
        yield violation(`container <${container.name}> must not use hostPort ${port.hostPort}`, container);
    }
  }
}
