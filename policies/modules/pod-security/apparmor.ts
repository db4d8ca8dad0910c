import { type AnyContainer, podMetadata, podSpec, violation, type Workload } from "@policyc/sdk";

const annotation = "container.apparmor.security.beta.kubernetes.io/";

/** AppArmor (Baseline, v1.0): the runtime's profile or one of the node's, never none; by field or by annotation. */
export function* appArmor(object: Workload, checked: readonly AnyContainer[]) {
  const pod = podSpec(object).securityContext;
  const podType = pod?.appArmorProfile?.type;
  if (podType !== undefined && !isConfined(podType))
    yield violation(`pod must not set securityContext.appArmorProfile.type to ${podType}`, pod);
  for (const container of checked) {
    const type = container.securityContext?.appArmorProfile?.type;
    if (type !== undefined && !isConfined(type))
      yield violation(
        `container <${container.name}> must not set securityContext.appArmorProfile.type to ${type}`,
        container,
      );
  }
  yield* appArmorAnnotations(object);
}

/** The way to say it before Kubernetes 1.30, which still counts. */
function* appArmorAnnotations(object: Workload) {
  const metadata = podMetadata(object);
  for (const [key, profile] of Object.entries(metadata.annotations ?? {})) {
    if (!key.startsWith(annotation)) continue;
    if (profile === "" || profile === "runtime/default" || profile.startsWith("localhost/")) continue;
    yield violation(`pod must not set the annotation ${key} to ${profile}`, metadata);
  }
}

function isConfined(type: string): boolean {
  return type === "RuntimeDefault" || type === "Localhost";
}
