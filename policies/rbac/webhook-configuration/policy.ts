import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAllOfCluster } from "../../modules/roles.js";

/** What decides on every request: whoever writes it reads and changes all objects on their way, or switches the checks off. */
const admission = {
  group: "admissionregistration.k8s.io",
  resources: [
    "validatingwebhookconfigurations",
    "mutatingwebhookconfigurations",
    "validatingadmissionpolicies",
    "validatingadmissionpolicybindings",
    "mutatingadmissionpolicies",
    "mutatingadmissionpolicybindings",
  ],
  verbs: ["create", "update", "patch", "delete", "deletecollection"],
} as const;

export default policy({
  name: "webhook-configuration",
  title: "Admission is configured by few",
  description:
    "A role that grants writing on webhook configurations or admission policies must name the objects.",
  rationale:
    "A webhook sees every object that it asks for, Secrets included, and can change them; and whoever can delete one has switched the policies off.",
  remediation:
    "Name the configuration in `resourceNames`: a controller needs no more to keep its own certificate up to date. Let the deployment create it.",
  severity: "high",
  controls: [
    "CIS-2.0/5.1.12",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1562.001",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAllOfCluster(object, [admission]);
  },
});
