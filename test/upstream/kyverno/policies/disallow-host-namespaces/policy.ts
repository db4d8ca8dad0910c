import { podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "disallow-host-namespaces",
  title: "No namespaces of the host",
  description: "Pods may not share the network, the processes or the IPC of their node.",
  severity: "high",
  match: workloads,
  kyverno: { rule: "host-namespaces" },
  require: ({ object }) => {
    const { hostNetwork, hostIPC, hostPID } = podSpec(object);
    return hostNetwork !== true && hostIPC !== true && hostPID !== true;
  },
  message: "hostNetwork, hostIPC and hostPID must be unset or false",
});
