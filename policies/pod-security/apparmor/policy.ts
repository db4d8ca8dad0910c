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
import { annotatedName } from "../../modules/profile-names.js";

interface Params {
  /** Images that may use any profile: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /** The profiles that may be used, as annotations name them: `runtime/default`, `unconfined`, `localhost/name`. */
  allowedProfiles?: string[];
}

export default policy({
  name: "apparmor",
  title: "AppArmor profiles",
  description: "Containers may only run under one of the listed AppArmor profiles.",
  rationale:
    "AppArmor limits which files, capabilities and mounts a process can reach, also where it has become root in its container.",
  remediation:
    "Set `securityContext.appArmorProfile` to an allowed profile, or leave it out: the runtime's default applies then.",
  severity: "high",
  controls: ["PSS/baseline/apparmor", "CIS-2.0/5.6.3", "NIST-800-190/4.4.3", "NSA-CISA-1.2/pod-security"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["baseline-apparmor"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPAppArmor" },
  params: parameters<Params>({ allowedProfiles: ["runtime/default"] }),
  *check({ object, params }) {
    const allowed = params.allowedProfiles ?? [];
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      if (allowed.includes(profileOf(container, object))) continue;
      yield violation(
        `AppArmor profile is not allowed, pod: ${object.metadata.name}, container: ${container.name}. Allowed profiles: [${allowed.join(", ")}]`,
        container,
      );
    }
  },
});

/** The container's own field comes first, then its annotation (before Kubernetes 1.30), then the pod's field. */
function profileOf(container: AnyContainer, object: Workload): string {
  const own = container.securityContext?.appArmorProfile;
  if (own !== undefined) return annotatedName(own);
  const annotation = `container.apparmor.security.beta.kubernetes.io/${container.name}`;
  const annotated = podMetadata(object).annotations?.[annotation];
  if (annotated !== undefined) return annotated;
  const ofPod = podSpec(object).securityContext?.appArmorProfile;
  return ofPod === undefined ? "runtime/default" : annotatedName(ofPod);
}
