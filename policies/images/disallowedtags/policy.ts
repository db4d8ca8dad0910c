import { imageDigest, imageTag, parameters, policy, violation, workloads } from "@policyc/sdk";
import { containersWithRoles } from "../../modules/container-roles.js";
import { isExemptImage } from "../../modules/exempt-images.js";

interface Params {
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
  /** The tags that may not be used. */
  tags?: string[];
}

export default policy({
  name: "disallowedtags",
  title: "Disallowed tags",
  description: "Container images must have a tag or a digest, and no tag of the list.",
  rationale:
    "`latest` is whatever was pushed last: nobody can say what runs, nor go back to what ran before.",
  remediation: "Use the tag of a version, or better its digest.",
  severity: "medium",
  controls: ["NIST-800-190/4.2.2"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  coveredBy: ["imagedigests"],
  match: workloads,
  gatekeeper: { kind: "K8sDisallowedTags" },
  params: parameters<Params>({ tags: ["latest"] }),
  *check({ object, params }) {
    const tags = params.tags ?? [];
    for (const { container } of containersWithRoles(object)) {
      const image = container.image ?? "";
      if (isExemptImage(image, params.exemptImages ?? [])) continue;
      const tag = imageTag(image);
      if (tag !== undefined && tags.includes(tag)) {
        yield violation(
          `container <${container.name}> uses a disallowed tag <${image}>; disallowed tags are [${tags.join(", ")}]`,
          container,
        );
      } else if (tag === undefined && imageDigest(image) === undefined) {
        yield violation(`container <${container.name}> didn't specify an image tag <${image}>`, container);
      }
    }
  },
});
