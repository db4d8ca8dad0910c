import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAllOfCluster } from "../../modules/roles.js";

const definitions = {
  group: "apiextensions.k8s.io",
  resources: ["customresourcedefinitions"],
  verbs: ["create", "update", "patch", "delete", "deletecollection"],
} as const;

export default policy({
  name: "custom-resource-definitions",
  title: "Kinds are defined by few",
  description: "A role that grants writing on CustomResourceDefinitions must name them.",
  rationale:
    "A definition names the webhook that converts its objects: who writes it reads and changes all of them on their way, those of the policy engine and of the secrets' stores among them. To delete it deletes every object of the kind.",
  remediation:
    "Let the deployment apply definitions. A controller that keeps the certificate of its own conversion webhook up to date names its definitions in `resourceNames`.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/CM-5",
    "MITRE-ATTACK-16/T1485",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAllOfCluster(object, [definitions]);
  },
});
