import { parameters, policy, violation, workloads } from "@policyc/sdk";
import { usedImages } from "../../modules/used-images.js";

interface Params {
  /** The prefixes that a container image may have. End a registry or repository with `/`, so that `registry.example.evil.com` does not pass. */
  repos?: string[];
}

export default policy({
  name: "allowedrepos",
  title: "Allowed repositories",
  description:
    "The images of containers and volumes must come from one of the listed registries or repositories.",
  rationale: "An image from an unknown registry has not been built, scanned or signed by anybody you trust.",
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
  needs: "which registries are yours",
  match: workloads,
  gatekeeper: { kind: "K8sAllowedRepos" },
  params: parameters<Params>({ repos: ["registry.k8s.io/"] }),
  *check({ object, params }) {
    const repos = params.repos ?? [];
    for (const { role, name, image, place } of usedImages(object)) {
      if (repos.some((repo) => image.startsWith(repo))) continue;
      yield violation(
        `${role} <${name}> has an invalid image repo <${image}>, allowed repos are [${repos.join(", ")}]`,
        place,
      );
    }
  },
});
