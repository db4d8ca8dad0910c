import { parameters, policy, violation } from "@policyc/sdk";
import { AuthorizationPolicy, type AuthorizationRule } from "../../modules/istio/authorization-policy.js";
import { hasConditionOnClient, isAnyIdentity, namesSomebody } from "../../modules/istio/source-limits.js";

interface Params {
  /** Paths that everybody may use, as in `to.operation.paths`. A rule for these paths alone needs no source. */
  publicPaths: string[];
  /** Accept `*` as a principal, namespace or service account: any client that proves an identity of the mesh. */
  allowAnyIdentity?: boolean;
}

export default policy({
  name: "authorization-names-sources",
  title: "Authorization policies name their clients",
  description:
    "Each rule of an Istio AuthorizationPolicy that allows requests must say from whom: no empty rule, no source that leaves nobody out.",
  rationale:
    "A rule without source allows requests of everybody, with or without identity, whatever the other policies say: ALLOW rules add up.",
  remediation:
    "Name service accounts in `from.source.principals`, or namespaces, or a condition on `source.*` or `request.auth.*`; `notPrincipals` and its like do not name anybody.",
  severity: "critical",
  controls: [
    "NIST-800-53-5/AC-3",
    "NIST-800-53-5/AC-6",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: [AuthorizationPolicy],
  gatekeeper: { kind: "IstioAuthorizationNamesSources" },
  params: parameters<Params>({ publicPaths: ["/healthz", "/livez", "/readyz"] }),
  *check({ object, params }) {
    if ((object.spec?.action ?? "ALLOW") === "ALLOW") {
      for (const rule of object.spec?.rules ?? []) {
        if (!hasConditionOnClient(rule) && !isPublic(rule, params)) {
          const sources = rule.from ?? [];
          const name = object.metadata.name;
          if (sources.length === 0) {
            yield violation(`AuthorizationPolicy <${name}> has a rule that allows everybody`, rule);
          }
          for (const { source } of sources) {
            if (!namesSomebody(source ?? {})) {
              yield violation(`AuthorizationPolicy <${name}> has a source that names nobody`, rule);
            } else if (isAnyIdentity(source ?? {}) && params.allowAnyIdentity !== true) {
              yield violation(`AuthorizationPolicy <${name}> allows any client of the mesh`, rule);
            }
          }
        }
      }
    }
  },
});

function isPublic(rule: AuthorizationRule, params: Params): boolean {
  const operations = rule.to ?? [];
  return (
    operations.length > 0 &&
    operations.every(({ operation }) => {
      const paths = operation?.paths ?? [];
      return paths.length > 0 && paths.every((path) => params.publicPaths.includes(path));
    })
  );
}
