import { policy } from "@policyc/sdk";
import { AuthorizationPolicy, isDryRun } from "../../modules/istio/authorization-policy.js";

export default policy({
  name: "authorization-enforced",
  title: "Authorization policies are enforced",
  description: "An AuthorizationPolicy of Istio must not be a dry run.",
  rationale:
    "With the annotation `istio.io/dry-run` the proxies log what the policy would have done, and let everything through. In every list it looks like the others.",
  remediation:
    "Read in the access log what would have been denied, mend the policy, and remove the annotation.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-3",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [AuthorizationPolicy],
  gatekeeper: { kind: "IstioAuthorizationEnforced" },
  require: ({ object }) => !isDryRun(object),
  message: ({ object }) =>
    `AuthorizationPolicy <${object.metadata.name}> is only tried out: istio.io/dry-run is set`,
});
