import {
  appContainers,
  type Container,
  deepEqual,
  type Probe,
  policy,
  violation,
  workloads,
} from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "probe-settings",
  title: "Probes that help",
  description:
    "A liveness probe must be more patient than the readiness probe of the same kind, must not restart a container at its first failure, and no probe may take longer than its period.",
  rationale:
    "The kubelet restarts what fails its liveness probe. Where that is the readiness probe again, a slow database restarts every replica at once instead of taking them out of service.",
  remediation:
    "Give the liveness probe an endpoint of its own that asks nobody else, or a larger failureThreshold; keep timeoutSeconds within periodSeconds.",
  severity: "low",
  controls: [],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: workloads,
  *check({ object, request }) {
    if (isPodUpdate(object, request)) return;
    for (const container of appContainers(object)) {
      const { livenessProbe, readinessProbe, startupProbe } = container;
      if (livenessProbe !== undefined) yield* patient(container, livenessProbe, readinessProbe);
      if (livenessProbe !== undefined) yield* timely(container, "livenessProbe", livenessProbe);
      if (readinessProbe !== undefined) yield* timely(container, "readinessProbe", readinessProbe);
      if (startupProbe !== undefined) yield* timely(container, "startupProbe", startupProbe);
    }
  },
});

function* patient(container: Container, liveness: Probe, readiness: Probe | undefined) {
  if (failures(liveness) <= 1)
    yield violation(
      `container <${container.name}> is restarted at the first failure of its livenessProbe`,
      liveness,
    );
  if (
    readiness !== undefined &&
    asksTheSame(liveness, readiness) &&
    failures(liveness) <= failures(readiness)
  )
    yield violation(
      `container <${container.name}> has a livenessProbe that asks what its readinessProbe asks, and is no more patient`,
      liveness,
    );
}

function* timely(container: Container, field: string, probe: Probe) {
  if ((probe.timeoutSeconds ?? 1) > (probe.periodSeconds ?? 10))
    yield violation(
      `container <${container.name}> has a ${field} that may take longer than its period`,
      probe,
    );
}

/** 3 where nothing is said, as the API server fills in. */
function failures(probe: Probe): number {
  return probe.failureThreshold ?? 3;
}

function asksTheSame(one: Probe, other: Probe): boolean {
  return (
    deepEqual(one.httpGet ?? {}, other.httpGet ?? {}) &&
    deepEqual(one.tcpSocket ?? {}, other.tcpSocket ?? {}) &&
    deepEqual(one.exec ?? {}, other.exec ?? {}) &&
    deepEqual(one.grpc ?? {}, other.grpc ?? {})
  );
}
