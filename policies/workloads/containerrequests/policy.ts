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
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /**
   * The largest CPU request of a container, as a quantity.
   * @pattern ^([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$
   */
  cpu?: string;
  /**
   * The largest memory request of a container, as a quantity.
   * @pattern ^([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$
   */
  memory?: string;
}

export default policy({
  name: "containerrequests",
  title: "Container requests",
  description:
    "Containers must request CPU and memory, or share the requests of their pod, and stay within the given maximum.",
  rationale:
    "The scheduler places pods by their requests: without them a node is filled until it kills, and with too large ones it stands half empty.",
  remediation:
    "Set `resources.requests.cpu` and `resources.requests.memory` to what the container really uses, or those of the whole pod (Kubernetes 1.34).",
  severity: "low",
  controls: ["NSA-CISA-1.2/resource-policies", "NIST-800-53-5/SC-6"],
  rollout: { difficulty: "medium", effect: "low", load: "low" },
  needs: "how much a container may ask for in your clusters",
  match: workloads,
  gatekeeper: { kind: "K8sContainerRequests" },
  params: parameters<Params>({ cpu: "2", memory: "4Gi" }),
  *check({ object, params }) {
    // The scheduler places a pod by what the whole pod requests, where it says so.
    const shared = podSpec(object).resources?.requests ?? {};
    for (const container of resourcefulContainers(object, params.exemptImages ?? [])) {
      const requests = container.resources?.requests ?? {};
      yield* within("cpu", requests["cpu"] ?? shared["cpu"], params.cpu, container);
      yield* within("memory", requests["memory"] ?? shared["memory"], params.memory, container);
    }
  },
});

/** One resource of one container: its request is there, and not above the maximum. */
function* within(
  resource: string,
  request: string | undefined,
  maximum: string | undefined,
  container: Container,
) {
  if (request === undefined) {
    yield violation(`container <${container.name}> has no ${resource} request`, container);
  } else if (maximum !== undefined && compareQuantities(request, maximum) > 0) {
    yield violation(
      `container <${container.name}> ${resource} request <${request}> is higher than the maximum allowed of <${maximum}>`,
      container,
    );
  }
}
