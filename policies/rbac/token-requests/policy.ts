import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAll } from "../../modules/roles.js";

const tokens = { group: "", resources: ["serviceaccounts/token"], verbs: ["create"] } as const;

export default policy({
  name: "token-requests",
  title: "No tokens of other service accounts",
  description: "A role that grants create on serviceaccounts/token must name the service accounts.",
  rationale:
    "A token of a stronger service account is that account: the right to ask for any is the right to be any.",
  remediation:
    "Let pods use the token that is projected into them. Where a controller must ask for one, name the service account in `resourceNames`.",
  severity: "high",
  controls: [
    "CIS-2.0/5.1.13",
    "NSA-CISA-1.2/authorization",
    "NSA-CISA-1.2/service-account-tokens",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1528",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAll(object, [tokens]);
  },
});
