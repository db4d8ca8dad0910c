import { parameters, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { usedImages } from "../../modules/used-images.js";

interface Params {
  /** Images that need no digest: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

/** The end of an image reference by the OCI distribution grammar: `@algorithm:encoded`. */
const digest = /@[a-z0-9]+([+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;

export default policy({
  name: "imagedigests",
  title: "Image digests",
  description: "The images of containers and volumes must be named by their digest.",
  rationale: "A tag can be moved: what was scanned and tested need not be what runs. A digest cannot.",
  remediation: "Add the digest to the image: `registry.example/app:1.2@sha256:…`.",
  severity: "medium",
  controls: ["NIST-800-190/4.2.2", "OWASP-K8S-2022/K02", "MITRE-ATTACK-16/T1525", "NIST-800-53-5/SI-7"],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: workloads,
  gatekeeper: { kind: "K8sImageDigests" },
  params: parameters<Params>({}),
  *check({ object, params }) {
    for (const { role, name, image, place } of usedImages(object)) {
      if (digest.test(image) || isExemptImage(image, params.exemptImages ?? [])) continue;
      yield violation(`${role} <${name}> uses an image without a digest <${image}>`, place);
    }
  },
});
