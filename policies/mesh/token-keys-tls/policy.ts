import { policy, violation } from "@policyc/sdk";
import { RequestAuthentication } from "../../modules/istio/request-authentication.js";

export default policy({
  name: "token-keys-tls",
  title: "The keys of tokens are fetched by TLS",
  description: "A RequestAuthentication must fetch the keys that it checks tokens with by `https://`.",
  rationale:
    "Whoever answers in the place of the issuer gives the mesh a key of its own, and then signs tokens for anybody.",
  remediation: "Write `https://` in `jwksUri`, or give the keys themselves in `jwks`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/IA-5",
    "NIST-800-53-5/SC-8",
    "NSA-CISA-1.2/encryption",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K09",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [RequestAuthentication],
  gatekeeper: { kind: "IstioTokenKeysTls" },
  *check({ object }) {
    for (const rule of object.spec?.jwtRules ?? []) {
      if ((rule.jwksUri ?? "").startsWith("http://"))
        yield violation(
          `RequestAuthentication <${object.metadata.name}> fetches the keys of <${rule.issuer ?? ""}> in plain text`,
          rule,
        );
    }
  },
});
