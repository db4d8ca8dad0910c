import { ClusterRole, parameters, policy, Role } from "@policyc/sdk";
import { givenAway, isBuiltInRole, type Rights } from "../../modules/roles.js";

interface Params {
  /** Accept it in a Role, which holds for one namespace: what a team's delivery pipeline needs. */
  allowInNamespace?: boolean;
}

/** Updating counts as creating: a new image in an old Deployment is a new pod. A running pod's image can be changed too. */
const verbs = ["create", "update", "patch"] as const;

/** What makes pods: of Kubernetes, then of the operators that most clusters know, which run what their objects say. */
const workloads: readonly Rights[] = [
  { group: "", resources: ["pods", "replicationcontrollers"], verbs },
  { group: "apps", resources: ["deployments", "statefulsets", "daemonsets", "replicasets"], verbs },
  { group: "batch", resources: ["jobs", "cronjobs"], verbs },
  { group: "argoproj.io", resources: ["workflows", "cronworkflows", "rollouts"], verbs },
  { group: "tekton.dev", resources: ["taskruns", "pipelineruns"], verbs },
  { group: "serving.knative.dev", resources: ["services", "configurations"], verbs },
  { group: "keda.sh", resources: ["scaledjobs"], verbs },
  { group: "kubevirt.io", resources: ["virtualmachines", "virtualmachineinstances"], verbs },
  { group: "ray.io", resources: ["rayclusters", "rayjobs", "rayservices"], verbs },
];

export default policy({
  name: "workload-creation",
  title: "Workloads are made by few",
  description:
    "A role must not grant the creation or change of pods and of what makes pods: workloads, and the objects of Argo, Tekton, Knative, KEDA, KubeVirt and Ray that run what they say.",
  rationale:
    "Whoever can make a pod can run it as any service account of the namespace, and mount every Secret and ConfigMap there.",
  remediation:
    "Deploy through one pipeline or GitOps controller, whose role is exempt; give people and other services reading rights.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.1.4",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1610",
    "MITRE-ATTACK-16/T1053.007",
    "MITRE-ATTACK-16/T1543.005",
    "NIST-800-190/4.4.5",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  params: parameters<Params>({ allowInNamespace: false }),
  *check({ object, params }) {
    if (isBuiltInRole(object) || (object.kind === "Role" && params.allowInNamespace === true)) return;
    for (const rule of object.rules ?? []) {
      for (const rights of workloads) yield* givenAway(object, rule, rights);
    }
  },
});
