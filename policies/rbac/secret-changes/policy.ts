import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAll } from "../../modules/roles.js";

const writing = { group: "", resources: ["secrets"], verbs: ["create", "update", "patch"] } as const;

export default policy({
  name: "secret-changes",
  title: "Secrets are written by few",
  description: "A role that grants create, update or patch on Secrets must name them in `resourceNames`.",
  rationale:
    "Kubernetes fills the token of any service account of the namespace into a Secret that asks for it by its type: whoever may create one, and read it by the name that he gave it, is that account. Whoever changes one changes the key or password that a workload trusts.",
  remediation:
    "Let one controller write Secrets (External Secrets, cert-manager), whose role is exempt. A controller that renews a certificate of its own names it in `resourceNames`: the deployment makes the Secret, empty.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "NSA-CISA-1.2/secrets",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K02",
    "OWASP-K8S-2025/K03",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1528",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAll(object, [writing]);
  },
});
