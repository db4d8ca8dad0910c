import {
  appContainers,
  type Container,
  DaemonSet,
  Deployment,
  Pod,
  type Probe,
  parameters,
  policy,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
  violation,
} from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** The probes that a container must have: `readinessProbe`, `livenessProbe`, `startupProbe`. */
  probes?: string[];
  /** What counts as a probe: it must do one of these, such as `tcpSocket`, `httpGet`, `exec`, `grpc`. */
  probeTypes?: string[];
}

export default policy({
  name: "requiredprobes",
  title: "Required probes",
  description: "Containers must have the listed probes.",
  rationale:
    "Without a readiness probe a pod gets traffic before it can serve it; without a liveness probe one that hangs stays.",
  remediation:
    "Add the missing probe. A liveness probe should test the process itself and nothing that it depends on.",
  severity: "low",
  controls: [],
  rollout: { difficulty: "medium", effect: "low", load: "low" },
  match: [Pod, Deployment, ReplicaSet, StatefulSet, DaemonSet, ReplicationController],
  gatekeeper: { kind: "K8sRequiredProbes" },
  params: parameters<Params>({
    probes: ["readinessProbe", "livenessProbe"],
    probeTypes: ["tcpSocket", "httpGet", "exec", "grpc"],
  }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    for (const container of appContainers(object)) {
      for (const name of params.probes ?? []) {
        const probe = probeNamed(name, container);
        if (probe !== undefined && doesOne(probe, params.probeTypes ?? [])) continue;
        yield violation(
          `Container <${container.name}> in your <${object.kind}> <${object.metadata.name}> has no <${name}>`,
          container,
        );
      }
    }
  },
});

function probeNamed(name: string, container: Container): Probe | undefined {
  switch (name) {
    case "livenessProbe":
      return container.livenessProbe;
    case "readinessProbe":
      return container.readinessProbe;
    case "startupProbe":
      return container.startupProbe;
    default:
      return undefined;
  }
}

function doesOne(probe: Probe, types: readonly string[]): boolean {
  return Object.keys(probe).some((field) => types.includes(field));
}
