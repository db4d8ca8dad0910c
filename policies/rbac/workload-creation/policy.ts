import { ClusterRole, parameters, policy, Role } from "@policyc/sdk";
import { givenAway, isBuiltInRole } from "../../modules/roles.js";

interface Params {
  /** Accept it in a Role, which holds for one namespace: what a team's delivery pipeline needs. */
  allowInNamespace?: boolean;
}

/** Updating counts as creating: a new image in an old Deployment is a new pod. A running pod's image can be changed too. */
const verbs = ["create", "update", "patch"] as const;

export default policy({
  name: "workload-creation",
  title: "Workloads are made by few",
  description: "A role must not grant the creation or change of pods and of what makes pods.",
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
      yield* givenAway(object, rule, { group: "", resources: ["pods", "replicationcontrollers"], verbs });
      yield* givenAway(object, rule, {
        group: "apps",
        resources: ["deployments", "statefulsets", "daemonsets", "replicasets"],
        verbs,
      });
      yield* givenAway(object, rule, { group: "batch", resources: ["jobs", "cronjobs"], verbs });
    }
  },
});
