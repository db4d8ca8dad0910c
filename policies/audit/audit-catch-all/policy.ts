import { policy, violation } from "@policyc/sdk";
import { isCatchAll } from "../../modules/audit-rules.js";
import { AuditPolicy } from "../../modules/documents/audit-policy.js";

export default policy({
  name: "audit-catch-all",
  title: "An audit policy ends with a rule for everything else",
  description:
    "The last rule of an audit policy must be for all requests, and record at least their metadata.",
  rationale:
    "A request that no rule is for is not recorded at all: the next custom resource, the next API group, the next tool of an attacker.",
  remediation: "End the list with `- level: Metadata`, without users, verbs or resources.",
  severity: "medium",
  controls: ["CIS-2.0/3.2.1", "CIS-2.0/3.2.2", "NIST-800-53-5/AU-12", "NSA-CISA-1.2/audit-logging"],
  rollout: { difficulty: "low", effect: "medium", load: "medium" },
  match: [AuditPolicy],
  *check({ object }) {
    const last = object.rules.at(-1);
    if (last === undefined || !isCatchAll(last)) {
      yield violation(
        "requests that no rule is for are not recorded: the last rule is not for all requests",
        object.rules,
      );
    } else if (last.level === "None") {
      yield violation(
        "requests that no other rule is for are not recorded: the last rule has level None",
        last,
      );
    }
  },
});
