import { globMatches, parameters, policy, regexMatches, violation } from "@policyc/sdk";
import { EnvoyFilter, type EnvoyPatch } from "../../modules/istio/envoy-filter.js";

interface Params {
  /** Istio's root namespace, whose EnvoyFilters without selector are for every proxy. */
  rootNamespace: string;
  /** EnvoyFilters for every proxy that the platform has agreed to; `*` at either end is a wildcard. */
  declared?: string[];
}

export default policy({
  name: "envoy-filters",
  title: "Nobody rewrites the proxies of others",
  description:
    "An EnvoyFilter must not take authentication or authorization out of a proxy, and must not change every proxy of the mesh unless it is declared.",
  rationale:
    "An EnvoyFilter writes Envoy's configuration as it is, past all that Istio checks: it takes out the filters that AuthorizationPolicies become, and no policy shows it.",
  remediation:
    "Use Istio's own resources where there is one. Select the workloads by `workloadSelector` or `targetRefs`, and insert filters rather than remove or replace them.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-3",
    "NIST-800-53-5/CM-5",
    "NSA-CISA-1.2/authorization",
    "MITRE-ATTACK-16/T1562.001",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [EnvoyFilter],
  gatekeeper: { kind: "IstioEnvoyFilters" },
  params: parameters<Params>({ rootNamespace: "istio-system", declared: [] }),
  *check({ object, params }) {
    const { name, namespace } = object.metadata;
    const { workloadSelector, targetRefs, configPatches } = object.spec ?? {};
    const isForAll =
      Object.keys(workloadSelector?.labels ?? {}).length === 0 && (targetRefs ?? []).length === 0;
    const isDeclared = (params.declared ?? []).some((pattern) => globMatches(pattern, name));
    if (isForAll && namespace === params.rootNamespace && !isDeclared)
      yield violation(`EnvoyFilter <${name}> changes every proxy of the mesh`, object.spec);
    for (const patch of configPatches ?? []) {
      for (const filter of filtersOf(patch)) {
        if (takesOut(patch) && guards(filter))
          yield violation(`EnvoyFilter <${name}> takes ${filter} out of the proxy`, patch);
      }
    }
  },
});

function filtersOf({ match }: EnvoyPatch): string[] {
  const filter = match?.listener?.filterChain?.filter;
  return [filter?.name ?? "", filter?.subFilter?.name ?? ""];
}

function takesOut({ patch }: EnvoyPatch): boolean {
  return patch?.operation === "REMOVE" || patch?.operation === "REPLACE";
}

/** What AuthorizationPolicies and RequestAuthentications become, by the names that Istio gives it. */
function guards(filter: string): boolean {
  return regexMatches("(rbac|jwt_authn|ext_authz|istio_authn)", filter);
}
