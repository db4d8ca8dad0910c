import { appContainers, type Container, initContainers, type Workload } from "@policyc/sdk";
import { isExemptImage } from "./exempt-images.js";

/**
 * The containers that can ask for resources, without those of exempt images. Kubernetes lets nobody set resources on
 * an ephemeral container (`kubectl debug`), so that a policy must not ask for them either.
 */
export function resourcefulContainers(object: Workload, exemptImages: readonly string[]): Container[] {
  return [...appContainers(object), ...initContainers(object)].filter(
    (container) => !isExemptImage(container.image ?? "", exemptImages),
  );
}
