import { type AnyContainer, type LifecycleHandler, type Probe, violation } from "@policyc/sdk";

/**
 * Host Probes / Lifecycle Hooks (Baseline, v1.34): the kubelet must not be made to call another host, which it reaches
 * from the node's network. An empty `host` is the pod itself.
 */
export function* hostProbes(checked: readonly AnyContainer[], minor: number) {
  if (minor < 34) return;
  for (const container of checked) {
    yield* ownHostOnly(container, "livenessProbe", hostsOf(container.livenessProbe));
    yield* ownHostOnly(container, "readinessProbe", hostsOf(container.readinessProbe));
    yield* ownHostOnly(container, "startupProbe", hostsOf(container.startupProbe));
    yield* ownHostOnly(container, "lifecycle.postStart", hostsOf(container.lifecycle?.postStart));
    yield* ownHostOnly(container, "lifecycle.preStop", hostsOf(container.lifecycle?.preStop));
  }
}

function* ownHostOnly(container: AnyContainer, field: string, hosts: readonly string[]) {
  for (const host of hosts)
    yield violation(`container <${container.name}> must not set the host ${host} in ${field}`, container);
}

/** The hosts that a probe or hook names, but for the pod itself. */
function hostsOf(handler: Probe | LifecycleHandler | undefined): string[] {
  return [handler?.httpGet?.host ?? "", handler?.tcpSocket?.host ?? ""].filter((host) => host !== "");
}
