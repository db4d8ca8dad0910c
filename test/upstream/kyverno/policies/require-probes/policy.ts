import { appContainers, DaemonSet, Deployment, Pod, policy, StatefulSet, violation } from "@policyc/sdk";

export default policy({
  name: "require-pod-probes",
  title: "A probe for each container",
  description: "Each container must have a liveness, a readiness or a startup probe.",
  severity: "medium",
  match: [Pod, DaemonSet, Deployment, StatefulSet],
  kyverno: { rule: "validate-probes" },
  *check({ object }) {
    for (const { name, livenessProbe, readinessProbe, startupProbe } of appContainers(object)) {
      if (livenessProbe === undefined && readinessProbe === undefined && startupProbe === undefined)
        yield violation(`container <${name}> has no probe`);
    }
  },
});
