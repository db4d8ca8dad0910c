import {
  containers,
  parameters,
  podSpec,
  policy,
  type SELinuxOptions,
  violation,
  workloads,
} from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface AllowedOptions {
  /** An SELinux level. */
  level?: string;
  /** An SELinux role. */
  role?: string;
  /** An SELinux type. */
  type?: string;
  /** An SELinux user. */
  user?: string;
}

interface Params {
  /** Images that may have any options: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /** The options that may be set. What a pod sets must all be in one entry. None at all when this is empty. */
  allowedSELinuxOptions?: AllowedOptions[];
}

export default policy({
  name: "selinux",
  title: "SELinux options",
  description: "Pods and containers may only set the listed SELinux options.",
  rationale:
    "SELinux keeps containers from the files of the node and of each other: a user, role or type of one's choice undoes that.",
  remediation: "Remove `securityContext.seLinuxOptions`, or set one of the allowed combinations.",
  severity: "high",
  controls: ["PSS/baseline/selinux", "CIS-2.0/5.6.3", "NIST-800-190/4.4.3", "NSA-CISA-1.2/pod-security"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["baseline-selinux"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPSELinuxV2" },
  params: parameters<Params>({
    allowedSELinuxOptions: [
      { type: "container_t" },
      { type: "container_init_t" },
      { type: "container_kvm_t" },
      { type: "container_engine_t" },
    ],
  }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const allowed = params.allowedSELinuxOptions ?? [];
    const listed = allowed.map(described).join("; ");
    const ofPod = podSpec(object).securityContext?.seLinuxOptions;
    if (ofPod !== undefined && !allowed.some((entry) => permits(entry, ofPod))) {
      yield violation(
        `SELinux options is not allowed, pod: ${object.metadata.name}. Allowed options: [${listed}]`,
        podSpec(object),
      );
    }
    for (const container of containers(object)) {
      const options = container.securityContext?.seLinuxOptions;
      if (options === undefined || isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      if (allowed.some((entry) => permits(entry, options))) continue;
      yield violation(
        `SELinux options is not allowed, pod: ${object.metadata.name}, container ${container.name}. Allowed options: [${listed}]`,
        container,
      );
    }
  },
});

/** Every option that is set must be as this entry has it; what is not set is up to the container runtime. */
function permits(entry: AllowedOptions, options: SELinuxOptions): boolean {
  return (
    (options.level === undefined || options.level === entry.level) &&
    (options.role === undefined || options.role === entry.role) &&
    (options.type === undefined || options.type === entry.type) &&
    (options.user === undefined || options.user === entry.user)
  );
}

function described({ level, role, type, user }: AllowedOptions): string {
  return `level ${level ?? "-"}, role ${role ?? "-"}, type ${type ?? "-"}, user ${user ?? "-"}`;
}
