import { type AnyContainer, podMetadata, podSpec, violation, type Workload } from "@policyc/sdk";
import { isLeftToWindows } from "./operating-system.js";

/** Seccomp (Baseline, v1.0): never unconfined. By annotation until v1.18, by field from v1.19. */
export function* baselineSeccomp(object: Workload, checked: readonly AnyContainer[], minor: number) {
  if (minor < 19) yield* seccompAnnotations(object, checked);
  else yield* neverUnconfined(object, checked);
}

/** Seccomp (Restricted, v1.19): a profile for every container, its own or its pod's. From v1.25 not on Windows. */
export function* restrictedSeccomp(object: Workload, checked: readonly AnyContainer[], minor: number) {
  const spec = podSpec(object);
  if (minor < 19 || isLeftToWindows(minor, spec)) return;
  yield* neverUnconfined(object, checked);
  if (isConfined(spec.securityContext?.seccompProfile?.type ?? "")) return;
  for (const container of checked) {
    if (container.securityContext?.seccompProfile === undefined)
      yield violation(
        `pod or container <${container.name}> must set securityContext.seccompProfile.type to RuntimeDefault or Localhost`,
        container,
      );
  }
}

function* neverUnconfined(object: Workload, checked: readonly AnyContainer[]) {
  const pod = podSpec(object).securityContext;
  const podType = pod?.seccompProfile?.type;
  if (podType !== undefined && !isConfined(podType))
    yield violation(`pod must not set securityContext.seccompProfile.type to ${podType}`, pod);
  for (const container of checked) {
    const type = container.securityContext?.seccompProfile?.type;
    if (type !== undefined && !isConfined(type))
      yield violation(
        `container <${container.name}> must not set securityContext.seccompProfile.type to ${type}`,
        container,
      );
  }
}

/** The way to say it before Kubernetes 1.19. */
export function* seccompAnnotations(object: Workload, checked: readonly AnyContainer[]) {
  const metadata = podMetadata(object);
  const keys = [
    "seccomp.security.alpha.kubernetes.io/pod",
    ...checked.map((container) => `container.seccomp.security.alpha.kubernetes.io/${container.name}`),
  ];
  for (const key of keys) {
    const profile = metadata.annotations?.[key];
    if (profile === undefined || profile === "runtime/default" || profile === "docker/default") continue;
    if (!profile.startsWith("localhost/"))
      yield violation(`pod must not set the annotation ${key} to ${profile}`, metadata);
  }
}

function isConfined(type: string): boolean {
  return type === "RuntimeDefault" || type === "Localhost";
}
