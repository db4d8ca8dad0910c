import { appContainers, initContainers, podSpec, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "require-emptydir-requests-and-limits",
  title: "Ephemeral storage for emptyDir",
  description:
    "A container that mounts an emptyDir without a size must request and limit its ephemeral storage.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-emptydir-requests-limits" },
  *check({ object }) {
    const unlimited = (podSpec(object).volumes ?? [])
      .filter(({ emptyDir }) => emptyDir !== undefined && emptyDir.sizeLimit === undefined)
      .map(({ name }) => name);
    for (const container of [...initContainers(object), ...appContainers(object)]) {
      const mounts = (container.volumeMounts ?? []).some(({ name }) => unlimited.includes(name));
      const { requests, limits } = container.resources ?? {};
      const isBounded =
        (requests?.["ephemeral-storage"] ?? "") !== "" && (limits?.["ephemeral-storage"] ?? "") !== "";
      if (mounts && !isBounded)
        yield violation(
          `container <${container.name}> must request and limit its ephemeral-storage`,
          container,
        );
    }
  },
});
