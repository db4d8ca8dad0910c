import { globMatches, parameters, policy, violation } from "@policyc/sdk";
import { callersOf, GithubAction, GithubSteps, GithubWorkflow } from "../../modules/ci/github-workflow.js";

interface Params {
  /** Actions that may be named by a tag, e.g. those of your own organisation; `*` at either end is a wildcard. */
  trusted?: string[];
}

export default policy({
  name: "ci-pinned-actions",
  title: "Pipelines pin what they run",
  description:
    "A step or job of GitHub Actions must name another's action or workflow by the full hash of a commit, and a container image by its digest.",
  rationale:
    "A tag of an action can be moved to other code, which then runs with the pipeline's credentials: it has happened to actions that thousands of pipelines used (CVE-2025-30066).",
  remediation: "Write `owner/action@<40 hexadecimal digits> # v4`, and let a bot keep it up to date.",
  severity: "high",
  controls: ["OWASP-K8S-2022/K02", "NIST-800-53-5/SR-3"],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: [GithubWorkflow, GithubAction, GithubSteps],
  params: parameters<Params>({ trusted: [] }),
  *check({ object, params }) {
    for (const caller of callersOf(object)) {
      const { uses } = caller;
      if (uses === undefined || isPinned(uses)) continue;
      if ((params.trusted ?? []).some((pattern) => globMatches(pattern, uses.split("@")[0] ?? ""))) continue;
      yield violation(`<${uses}> can be moved to other code`, caller);
    }
  },
});

/** An action of the repository itself is what was checked out. */
function isPinned(uses: string): boolean {
  return uses.startsWith("./") || /@([0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/.test(uses);
}
