import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAll, type Rights } from "../../modules/roles.js";

const verbs = ["delete", "deletecollection"] as const;

const events: readonly Rights[] = [
  { group: "", resources: ["events"], verbs },
  { group: "events.k8s.io", resources: ["events"], verbs },
];

export default policy({
  name: "event-deletion",
  title: "Nobody deletes events",
  description: "A role must not grant the deletion of Events, but for those that it names.",
  rationale:
    "Events tell which pods were made and which images were pulled. Nobody needs to delete them, since they expire by themselves: whoever does removes the traces of what he did.",
  remediation:
    "Take `delete`, `deletecollection` and `*` out of the rule: a controller that tells something needs `create` and `patch`.",
  severity: "low",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K02",
    "OWASP-K8S-2025/K10",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/AU-9",
    "MITRE-ATTACK-16/T1070",
  ],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAll(object, events);
  },
});
