import { parameters, policy, violation } from "@policyc/sdk";
import {
  AuthenticationConfiguration,
  type ClaimMapping,
  type JwtAuthenticator,
} from "../../modules/documents/authentication-configuration.js";

interface Params {
  /** Paths that may be asked for without authentication. */
  publicPaths: string[];
}

export default policy({
  name: "authentication-configuration",
  title: "The file of authenticators lets nobody in by accident",
  description:
    "The file of `--authentication-config` must say who may be anonymous, for the listed paths alone, and must keep issuers of tokens from naming the users and groups of Kubernetes itself.",
  rationale:
    "An issuer whose groups have no prefix can put anybody into `system:masters`; without `anonymous` in the file `--anonymous-auth` counts, which is true unless it is set.",
  remediation:
    "Set `anonymous.enabled: false`, or conditions with the paths of health checks; give `claimMappings` a prefix, or a rule such as `!user.groups.exists(g, g.startsWith('system:'))` in `userValidationRules`.",
  severity: "critical",
  controls: [
    "CIS-2.0/1.2.1",
    "NIST-800-53-5/IA-2",
    "NIST-800-53-5/AC-14",
    "NSA-CISA-1.2/authentication",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K09",
    "OWASP-K8S-2025/K07",
    "MITRE-ATTACK-16/T1078",
    "NIST-800-190/4.3.2",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [AuthenticationConfiguration],
  params: parameters<Params>({ publicPaths: ["/livez", "/readyz", "/healthz"] }),
  *check({ object, params }) {
    const { anonymous } = object;
    if (anonymous === undefined) {
      yield violation("it is not said who may be anonymous: no anonymous", object);
    } else if (anonymous.enabled) {
      const conditions = anonymous.conditions ?? [];
      if (conditions.length === 0) {
        yield violation("kube-apiserver answers anonymous requests for every path", anonymous);
      }
      for (const { path } of conditions) {
        if (!params.publicPaths.includes(path)) {
          yield violation(`kube-apiserver answers anonymous requests for ${path}`, anonymous);
        }
      }
    }
    for (const authenticator of object.jwt ?? []) {
      if (mayNameAnybody(authenticator)) {
        yield violation(
          `tokens of ${authenticator.issuer.url} may name users and groups of Kubernetes: neither a prefix nor a rule against system:`,
          authenticator,
        );
      }
    }
  },
});

/** Users of the control plane begin with `system:`, and so does the group that RBAC is not asked about. */
function mayNameAnybody({ claimMappings, userValidationRules }: JwtAuthenticator): boolean {
  const { username, groups } = claimMappings ?? {};
  return (
    (isFree(username) || isFree(groups)) &&
    !(userValidationRules ?? []).some(({ expression }) => expression.includes("system:"))
  );
}

/** Nothing is put before what the token says: neither a prefix nor, in an expression, a text and `+`. */
function isFree(mapping: ClaimMapping | undefined): boolean {
  return (
    mapping !== undefined &&
    (mapping.prefix ?? "") === "" &&
    !/['"][^'"]+['"]\s*\+/.test(mapping.expression ?? "")
  );
}
