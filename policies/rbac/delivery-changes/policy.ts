import { ClusterRole, globMatches, parameters, policy, Role } from "@policyc/sdk";
import { givenAwayForAll, type Rights } from "../../modules/roles.js";

interface Params {
  /** The namespaces of the controllers themselves, where a Role may be their own; `*` at either end is a wildcard. */
  namespaces?: string[];
}

const verbs = ["create", "update", "patch"] as const;

/** What tells a controller what to deploy, from where, and where to. */
const delivery: readonly Rights[] = [
  { group: "argoproj.io", resources: ["applications", "applicationsets", "appprojects"], verbs },
  { group: "kustomize.toolkit.fluxcd.io", resources: ["kustomizations"], verbs },
  { group: "helm.toolkit.fluxcd.io", resources: ["helmreleases"], verbs },
  {
    group: "source.toolkit.fluxcd.io",
    resources: ["buckets", "gitrepositories", "helmcharts", "helmrepositories", "ocirepositories"],
    verbs,
  },
];

export default policy({
  name: "delivery-changes",
  title: "What is delivered is decided by few",
  description:
    "A role must not grant writing on the objects of Argo CD and Flux that say what is deployed from where, but for those that it names.",
  rationale:
    "The controller deploys whatever such an object names, with rights of its own that are often cluster-admin: to write one is to have them, and no review in Git sees it.",
  remediation:
    "Let these objects come from Git like everything else; teams change what is in their repositories. Where a team must have its own, bind the controller to its service account (`spec.serviceAccountName` of Flux, `destinationServiceAccounts` of an AppProject) and name the object in `resourceNames`.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/CM-5",
    "MITRE-ATTACK-16/T1610",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  params: parameters<Params>({ namespaces: ["argocd", "flux-system"] }),
  *check({ object, params }) {
    const namespace = object.metadata.namespace ?? "";
    if (!(params.namespaces ?? []).some((pattern) => globMatches(pattern, namespace)))
      yield* givenAwayForAll(object, delivery);
  },
});
