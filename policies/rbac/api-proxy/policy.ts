import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAll } from "../../modules/roles.js";

/** Any HTTP method is a verb of its own here: a GET is `get`, a POST is `create`. */
const proxy = {
  group: "",
  resources: ["pods/proxy", "services/proxy"],
  verbs: ["get", "create", "update", "patch", "delete"],
} as const;

export default policy({
  name: "api-proxy",
  title: "No way around network policies through the API server",
  description:
    "A role that grants the proxy of pods or Services must name them in `resourceNames`: requests through it come from the API server.",
  rationale:
    "The API server may reach every pod. Whoever may send requests through it is past network policies and the mesh, and the pod sees the API server as its client.",
  remediation:
    "Remove `pods/proxy` and `services/proxy` from the role; publish the Service through a gateway that authenticates, or name the one that is meant in `resourceNames`.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/AC-4",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAll(object, [proxy]);
  },
});
