import { imageDigest, policy, violation, workloads } from "@policyc/sdk";
import { containersWithRoles } from "../../modules/container-roles.js";

export default policy({
  name: "pull-policy",
  title: "Images that can change are pulled",
  description: "A container whose image has no digest must have `imagePullPolicy: Always`.",
  rationale:
    "What a node has cached under a tag is not what the registry has under it now; and a pod gets a cached private image without the credentials for it.",
  remediation: "Name the image by its digest, or set `imagePullPolicy: Always`.",
  severity: "low",
  controls: ["NIST-800-190/4.2.2", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  coveredBy: ["imagedigests"],
  match: workloads,
  *check({ object }) {
    for (const { role, container } of containersWithRoles(object)) {
      const image = container.image ?? "";
      if (imageDigest(image) !== undefined || pullPolicyOf(image, container.imagePullPolicy) === "Always")
        continue;
      yield violation(`${role} <${container.name}> may run a cached <${image}>`, container);
    }
  },
});

/** As the API server fills it in: Always for `latest`, which is also what no tag means, else IfNotPresent. */
function pullPolicyOf(image: string, given: string | undefined): string {
  const isLatest = /(^|\/)[^:/]*(:latest)?$/.test(image);
  return given ?? (isLatest ? "Always" : "IfNotPresent");
}
