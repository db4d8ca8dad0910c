import { type Integer, parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { type IdRange, isInRanges } from "../../modules/id-ranges.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Whether a group must be given and be in a range, may be left out, or may be any. */
  rule?: "MayRunAs" | "MustRunAs" | "RunAsAny";
  /** The group IDs that may be given. */
  ranges?: IdRange[];
}

export default policy({
  name: "fsgroup",
  title: "File system group",
  description: "The group that owns a pod's volumes must be in one of the ranges.",
  rationale:
    "Group 0 and the groups of others give access to files on shared volumes that are not the pod's.",
  remediation: "Set `securityContext.fsGroup` of the pod to a group of an allowed range.",
  severity: "medium",
  controls: ["CIS-2.0/5.6.3"],
  rollout: { difficulty: "medium", effect: "low", load: "low" },
  match: workloads,
  gatekeeper: { kind: "K8sPSPFSGroup" },
  params: parameters<Params>({ rule: "MayRunAs", ranges: [{ min: 1, max: 65535 }] }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const { rule, ranges = [] } = params;
    if (rule === undefined || isAllowed(podSpec(object).securityContext?.fsGroup, rule, ranges)) return;
    const listed = ranges.map(({ min, max }) => `${min ?? "?"}-${max ?? "?"}`).join(", ");
    yield violation(
      `The provided pod spec fsGroup is not allowed, pod: ${object.metadata.name}. Allowed fsGroup: ${rule} [${listed}]`,
      podSpec(object),
    );
  },
});

function isAllowed(group: Integer | undefined, rule: string, ranges: readonly IdRange[]): boolean {
  if (rule === "RunAsAny") return true;
  return group === undefined ? rule === "MayRunAs" : isInRanges(group, ranges);
}
