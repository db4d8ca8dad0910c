import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAll, givenAwayForAllOfCluster, type Rights } from "../../modules/roles.js";

/** What decides where requests go: to a Service, or to the API itself. */
const routes: readonly Rights[] = [
  { group: "", resources: ["endpoints", "services/status"], verbs: ["create", "update", "patch"] },
  // The addresses of a Service are those that the status of its pods tells.
  { group: "", resources: ["pods/status"], verbs: ["update", "patch"] },
  { group: "discovery.k8s.io", resources: ["endpointslices"], verbs: ["create", "update", "patch"] },
];

const apis = {
  group: "apiregistration.k8s.io",
  resources: ["apiservices"],
  verbs: ["create", "update", "patch"],
} as const;

export default policy({
  name: "traffic-redirection",
  title: "Few decide where requests go",
  description:
    "A role must not grant writing on Endpoints, EndpointSlices, APIServices or the status of pods and Services, but for objects that it names.",
  rationale:
    "Whoever writes Endpoints sends the requests to a Service to an address of his own, also one in a namespace that NetworkPolicies keep him out of (CVE-2021-25740); the status of a Service takes over addresses (CVE-2020-8554); an APIService has requests to the API answered by its Service.",
  remediation:
    "Let Kubernetes' own controllers write them: use a Service with a selector. Locks of leaders are Leases today; where they are Endpoints still, name them in `resourceNames`.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAll(object, routes);
    yield* givenAwayForAllOfCluster(object, [apis]);
  },
});
