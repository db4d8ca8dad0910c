import { policy, violation } from "@policyc/sdk";
import { ReferenceGrant } from "../../modules/gateway-api/reference-grant.js";

export default policy({
  name: "reference-grants",
  title: "References to Secrets name them",
  description: "A ReferenceGrant that lets others refer to Secrets must name the Secret.",
  rationale:
    "Without a name the grant holds for every Secret of the namespace: a Gateway of the other one can present any certificate and key in it.",
  remediation: "Set `spec.to[].name` to the Secret that holds the certificate.",
  severity: "high",
  controls: ["OWASP-K8S-2022/K08", "OWASP-K8S-2025/K03", "NIST-800-53-5/AC-6", "NSA-CISA-1.2/secrets"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [ReferenceGrant],
  *check({ object }) {
    for (const target of object.spec.to) {
      if (target.kind === "Secret" && target.group === "" && (target.name ?? "") === "")
        yield violation(`ReferenceGrant <${object.metadata.name}> opens every Secret`, target);
    }
  },
});
