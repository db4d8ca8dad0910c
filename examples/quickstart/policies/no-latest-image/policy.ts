import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "no-latest-image",
  title: "Images have a version",
  description: "Containers must name an image with a tag other than `latest`, or with a digest.",
  rationale: "`latest` is another image tomorrow: nobody can tell what runs, or go back to what ran.",
  remediation: "Use the tag of a release, or better its digest: `registry.example/web:1.4.2`.",
  severity: "medium",
  match: workloads,
  *check({ object }) {
    for (const container of containers(object)) {
      const image = container.image ?? "";
      if (image.includes("@")) continue;
      const name = image.split("/").at(-1) ?? "";
      if (name.includes(":") && !name.endsWith(":latest")) continue;
      yield violation(`container <${container.name}> has no fixed version: <${image}>`, container);
    }
  },
});
