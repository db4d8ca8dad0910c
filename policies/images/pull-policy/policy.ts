import { imageDigest, policy, violation, workloads } from "@policyc/sdk";
import { usedImages } from "../../modules/used-images.js";

export default policy({
  name: "pull-policy",
  title: "Images that can change are pulled",
  description:
    "A container whose image has no digest must have `imagePullPolicy: Always`, an image volume `pullPolicy: Always`.",
  rationale:
    "What a node has cached under a tag is not what the registry has under it now; and before Kubernetes 1.35 a pod gets a cached private image without the credentials for it.",
  remediation: "Name the image by its digest, or set `imagePullPolicy: Always`.",
  severity: "low",
  controls: ["NIST-800-190/4.2.2", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  coveredBy: ["imagedigests"],
  match: workloads,
  *check({ object }) {
    for (const { role, name, image, pullPolicy, place } of usedImages(object)) {
      if (imageDigest(image) !== undefined || pullPolicyOf(image, pullPolicy) === "Always") continue;
      yield violation(`${role} <${name}> may run a cached <${image}>`, place);
    }
  },
});

/** As the API server fills it in: Always for `latest`, which is also what no tag means, else IfNotPresent. */
function pullPolicyOf(image: string, given: string | undefined): string {
  const isLatest = /(^|\/)[^:/]*(:latest)?$/.test(image);
  return given ?? (isLatest ? "Always" : "IfNotPresent");
}
