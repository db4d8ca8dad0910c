import { policy, violation } from "@policyc/sdk";
import { type GitlabJob, GitlabPipeline } from "../../modules/ci/gitlab-pipeline.js";
import { isMovable } from "../../modules/ci/movable-target.js";
import { canFail, scanCommands } from "../../modules/ci/scan-commands.js";

export default policy({
  name: "gitlab-scan-target",
  title: "GitLab pipelines scan what they deploy",
  description:
    "A job of a GitLab pipeline that scans an image must name it by its digest, or by a variable, and must fail when the scan finds something.",
  rationale:
    "Between the scan and the pull somebody may move the tag: what was scanned need not be what is deployed. And both scanners end well whatever they find, unless they are told otherwise.",
  remediation:
    "Scan `$CI_REGISTRY_IMAGE@$DIGEST`, deploy that same digest, and add `--exit-code 1` (Trivy) or `--fail-on high` (Grype).",
  severity: "high",
  controls: ["NSA-CISA-1.2/image-building", "NIST-800-190/4.1.1", "NIST-800-190/4.2.2", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [GitlabPipeline],
  *check({ object }) {
    for (const [name, job] of Object.entries(object)) {
      for (const command of scanCommands(scriptOf(job))) {
        for (const target of command.targets) {
          if (isMovable(target))
            yield violation(
              `job <${name}>: ${command.scanner} scans <${target}>, whose tag can be moved`,
              job,
            );
        }
        if (!canFail(command))
          yield violation(`job <${name}>: ${command.scanner} ends well whatever it finds`, job);
      }
    }
  },
});

function scriptOf({ script }: GitlabJob): string {
  return typeof script === "string" ? script : (script ?? []).join("\n");
}
