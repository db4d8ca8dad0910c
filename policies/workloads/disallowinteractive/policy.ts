import { containers, parameters, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";

interface Params {
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

export default policy({
  name: "disallowinteractive",
  title: "No interactive containers",
  description: "Containers must not ask for a terminal or keep their standard input open.",
  rationale:
    "A container that waits for somebody to type is a shell that was left in a manifest, and stays open for others.",
  remediation: "Remove `stdin` and `tty`; use `kubectl debug` where a shell is needed.",
  severity: "low",
  controls: [],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: workloads,
  gatekeeper: { kind: "K8sDisallowInteractiveTTY" },
  params: parameters<Params>({}),
  *check({ object, params }) {
    for (const container of containers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      if (container.stdin !== true && container.tty !== true) continue;
      yield violation(
        `Containers using tty or stdin (${container.name}) are not allowed running image: ${container.image ?? ""}`,
        container,
      );
    }
  },
});
