import { policy, violation } from "@policyc/sdk";
import { Telemetry } from "../../modules/istio/telemetry.js";

export default policy({
  name: "mesh-access-logging",
  title: "The mesh logs who calls whom",
  description: "A Telemetry of Istio must not switch the access log of servers off.",
  rationale:
    "The access log of a proxy has the identity of each client, and which policy refused it: without it nobody can tell after an attack where it came from, and where it went on.",
  remediation:
    "Remove `disabled: true`. Where it is too much, switch the log of clients alone off (`match.mode: CLIENT`), or keep by a `filter` what is refused or changes something.",
  severity: "low",
  controls: [
    "NIST-800-53-5/AU-2",
    "NIST-800-53-5/AU-12",
    "NIST-800-53-5/SI-4",
    "NSA-CISA-1.2/audit-logging",
    "NSA-CISA-1.2/threat-detection",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K10",
  ],
  rollout: { difficulty: "low", effect: "low", load: "medium" },
  match: [Telemetry],
  *check({ object }) {
    for (const logging of object.spec?.accessLogging ?? []) {
      if (logging.disabled === true && logging.match?.mode !== "CLIENT")
        yield violation(
          `Telemetry <${object.metadata.name}> switches the access log of servers off`,
          logging,
        );
    }
  },
});
