import { parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { resourcefulContainers } from "../../modules/resourceful.js";

interface Params {
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /** The resources that must have a limit. */
  limits?: ("cpu" | "memory")[];
  /** The resources that must have a request. */
  requests?: ("cpu" | "memory")[];
}

export default policy({
  name: "containerresources",
  title: "Required resources",
  description:
    "Containers must have the listed requests and limits, whatever their amount, or share those of their pod.",
  rationale:
    "A container without a memory limit takes its neighbours down with it; one without requests is scheduled as if it used nothing.",
  remediation:
    "Set the missing `resources.requests` and `resources.limits` of the container, or of the whole pod (Kubernetes 1.34).",
  severity: "low",
  controls: [
    "NSA-CISA-1.2/resource-policies",
    "NIST-800-53-5/SC-6",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: workloads,
  gatekeeper: { kind: "K8sRequiredResources" },
  params: parameters<Params>({ limits: ["memory"], requests: ["cpu", "memory"] }),
  *check({ object, params }) {
    const pod = podSpec(object).resources ?? {};
    for (const container of resourcefulContainers(object, params.exemptImages ?? [])) {
      const { limits = {}, requests = {} } = container.resources ?? {};
      const unlimited = (params.limits ?? []).filter(
        (resource) => !(resource in limits || resource in (pod.limits ?? {})),
      );
      if (unlimited.length > 0) {
        yield violation(
          `container <${container.name}> does not have <${unlimited.join(", ")}> limits defined`,
          container,
        );
      }
      const unrequested = (params.requests ?? []).filter(
        (resource) => !(resource in requests || resource in (pod.requests ?? {})),
      );
      if (unrequested.length > 0) {
        yield violation(
          `container <${container.name}> does not have <${unrequested.join(", ")}> requests defined`,
          container,
        );
      }
    }
  },
});
