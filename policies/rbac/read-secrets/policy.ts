import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAll } from "../../modules/roles.js";

/** `list` and `watch` return whole objects: they read as much as `get`. */
const reading = { group: "", resources: ["secrets"], verbs: ["get", "list", "watch"] } as const;

export default policy({
  name: "read-secrets",
  title: "Secrets are read by name",
  description: "A role that grants get, list or watch on Secrets must name them in `resourceNames`.",
  rationale:
    "Whoever reads all Secrets of a namespace has every credential in it, the tokens of stronger service accounts among them.",
  remediation:
    "Name the Secrets in `resourceNames`, or mount them into the pod that needs them: that takes no right at all.",
  severity: "high",
  controls: [
    "CIS-2.0/5.1.2",
    "NSA-CISA-1.2/authorization",
    "NSA-CISA-1.2/secrets",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1552.007",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAll(object, [reading]);
  },
});
