import { deepEqual, NetworkPolicy, policy, violation } from "@policyc/sdk";

export default policy({
  name: "restrict-networkpolicy-empty-podselector",
  title: "NetworkPolicies select pods",
  description: "A NetworkPolicy must say which pods it is for; only `default-deny` is for all.",
  severity: "medium",
  match: [NetworkPolicy],
  kyverno: { rule: "empty-podselector" },
  *check({ object }) {
    if (object.metadata.name === "default-deny") return;
    if (deepEqual(object.spec?.podSelector ?? {}, {})) yield violation("an empty podSelector is not allowed");
  },
});
