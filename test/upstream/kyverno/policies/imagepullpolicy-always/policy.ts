import { appContainers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "imagepullpolicy-always",
  title: "Always pull latest",
  description: "An image by the tag `latest`, or by none, must be pulled each time.",
  severity: "medium",
  match: workloads,
  *check({ object }) {
    for (const container of appContainers(object)) {
      const { image = "", imagePullPolicy } = container;
      const isLatest = image.endsWith(":latest") || !image.includes(":");
      if (isLatest && imagePullPolicy !== "Always")
        yield violation(
          `the image <${image}> of container <${container.name}> must be pulled always`,
          container,
        );
    }
  },
});
