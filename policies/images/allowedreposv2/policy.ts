import { parameters, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { usedImages } from "../../modules/used-images.js";

interface Params {
  /** The images that may be used: exact references, or prefixes that end with `*`. End a registry or repository with `/*`. */
  allowedImages?: string[];
}

export default policy({
  name: "allowedreposv2",
  title: "Allowed images",
  description: "The images of containers and volumes must be on the list, in full or by a prefix.",
  rationale:
    "An image from an unknown registry has not been built, scanned or signed by anybody you trust; and a prefix that is meant as a name must not let `registry.example.evil.com` pass.",
  remediation: "Push the image to an allowed registry and refer to it there.",
  severity: "high",
  controls: [
    "CIS-2.0/5.5.1",
    "NIST-800-190/4.1.5",
    "OWASP-K8S-2022/K02",
    "MITRE-ATTACK-16/T1204.003",
    "NSA-CISA-1.2/image-building",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  coveredBy: ["allowedrepos"],
  needs: "which registries are yours",
  match: workloads,
  gatekeeper: { kind: "K8sAllowedReposv2" },
  params: parameters<Params>({ allowedImages: ["registry.k8s.io/*"] }),
  *check({ object, params }) {
    const allowed = params.allowedImages ?? [];
    for (const { role, name, image, place } of usedImages(object)) {
      if (isExemptImage(image, allowed)) continue;
      yield violation(
        `${role} <${name}> has an invalid image <${image}>, allowed images are [${allowed.join(", ")}]`,
        place,
      );
    }
  },
});
