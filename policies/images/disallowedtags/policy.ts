import { imageDigest, imageTag, parameters, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { usedImages } from "../../modules/used-images.js";

interface Params {
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /** The tags that may not be used. */
  tags?: string[];
}

export default policy({
  name: "disallowedtags",
  title: "Disallowed tags",
  description: "The images of containers and volumes must have a tag or a digest, and no tag of the list.",
  rationale:
    "`latest` is whatever was pushed last: nobody can say what runs, nor go back to what ran before.",
  remediation: "Use the tag of a version, or better its digest.",
  severity: "medium",
  controls: ["NIST-800-190/4.2.2", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  coveredBy: ["imagedigests"],
  match: workloads,
  gatekeeper: { kind: "K8sDisallowedTags" },
  params: parameters<Params>({ tags: ["latest"] }),
  *check({ object, params }) {
    const tags = params.tags ?? [];
    for (const { role, name, image, place } of usedImages(object)) {
      if (isExemptImage(image, params.exemptImages ?? [])) continue;
      const user = `${role === "volume" ? "volume" : "container"} <${name}>`;
      const tag = imageTag(image);
      if (tag !== undefined && tags.includes(tag)) {
        yield violation(
          `${user} uses a disallowed tag <${image}>; disallowed tags are [${tags.join(", ")}]`,
          place,
        );
      } else if (tag === undefined && imageDigest(image) === undefined) {
        yield violation(`${user} didn't specify an image tag <${image}>`, place);
      }
    }
  },
});
