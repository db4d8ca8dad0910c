import {
  type Container,
  compareQuantities,
  parameters,
  podSpec,
  policy,
  violation,
  workloads,
} from "@policyc/sdk";
import { resourcefulContainers } from "../../modules/resourceful.js";

interface Params {
  /** Images that need no limits: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /**
   * The largest CPU limit of a container, as a quantity. `-1` asks for no CPU limit at all.
   * @pattern ^(-1|([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?)$
   */
  cpu?: string;
  /**
   * The largest memory limit of a container, as a quantity.
   * @pattern ^([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$
   */
  memory?: string;
}

export default policy({
  name: "containerlimits",
  title: "Container limits",
  description:
    "Containers must limit their CPU and memory, or share the limits of their pod, and stay within the given maximum.",
  rationale: "A container without limits can take its node down, and with it everybody else's pods.",
  remediation:
    "Set `resources.limits.cpu` and `resources.limits.memory` of the container, or of the whole pod (Kubernetes 1.34).",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/resource-policies",
    "NIST-800-53-5/SC-6",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1496",
    "MITRE-ATTACK-16/T1499",
  ],
  rollout: { difficulty: "high", effect: "medium", load: "medium" },
  needs: "how much a container may use in your clusters",
  match: workloads,
  gatekeeper: { kind: "K8sContainerLimits" },
  params: parameters<Params>({ cpu: "2", memory: "4Gi" }),
  *check({ object, params }) {
    // What the whole pod may use bounds a container that has no limit of its own.
    const shared = podSpec(object).resources?.limits ?? {};
    for (const container of resourcefulContainers(object, params.exemptImages ?? [])) {
      const limits = container.resources?.limits ?? {};
      if (params.cpu !== "-1") yield* within("cpu", limits["cpu"] ?? shared["cpu"], params.cpu, container);
      yield* within("memory", limits["memory"] ?? shared["memory"], params.memory, container);
    }
  },
});

/** One resource of one container: its limit is there, and not above the maximum. */
function* within(
  resource: string,
  limit: string | undefined,
  maximum: string | undefined,
  container: Container,
) {
  if (limit === undefined) {
    yield violation(`container <${container.name}> has no ${resource} limit`, container);
  } else if (maximum !== undefined && compareQuantities(limit, maximum) > 0) {
    yield violation(
      `container <${container.name}> ${resource} limit <${limit}> is higher than the maximum allowed of <${maximum}>`,
      container,
    );
  }
}
