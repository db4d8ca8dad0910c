import {
  type Container,
  milliValue,
  parameters,
  podSpec,
  policy,
  type ResourceRequirements,
  violation,
  workloads,
} from "@policyc/sdk";
import { resourcefulContainers } from "../../modules/resourceful.js";

interface Params {
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /**
   * How many times its request a container's limit may be, for memory and CPU.
   * @pattern ^([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$
   */
  ratio?: string;
  /**
   * The same for CPU alone.
   * @pattern ^([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$
   */
  cpuRatio?: string;
}

export default policy({
  name: "containerresourceratios",
  title: "Ratio of limits to requests",
  description: "A container's limits must not be more than a multiple of its requests.",
  rationale:
    "Limits far above the requests overcommit a node: all goes well until several pods use what they were promised, and are killed.",
  remediation: "Raise the request, or lower the limit.",
  severity: "low",
  controls: ["NSA-CISA-1.2/resource-policies", "NIST-800-53-5/SC-6"],
  rollout: { difficulty: "medium", effect: "low", load: "medium" },
  coveredBy: ["containerlimits", "containerrequests"],
  needs: "how far your nodes may be overcommitted",
  match: workloads,
  gatekeeper: { kind: "K8sContainerRatios" },
  params: parameters<Params>({ ratio: "2", cpuRatio: "10" }),
  *check({ object, params }) {
    const shared = podSpec(object).resources ?? {};
    for (const container of resourcefulContainers(object, params.exemptImages ?? [])) {
      const own = container.resources ?? {};
      const cpu = says(own, "cpu") ? own : shared;
      const memory = says(own, "memory") ? own : shared;
      yield* inRatio(
        "cpu",
        cpu.limits?.["cpu"],
        cpu.requests?.["cpu"],
        params.cpuRatio ?? params.ratio,
        container,
      );
      yield* inRatio(
        "memory",
        memory.limits?.["memory"],
        memory.requests?.["memory"],
        params.ratio,
        container,
      );
    }
  },
});

/** Where a container says nothing of a resource, it shares what its pod has. */
function says({ limits = {}, requests = {} }: ResourceRequirements, resource: string): boolean {
  return resource in limits || resource in requests;
}

/** One resource of one container: limit and request are there, and in proportion. */
function* inRatio(
  resource: string,
  limit: string | undefined,
  request: string | undefined,
  ratio: string | undefined,
  container: Container,
) {
  if (limit === undefined)
    yield violation(`container <${container.name}> has no ${resource} limit`, container);
  if (request === undefined)
    yield violation(`container <${container.name}> has no ${resource} request`, container);
  if (limit === undefined || request === undefined || ratio === undefined) return;
  // In thousandths on both sides, so that nothing is rounded.
  if (milliValue(limit) * 1000 > milliValue(ratio) * milliValue(request)) {
    yield violation(
      `container <${container.name}> ${resource} limit <${limit}> is higher than the maximum allowed ratio of <${ratio}>`,
      container,
    );
  }
}
