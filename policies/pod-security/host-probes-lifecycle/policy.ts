import {
  type AnyContainer,
  containers,
  type LifecycleHandler,
  type Probe,
  parameters,
  policy,
  violation,
  workloads,
} from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Images that may name a host: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

export default policy({
  name: "host-probes-lifecycle",
  title: "No hosts in probes and lifecycle hooks",
  description: "Probes and lifecycle hooks must not name a host.",
  rationale:
    "The kubelet sends these requests from the node's own network: with a host of its choice a pod reaches what network policies keep from it.",
  remediation: "Remove `host` from `httpGet` and `tcpSocket`: the pod's own address is used then.",
  severity: "medium",
  controls: ["PSS/baseline/host-probes"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  coveredBy: ["baseline-host-probes"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPHostProbesLifecycle" },
  params: parameters<Params>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      yield* hosts("probe", container.livenessProbe, container);
      yield* hosts("probe", container.readinessProbe, container);
      yield* hosts("probe", container.startupProbe, container);
      yield* hosts("lifecycle hook", container.lifecycle?.postStart, container);
      yield* hosts("lifecycle hook", container.lifecycle?.preStop, container);
    }
  },
});

/** The hosts that a probe or hook names. An empty one is none. */
function* hosts(what: string, action: Probe | LifecycleHandler | undefined, container: AnyContainer) {
  for (const host of [action?.httpGet?.host ?? "", action?.tcpSocket?.host ?? ""]) {
    if (host === "") continue;
    yield violation(`Container ${container.name} has ${what} with host field set: ${host}`, container);
  }
}
