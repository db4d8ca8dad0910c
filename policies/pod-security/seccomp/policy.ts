import {
  type AnyContainer,
  containers,
  parameters,
  podMetadata,
  podSpec,
  policy,
  violation,
  type Workload,
  workloads,
} from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isWindows } from "../../modules/pod-security/operating-system.js";
import { annotatedName } from "../../modules/profile-names.js";

interface Params {
  /** Images that may use any profile: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /**
   * The profiles that may be used: `RuntimeDefault`, `Unconfined` and `Localhost` as fields name them, or
   * `runtime/default`, `unconfined`, `localhost/file.json` and `localhost/*` as annotations do. `*` allows all.
   */
  allowedProfiles?: string[];
  /** The profile files that `Localhost` in the list above stands for. `*` allows all of them. */
  allowedLocalhostFiles?: string[];
}

/** A profile as annotations name it, and where it was found. */
interface Found {
  profile: string;
  location: string;
}

export default policy({
  name: "seccomp",
  title: "Seccomp profiles, with annotations",
  description:
    "Containers may only run under one of the listed seccomp profiles, be they in the security context or in annotations of before Kubernetes 1.27. Pods of Windows (`os.name`) cannot say it, and are left alone.",
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
  gatekeeper: { kind: "K8sPSPSeccomp" },
  params: parameters<Params>({
    allowedProfiles: ["RuntimeDefault", "Localhost"],
    allowedLocalhostFiles: ["*"],
  }),
  *check({ object, params }) {
    const profiles = params.allowedProfiles ?? [];
    if (profiles.includes("*") || isWindows(podSpec(object))) return;
    const allowed = profiles.flatMap((profile) => spelled(profile, params.allowedLocalhostFiles ?? []));
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      const { profile, location } = profileOf(container, object);
      if (allowed.includes(profile)) continue;
      if (profile.startsWith("localhost/") && allowed.includes("localhost/*")) continue;
      yield violation(
        `Seccomp profile '${profile}' is not allowed for container '${container.name}'. Found at: ${location}. Allowed profiles: [${profiles.join(", ")}]`,
        container,
      );
    }
  },
});

/** All that an entry of the list allows, as annotations name it. */
function spelled(profile: string, files: readonly string[]): string[] {
  switch (profile) {
    case "RuntimeDefault":
      return [profile, "runtime/default", "docker/default"];
    case "Unconfined":
      return [profile, "unconfined"];
    case "Localhost":
      return files.map((file) => `localhost/${file}`);
    default:
      return [profile];
  }
}

/** Fields come before annotations, and the container's before the pod's. */
function profileOf(container: AnyContainer, object: Workload): Found {
  const own = container.securityContext?.seccompProfile;
  if (own !== undefined) return { profile: annotatedName(own), location: "container securityContext" };
  const ofPod = podSpec(object).securityContext?.seccompProfile;
  if (ofPod !== undefined) return { profile: annotatedName(ofPod), location: "pod securityContext" };
  const annotations = podMetadata(object).annotations ?? {};
  const ownKey = `container.seccomp.security.alpha.kubernetes.io/${container.name}`;
  const ownAnnotation = annotations[ownKey];
  if (ownAnnotation !== undefined) return { profile: ownAnnotation, location: `annotation ${ownKey}` };
  const podAnnotation = annotations["seccomp.security.alpha.kubernetes.io/pod"];
  if (podAnnotation !== undefined)
    return { profile: podAnnotation, location: "annotation seccomp.security.alpha.kubernetes.io/pod" };
  return { profile: "not configured", location: "no explicit profile found" };
}
