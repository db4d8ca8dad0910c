import { parameters, policy, violation, workloads } from "@policyc/sdk";
import { usedImages } from "../../modules/used-images.js";

interface Params {
  /** The prefixes that a container image may not have. */
  repos?: string[];
}

export default policy({
  name: "disallowedrepos",
  title: "Disallowed repositories",
  description:
    "The images of containers and volumes must not come from the listed registries or repositories.",
  rationale:
    "A list of what is forbidden closes a hole at once; in the long run a list of what is allowed is safer.",
  remediation: "Use the image of another registry.",
  severity: "medium",
  controls: ["CIS-2.0/5.5.1", "NIST-800-190/4.1.5", "OWASP-K8S-2022/K02", "MITRE-ATTACK-16/T1204.003"],
  rollout: { difficulty: "low", effect: "low", load: "medium" },
  match: workloads,
  gatekeeper: { kind: "K8sDisallowedRepos" },
  params: parameters<Params>({ repos: [] }),
  *check({ object, params }) {
    const repos = params.repos ?? [];
    for (const { role, name, image, place } of usedImages(object)) {
      if (!repos.some((repo) => image.startsWith(repo))) continue;
      yield violation(
        `${role} <${name}> has an invalid image repo <${image}>, disallowed repos are [${repos.join(", ")}]`,
        place,
      );
    }
  },
});
