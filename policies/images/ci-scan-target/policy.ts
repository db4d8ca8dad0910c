import { policy, violation } from "@policyc/sdk";
import { GithubAction, GithubSteps, GithubWorkflow, stepsOf } from "../../modules/ci/github-workflow.js";
import { isMovable } from "../../modules/ci/movable-target.js";
import { scanCommands } from "../../modules/ci/scan-commands.js";

export default policy({
  name: "ci-scan-target",
  title: "Pipelines scan what they deploy",
  description:
    "A step of GitHub Actions that scans an image must name it by its digest, or by a variable: not by a tag that can be moved.",
  rationale:
    "Between the scan and the pull somebody may move the tag: what was scanned need not be what is deployed, and the report proves nothing.",
  remediation:
    "Scan `image@sha256:…`, with the digest that the build step put out, and deploy that same digest.",
  severity: "high",
  controls: ["NSA-CISA-1.2/image-building", "NIST-800-190/4.1.1", "NIST-800-190/4.2.2", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [GithubWorkflow, GithubAction, GithubSteps],
  *check({ object }) {
    for (const step of stepsOf(object)) {
      for (const { scanner, targets } of scanCommands(step.run ?? "")) {
        for (const target of targets) {
          if (isMovable(target))
            yield violation(`${scanner} scans <${target}>, whose tag can be moved`, step);
        }
      }
      const action = (step.uses ?? "").split("@")[0] ?? "";
      const image = inputOf(step.with, action);
      if (image !== "" && isMovable(image))
        yield violation(`${action} scans <${image}>, whose tag can be moved`, step);
    }
  },
});

/** The image that an action is told to scan; empty where it is none that scans. */
function inputOf(inputs: { [input: string]: unknown } | undefined, action: string): string {
  const name =
    action === "aquasecurity/trivy-action" ? "image-ref" : action === "anchore/scan-action" ? "image" : "";
  const value = inputs?.[name];
  return typeof value === "string" ? value : "";
}
