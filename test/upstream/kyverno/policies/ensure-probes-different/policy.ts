import {
  appContainers,
  DaemonSet,
  Deployment,
  deepEqual,
  policy,
  StatefulSet,
  violation,
} from "@policyc/sdk";

export default policy({
  name: "validate-probes",
  title: "Different probes",
  description:
    "The liveness and the readiness probe of a container must not be the same; to have neither is the same, too.",
  severity: "medium",
  match: [Deployment, DaemonSet, StatefulSet],
  *check({ object }) {
    for (const { name, livenessProbe, readinessProbe } of appContainers(object)) {
      if (deepEqual(livenessProbe ?? {}, readinessProbe ?? {}))
        yield violation(`the liveness and readiness probes of container <${name}> are the same`);
    }
  },
});
