import { type PodSpec, parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** DaemonSets may tolerate every taint, as agents of the node do. */
  allowDaemonSets?: boolean;
  /** The taints and roles of nodes that workloads keep away from. */
  reserved?: string[];
  /** Namespaces of the platform, whose pods may run on reserved nodes. */
  systemNamespaces?: string[];
}

export default policy({
  name: "node-placement",
  title: "Workloads keep away from reserved nodes",
  description:
    "Pods must be placed by the scheduler, and must not tolerate or select the taints and roles of reserved nodes, such as those of the control plane.",
  rationale:
    "On a node of the control plane, a container that gets out has etcd and the keys of the cluster. A pod that names its node passes by the scheduler, and by all that taints keep apart.",
  remediation:
    "Remove `nodeName`, tolerations without a key, and tolerations and selectors of reserved nodes; choose nodes by labels of a pool.",
  severity: "high",
  controls: ["NIST-800-190/4.3.4", "NIST-800-53-5/SC-2", "MITRE-ATTACK-16/T1610"],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: workloads,
  params: parameters<Params>({
    allowDaemonSets: true,
    reserved: ["node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"],
    // Its DNS, CNI plugin and metrics run where the control plane does.
    systemNamespaces: ["kube-system"],
  }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const spec = podSpec(object);
    // Every pod that runs has a nodeName: only who creates one chooses it.
    if ((spec.nodeName ?? "") !== "" && (object.kind !== "Pod" || request.operation === "CREATE"))
      yield violation(`the pod must not choose its node by nodeName ${spec.nodeName ?? ""}`, spec);
    if ((params.systemNamespaces ?? []).includes(object.metadata.namespace ?? "default")) return;
    yield* selected(spec, params.reserved ?? []);
    const owners = object.metadata.ownerReferences ?? [];
    const isDaemon = object.kind === "DaemonSet" || owners.some((owner) => owner.kind === "DaemonSet");
    if (!(isDaemon && params.allowDaemonSets === true)) yield* tolerated(spec, params.reserved ?? []);
  },
});

function* selected(spec: PodSpec, reserved: readonly string[]) {
  for (const label of Object.keys(spec.nodeSelector ?? {})) {
    if (reserved.includes(label)) yield violation(`the pod must not select reserved nodes by ${label}`, spec);
  }
}

function* tolerated(spec: PodSpec, reserved: readonly string[]) {
  for (const toleration of spec.tolerations ?? []) {
    const key = toleration.key ?? "";
    // Without a key the API server takes no other operator than Exists.
    if (key === "") yield violation("the pod must not tolerate every taint", toleration);
    else if (reserved.includes(key))
      yield violation(`the pod must not tolerate the taint ${key} of reserved nodes`, toleration);
  }
}
