import { parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** The classes that may be used, beside the system's. All where it is left out. */
  allowed?: string[];
  /** Every pod must name a class. */
  required?: boolean;
  /** The namespaces that may use `system-cluster-critical` and `system-node-critical`. */
  systemNamespaces?: string[];
}

export default policy({
  name: "priority-class",
  title: "Priority class",
  description:
    "Pods must use a priority class that they may use; those of the system are for its own namespaces.",
  rationale:
    "A pod of a higher priority evicts others. With a system class, any workload pushes out everything but the control plane, and is never evicted itself.",
  remediation: "Remove `priorityClassName`, or use one of the classes that the platform offers.",
  severity: "medium",
  controls: ["NIST-800-53-5/SC-6", "NIST-800-53-5/AC-6"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  needs: "which namespaces belong to your platform",
  match: workloads,
  params: parameters<Params>({ systemNamespaces: ["kube-system"] }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const spec = podSpec(object);
    const namespace = object.metadata.namespace ?? "default";
    const name = spec.priorityClassName ?? "";
    if (name === "" && params.required === true)
      yield violation("the pod must name a priorityClassName", spec);
    if (name.startsWith("system-")) {
      if (!(params.systemNamespaces ?? []).includes(namespace))
        yield violation(`priority class <${name}> is not for namespace <${namespace}>`, spec);
    } else if (name !== "" && params.allowed !== undefined && !params.allowed.includes(name)) {
      yield violation(`priority class <${name}> is not allowed, allowed: ${params.allowed.join(", ")}`, spec);
    }
  },
});
