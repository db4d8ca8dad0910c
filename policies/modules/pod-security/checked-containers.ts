import { type AnyContainer, containers, type Workload } from "@policyc/sdk";
import { isExemptImage } from "../exempt-images.js";

/** The containers that a control looks at: all, but for those whose image is exempt. */
export function checkedContainers(object: Workload, exemptImages: readonly string[]): AnyContainer[] {
  return containers(object).filter((container) => !isExemptImage(container.image ?? "", exemptImages));
}
