import {
  type AnyContainer,
  containers,
  type Integer,
  type PodSecurityContext,
  parameters,
  podSpec,
  policy,
  violation,
  workloads,
} from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { type IdRange, isInRanges } from "../../modules/id-ranges.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface UserRule {
  /** Whether a user must be given and be in a range, must not be root, or may be any. */
  rule?: "MustRunAs" | "MustRunAsNonRoot" | "RunAsAny";
  /** The user IDs that may be given. */
  ranges?: IdRange[];
}

interface GroupRule {
  /** Whether a group must be given and be in a range, may be left out, or may be any. */
  rule?: "MustRunAs" | "MayRunAs" | "RunAsAny";
  /** The group IDs that may be given. */
  ranges?: IdRange[];
}

interface Params {
  /** Images that may run as anybody: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /** Which users containers may run as. */
  runAsUser?: UserRule;
  /** Which groups containers may run as. */
  runAsGroup?: GroupRule;
  /** Which further groups a pod may have. */
  supplementalGroups?: GroupRule;
  /** Which group a pod's volumes may belong to. */
  fsGroup?: GroupRule;
}

export default policy({
  name: "users",
  title: "Users and groups",
  description: "Containers may only run as the allowed users and groups.",
  rationale:
    "A process that is root in its container is root on the node, once it gets out; and one with the groups of others reads their files.",
  remediation: "Set `runAsNonRoot: true`, and `runAsUser` and `runAsGroup` to IDs of the allowed ranges.",
  severity: "high",
  controls: [
    "PSS/restricted/running-as-non-root",
    "PSS/restricted/running-as-non-root-user",
    "CIS-2.0/5.2.7",
    "NIST-800-190/4.4.3",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  coveredBy: ["restricted-running-as-non-root", "restricted-running-as-non-root-user"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPAllowedUsers" },
  params: parameters<Params>({ runAsUser: { rule: "MustRunAsNonRoot" } }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const pod = podSpec(object).securityContext ?? {};
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      const { runAsUser, runAsGroup, supplementalGroups, fsGroup } = params;
      if (runAsUser !== undefined) yield* wrongUser(container, pod, runAsUser);
      const group = container.securityContext?.runAsGroup ?? pod.runAsGroup;
      if (runAsGroup !== undefined) yield* wrongGroups("runAsGroup", listed(group), runAsGroup, container);
      if (supplementalGroups !== undefined)
        yield* wrongGroups("supplementalGroups", pod.supplementalGroups, supplementalGroups, container);
      if (fsGroup !== undefined) yield* wrongGroups("fsGroup", listed(pod.fsGroup), fsGroup, container);
    }
  },
});

function listed(group: Integer | undefined): Integer[] | undefined {
  return group === undefined ? undefined : [group];
}

/** What the container says comes before what its pod says. */
function* wrongUser(container: AnyContainer, pod: PodSecurityContext, { rule, ranges = [] }: UserRule) {
  const user = container.securityContext?.runAsUser ?? pod.runAsUser;
  const isNonRoot = container.securityContext?.runAsNonRoot ?? pod.runAsNonRoot;
  if (user === undefined) {
    if (rule === "MustRunAs") {
      yield violation(
        `Container ${container.name} is attempting to run without a required securityContext/runAsUser`,
        container,
      );
    } else if (rule === "MustRunAsNonRoot" && isNonRoot !== true) {
      yield violation(
        `Container ${container.name} is attempting to run without a required securityContext/runAsNonRoot or securityContext/runAsUser != 0`,
        container,
      );
    }
  } else if (!isAllowedUser(user, rule, ranges)) {
    yield violation(
      `Container ${container.name} is attempting to run as disallowed user ${user}. Allowed runAsUser: ${described(rule, ranges)}`,
      container,
    );
  }
}

function isAllowedUser(user: Integer, rule: string | undefined, ranges: readonly IdRange[]): boolean {
  switch (rule) {
    case "MustRunAs":
      return isInRanges(user, ranges);
    case "MustRunAsNonRoot":
      return user !== 0;
    default:
      return true;
  }
}

function* wrongGroups(
  field: string,
  groups: readonly Integer[] | undefined,
  { rule, ranges = [] }: GroupRule,
  container: AnyContainer,
) {
  if (groups === undefined) {
    if (rule === "MustRunAs") {
      yield violation(
        `Container ${container.name} is attempting to run without a required securityContext/${field}. Allowed ${field}: ${described(rule, ranges)}`,
        container,
      );
    }
  } else if (
    rule !== undefined &&
    rule !== "RunAsAny" &&
    !groups.every((group) => isInRanges(group, ranges))
  ) {
    const how = field === "supplementalGroups" ? "with disallowed supplementalGroups" : "as disallowed group";
    yield violation(
      `Container ${container.name} is attempting to run ${how} ${groups.join(", ")}. Allowed ${field}: ${described(rule, ranges)}`,
      container,
    );
  }
}

/** `MustRunAs [1000-2000]`. */
function described(rule: string | undefined, ranges: readonly IdRange[]): string {
  return `${rule ?? "RunAsAny"} [${ranges.map(({ min, max }) => `${min ?? "?"}-${max ?? "?"}`).join(", ")}]`;
}
