import { inventory, Namespace, parameters, policy, violation } from "@policyc/sdk";
import { AuthorizationPolicy, isDryRun } from "../../modules/istio/authorization-policy.js";
import { isInIstio } from "../../modules/istio/mesh-namespace.js";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** Istio's root namespace, whose AuthorizationPolicies are for the whole mesh. */
  rootNamespace: string;
}

export default policy({
  name: "istio-default-deny",
  title: "Namespaces of the mesh deny by default",
  description:
    "For a namespace in Istio's mesh there must be an ALLOW AuthorizationPolicy for all workloads, its own or the mesh's, so that what no rule allows is denied.",
  rationale:
    "Istio allows everything to a workload that no ALLOW policy is for: the next service that somebody deploys is open to the mesh.",
  remediation:
    "Create an AuthorizationPolicy with an empty `spec: {}` in the root namespace, or in each namespace.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-3",
    "NIST-800-53-5/AC-4",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: { kinds: [Namespace], excludedNamespaces: ["kube-*"] },
  unreachable: readsOthers,
  params: parameters<Params>({ rootNamespace: "istio-system" }),
  *check({ object, params }) {
    const { name } = object.metadata;
    if (isInIstio(object) && !hasDefault(name) && !hasDefault(params.rootNamespace)) {
      yield violation(
        `Namespace <${name}> allows what nobody has allowed: no AuthorizationPolicy is for all of it`,
        object,
      );
    }
  },
});

/** One ALLOW policy for all workloads is enough: what its rules, or none, do not allow is denied. */
function hasDefault(namespace: string): boolean {
  return inventory(AuthorizationPolicy, { namespace }).some(
    (one) =>
      (one.spec?.action ?? "ALLOW") === "ALLOW" &&
      Object.keys(one.spec?.selector?.matchLabels ?? {}).length === 0 &&
      one.spec?.targetRef === undefined &&
      (one.spec?.targetRefs ?? []).length === 0 &&
      !isDryRun(one),
  );
}
