import { globMatches, parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** RuntimeClasses of runtimes with a kernel of their own; `*` at either end of a name is a wildcard. */
  runtimeClasses: string[];
  /** The namespaces whose pods must run in one, none until you say so; `*` at either end of a name is a wildcard. */
  namespaces: string[];
}

export default policy({
  name: "sandboxed-runtime",
  title: "Untrusted code runs in a sandbox",
  description: "Pods of the listed namespaces must have a `runtimeClassName` of a sandboxed runtime.",
  rationale:
    "Containers share the kernel of their node: code of customers, of plugins or of pull requests needs one hole in it to be on the node. A sandbox such as gVisor or Kata Containers puts a kernel of its own between them.",
  remediation:
    "Install the runtime on the nodes, make a RuntimeClass for it, and set `runtimeClassName` in the pod template.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/hardened-environments",
    "NIST-800-190/4.3.4",
    "NIST-800-53-5/SC-39",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  needs: "which namespaces run code that you do not trust",
  match: workloads,
  params: parameters<Params>({ runtimeClasses: ["gvisor", "kata*"], namespaces: [] }),
  *check({ object, params, request }) {
    const namespace = object.metadata.namespace ?? "default";
    if (isPodUpdate(object, request) || !params.namespaces.some((one) => globMatches(one, namespace))) return;
    const runtime = podSpec(object).runtimeClassName ?? "";
    if (runtime === "")
      yield violation("the pod runs in the runtime of its node: it has no runtimeClassName", podSpec(object));
    else if (!params.runtimeClasses.some((one) => globMatches(one, runtime)))
      yield violation(`runtimeClassName <${runtime}> is none of a sandbox`, podSpec(object));
  },
});
