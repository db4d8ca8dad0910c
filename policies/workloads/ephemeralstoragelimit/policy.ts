import { compareQuantities, parameters, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";
import { resourcefulContainers } from "../../modules/resourceful.js";

interface Params {
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /**
   * The largest limit of a container, as a quantity.
   * @pattern ^([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$
   */
  "ephemeral-storage"?: string;
}

export default policy({
  name: "ephemeralstoragelimit",
  title: "Ephemeral storage limits",
  description: "Containers must limit their ephemeral storage, and stay within the given maximum.",
  rationale:
    "A container that writes without a limit fills the disk of its node, and all pods on it are evicted.",
  remediation: "Set `resources.limits.ephemeral-storage` of the container.",
  severity: "low",
  controls: ["NSA-CISA-1.2/resource-policies", "NIST-800-53-5/SC-6"],
  rollout: { difficulty: "medium", effect: "low", load: "low" },
  needs: "how much of a node's disk a container may fill",
  match: workloads,
  gatekeeper: { kind: "K8sContainerEphemeralStorageLimit" },
  params: parameters<Params>({ "ephemeral-storage": "4Gi" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const maximum = params["ephemeral-storage"];
    for (const container of resourcefulContainers(object, params.exemptImages ?? [])) {
      const limit = container.resources?.limits?.["ephemeral-storage"];
      if (limit === undefined) {
        yield violation(`container <${container.name}> has no ephemeral-storage limit`, container);
      } else if (maximum !== undefined && compareQuantities(limit, maximum) > 0) {
        yield violation(
          `container <${container.name}> ephemeral-storage limit <${limit}> is higher than the maximum allowed of <${maximum}>`,
          container,
        );
      }
    }
  },
});
