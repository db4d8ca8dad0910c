import { containers, type Integer, Pod, parameters, policy, violation } from "@policyc/sdk";
import { durationSeconds } from "../../modules/duration.js";
import { flagsOf, flagValue, runs } from "../../modules/flags.js";

interface Params {
  /** The longest that a request may take. */
  maximumSeconds: Integer;
}

export default policy({
  name: "api-server-request-timeout",
  title: "Requests to the API server end",
  description:
    "kube-apiserver must not let requests take longer than the maximum, nor for ever; by default it is a minute.",
  rationale:
    "Requests that do not end hold connections and memory: a few slow clients are enough to stop it.",
  remediation: "Remove `--request-timeout`, or set it to no more than the maximum.",
  severity: "low",
  controls: [
    "CIS-2.0/1.2.20",
    "NIST-800-53-5/SC-5",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "MITRE-ATTACK-16/T1499",
  ],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: [Pod],
  params: parameters<Params>({ maximumSeconds: 300 }),
  *check({ object, params }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver"))) {
      const timeout = flagValue(flagsOf(container), "request-timeout") || "1m";
      // What is no duration of seconds is one of milliseconds, or the API server would not start.
      const seconds = durationSeconds(timeout);
      if (seconds !== undefined && (seconds === 0 || seconds > params.maximumSeconds)) {
        yield violation(`requests to kube-apiserver may take ${timeout}: --request-timeout`, container);
      }
    }
  },
});
