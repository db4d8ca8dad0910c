import { podMetadata, podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "docker-socket-check",
  title: "The Docker socket needs a label",
  description:
    "A pod that mounts the socket of the container engine must say so by the label `allow-docker`.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "conditional-anchor-dockersock" },
  require: ({ object }) =>
    podMetadata(object).labels?.["allow-docker"] === "true" ||
    !(podSpec(object).volumes ?? []).some((volume) => volume.hostPath?.path === "/var/run/docker.sock"),
  message: 'a pod that mounts /var/run/docker.sock must have the label `allow-docker: "true"`',
});
