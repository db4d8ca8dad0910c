import { ClusterRole, policy } from "@policyc/sdk";

export default policy({
  name: "restrict-clusterrole-nodesproxy",
  title: "No nodes/proxy",
  description:
    "A ClusterRole may not grant `nodes/proxy`, which is all of the kubelet, past admission and audit.",
  severity: "high",
  match: [ClusterRole],
  kyverno: { rule: "clusterrole-nodesproxy" },
  require: ({ object }) =>
    !(object.rules ?? []).some(({ resources }) => (resources ?? []).includes("nodes/proxy")),
  message: "the resource nodes/proxy is not allowed",
});
