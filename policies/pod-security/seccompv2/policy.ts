import {
  type AnyContainer,
  containers,
  parameters,
  podSpec,
  policy,
  violation,
  type Workload,
  workloads,
} from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isWindows } from "../../modules/pod-security/operating-system.js";

interface Params {
  /** Images that may use any profile: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /**
   * The profiles that may be used: `RuntimeDefault`, `Unconfined`, `Localhost`; `not configured` for none at all.
   * `*` allows everything.
   */
  allowedProfiles?: string[];
  /** The profile files that `Localhost` may name. `*` allows all of them. */
  allowedLocalhostFiles?: string[];
}

/** A profile as the security context names it, and where it was found. */
interface Found {
  profile: string;
  file: string;
  location: string;
}

export default policy({
  name: "seccompv2",
  title: "Seccomp profiles",
  description:
    "Containers may only run under one of the listed seccomp profiles of the security context. Pods of Windows (`os.name`) cannot say it, and are left alone.",
  rationale:
    "Seccomp keeps a container from the system calls that it does not need: most escapes to the node need one of them.",
  remediation: "Set `securityContext.seccompProfile.type: RuntimeDefault` on the pod.",
  severity: "high",
  controls: [
    "PSS/baseline/seccomp",
    "PSS/restricted/seccomp",
    "CIS-2.0/5.6.2",
    "NIST-800-190/4.4.3",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1068",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["restricted-seccomp"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPSeccompV2" },
  params: parameters<Params>({
    allowedProfiles: ["RuntimeDefault", "Localhost"],
    allowedLocalhostFiles: ["*"],
  }),
  *check({ object, params }) {
    const allowed = params.allowedProfiles ?? [];
    if (allowed.includes("*") || isWindows(podSpec(object))) return;
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      const { profile, file, location } = profileOf(container, object);
      const isAllowed =
        allowed.includes(profile) &&
        (profile !== "Localhost" || isAllowedFile(file, params.allowedLocalhostFiles ?? []));
      if (isAllowed) continue;
      const which = profile === "Localhost" ? `'${profile}' with file '${file}'` : `'${profile}'`;
      yield violation(
        `Seccomp profile ${which} is not allowed for container '${container.name}'. Found at: ${location}. Allowed profiles: [${allowed.join(", ")}]`,
        container,
      );
    }
  },
});

function isAllowedFile(file: string, files: readonly string[]): boolean {
  return files.includes("*") || files.includes(file);
}

/** The container's own profile comes before the pod's. */
function profileOf(container: AnyContainer, object: Workload): Found {
  const own = container.securityContext?.seccompProfile;
  if (own !== undefined)
    return { profile: own.type, file: own.localhostProfile ?? "", location: "container securityContext" };
  const ofPod = podSpec(object).securityContext?.seccompProfile;
  if (ofPod !== undefined)
    return { profile: ofPod.type, file: ofPod.localhostProfile ?? "", location: "pod securityContext" };
  return { profile: "not configured", file: "", location: "no explicit profile found" };
}
