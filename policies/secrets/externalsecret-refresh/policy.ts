import { type Integer, parameters, policy, violation } from "@policyc/sdk";
import { durationSeconds } from "../../modules/duration.js";
import {
  ClusterExternalSecret,
  ExternalSecret,
  externalSecretSpec,
} from "../../modules/external-secrets/external-secret.js";

interface Params {
  /**
   * The shortest interval, in seconds: each refresh is a call that the store counts, and often charges.
   * @minimum 0
   */
  minSeconds: Integer;
  /**
   * The longest interval, in seconds: so long a rotated secret goes on being used.
   * @minimum 1
   */
  maxSeconds: Integer;
  /** Accept secrets that are fetched once (`CreatedOnce`, an interval of 0) or on changes of the ExternalSecret. */
  allowNoRefresh?: boolean;
}

export default policy({
  name: "externalsecret-refresh",
  title: "External secrets are refreshed",
  description:
    "An ExternalSecret must be fetched again within bounds: not never, not rarely, not all the time.",
  rationale:
    "What is rotated in the store must reach the cluster soon: a secret that leaked and was replaced is still in use until the next refresh.",
  remediation:
    "Set `refreshInterval` to something between the bounds, e.g. `1h`, and remove `refreshPolicy: CreatedOnce`.",
  severity: "medium",
  controls: ["NIST-800-53-5/IA-5", "NSA-CISA-1.2/secrets"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [ExternalSecret, ClusterExternalSecret],
  params: parameters<Params>({ minSeconds: 60, maxSeconds: 86400 }),
  *check({ object, params }) {
    const spec = externalSecretSpec(object);
    const name = `${object.kind} <${object.metadata.name}>`;
    const refreshPolicy = spec.refreshPolicy ?? "Periodic";
    // The interval that the CRD fills in.
    const interval = spec.refreshInterval ?? "1h";
    const seconds = durationSeconds(interval);
    if (refreshPolicy !== "Periodic") {
      if (params.allowNoRefresh !== true) {
        yield violation(
          `${name} is not fetched again by itself: refreshPolicy ${refreshPolicy}`,
          object.spec,
        );
      }
    } else if (seconds === undefined) {
      yield violation(`${name} has a refreshInterval that is no duration: ${interval}`, object.spec);
    } else if (seconds === 0) {
      if (params.allowNoRefresh !== true) {
        yield violation(`${name} is never fetched again: refreshInterval ${interval}`, object.spec);
      }
    } else if (seconds < params.minSeconds) {
      yield violation(`${name} is fetched too often: refreshInterval ${interval}`, object.spec);
    } else if (seconds > params.maxSeconds) {
      yield violation(`${name} is fetched too rarely: refreshInterval ${interval}`, object.spec);
    }
  },
});
