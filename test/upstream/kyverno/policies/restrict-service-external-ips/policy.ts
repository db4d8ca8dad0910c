import { policy, Service } from "@policyc/sdk";

export default policy({
  name: "restrict-external-ips",
  title: "No external IPs",
  description:
    "Services must not claim external addresses, which can take over the traffic of others (CVE-2020-8554).",
  severity: "medium",
  match: [Service],
  kyverno: { rule: "check-ips" },
  require: ({ object }) => (object.spec?.externalIPs ?? []).length === 0,
  message: "externalIPs are not allowed",
});
