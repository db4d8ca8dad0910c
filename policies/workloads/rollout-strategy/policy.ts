import {
  DaemonSet,
  Deployment,
  type Integer,
  type IntOrString,
  policy,
  StatefulSet,
  violation,
} from "@policyc/sdk";

export default policy({
  name: "rollout-strategy",
  title: "Rollouts that keep the service up",
  description: "A new version must replace the old one step by step, by itself, and leave a way back.",
  rationale:
    "Recreate, and a maxUnavailable of all replicas, take the service down with each release. OnDelete leaves the old version running, with its known holes, until somebody deletes its pods. Without history there is no `kubectl rollout undo`.",
  remediation:
    "Use RollingUpdate with a maxUnavailable below the number of replicas, and leave revisionHistoryLimit above 0. A Deployment of one replica may be recreated.",
  severity: "low",
  controls: ["NIST-800-53-5/SI-2", "NIST-800-53-5/CM-2"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: [Deployment, StatefulSet, DaemonSet],
  *check({ object }) {
    const who = `${object.kind} <${object.metadata.name}>`;
    if (object.spec.revisionHistoryLimit === 0)
      yield violation(`${who} keeps no history to roll back to`, object.spec);
    if (object.kind !== "Deployment") {
      if (object.spec.updateStrategy?.type === "OnDelete")
        yield violation(`${who} is updated only where somebody deletes its pods`, object.spec.updateStrategy);
      return;
    }
    const replicas = object.spec.replicas ?? 1;
    if (replicas < 2) return;
    const { type = "RollingUpdate", rollingUpdate } = object.spec.strategy ?? {};
    if (type === "Recreate")
      yield violation(`${who} stops all ${replicas} replicas before it starts new ones`, object.spec);
    else if (isAll(rollingUpdate?.maxUnavailable ?? "25%", replicas))
      yield violation(`${who} may replace all ${replicas} replicas at once`, object.spec);
  },
});

function isAll(maxUnavailable: IntOrString, replicas: Integer): boolean {
  if (typeof maxUnavailable === "number") return maxUnavailable >= replicas;
  return maxUnavailable === "100%";
}
