import { policy, violation } from "@policyc/sdk";
import {
  GithubAction,
  GithubSteps,
  GithubWorkflow,
  type Step,
  stepsOf,
} from "../../modules/ci/github-workflow.js";
import { canFail, scanCommands } from "../../modules/ci/scan-commands.js";

export default policy({
  name: "ci-scan-fails-build",
  title: "A scan that finds something stops the pipeline",
  description:
    "A step of GitHub Actions that calls Trivy or Grype must let it fail: `--exit-code`, `exit-code` of trivy-action, or `--fail-on`, and no `|| true` or `continue-on-error`.",
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
      const isAction = scansByAction(step);
      if (isAction && !isExitCode(step.with?.["exit-code"] ?? step.env?.["TRIVY_EXIT_CODE"]))
        yield violation("aquasecurity/trivy-action ends well whatever it finds", step);
      const ignored = step["continue-on-error"] === true || /\|\|\s*(true|:|exit 0)/.test(step.run ?? "");
      if ((isAction || commands.length > 0) && ignored)
        yield violation("the step goes on when the scan fails", step);
    }
  },
});

/** Does the step scan an image by Trivy's action? One that writes SARIF is a report: code scanning judges it. */
function scansByAction({ uses, with: inputs }: Step): boolean {
  return (
    (uses ?? "").startsWith("aquasecurity/trivy-action@") &&
    ["", "image"].includes(textOf(inputs?.["scan-type"])) &&
    textOf(inputs?.["format"]) !== "sarif"
  );
}

function textOf(input: unknown): string {
  return typeof input === "string" ? input : "";
}

/** `1` and `"1"`; without one the action ends well. */
function isExitCode(code: unknown): boolean {
  if (typeof code === "number") return code !== 0;
  return typeof code === "string" && code !== "" && code !== "0";
}
