import { type Container, type EphemeralContainer, podSpec, type Volume, type Workload } from "@policyc/sdk";
import { type ContainerInRole, containersWithRoles } from "./container-roles.js";

/** An image that a pod brings to its node, and what it is there for, as messages name it: `container <web>`. */
export interface UsedImage {
  role: ContainerInRole["role"] | "volume";
  name: string;
  image: string;
  pullPolicy: string | undefined;
  place: Container | EphemeralContainer | Volume;
}

/** The images of all containers of the pod or pod template, then those that it mounts as volumes. */
export function usedImages(object: Workload): UsedImage[] {
  return [
    ...containersWithRoles(object).map(({ role, container }) => ({
      role,
      name: container.name,
      image: container.image ?? "",
      pullPolicy: container.imagePullPolicy,
      place: container,
    })),
    ...(podSpec(object).volumes ?? [])
      .filter((volume) => volume.image !== undefined)
      .map((volume) => ({
        role: "volume" as const,
        name: volume.name,
        image: volume.image?.reference ?? "",
        pullPolicy: volume.image?.pullPolicy,
        place: volume,
      })),
  ];
}
