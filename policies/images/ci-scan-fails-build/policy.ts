import { policy, violation } from "@policyc/sdk";
import { GithubAction, GithubSteps, GithubWorkflow, stepsOf } from "../../modules/ci/github-workflow.js";
import { canFail, scanCommands } from "../../modules/ci/scan-commands.js";

export default policy({
  name: "ci-scan-fails-build",
  title: "A scan that finds something stops the pipeline",
  description:
    "A step of GitHub Actions that calls Trivy or Grype must let it fail: `--exit-code` or `--fail-on`, and no `|| true` or `continue-on-error`.",
  rationale:
    "Both scanners end well whatever they find, unless they are told otherwise: such a scan is a log that nobody reads.",
  remediation:
    "Add `--exit-code 1` to Trivy or `--fail-on high` to Grype. Write reports for reading in a step of its own, after the one that fails.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/image-building", "NIST-800-190/4.1.1", "NIST-800-53-5/RA-5", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [GithubWorkflow, GithubAction, GithubSteps],
  *check({ object }) {
    for (const step of stepsOf(object)) {
      const commands = scanCommands(step.run ?? "");
      for (const command of commands) {
        if (!canFail(command)) yield violation(`${command.scanner} ends well whatever it finds`, step);
      }
      const ignored = step["continue-on-error"] === true || /\|\|\s*(true|:|exit 0)/.test(step.run ?? "");
      if (commands.length > 0 && ignored) yield violation("the step goes on when the scan fails", step);
    }
  },
});
