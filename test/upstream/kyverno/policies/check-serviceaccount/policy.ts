import { podSpec, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "check-sa",
  title: "A ServiceAccount stays itself",
  description: "What a ServiceAccount creates must run as that ServiceAccount.",
  severity: "medium",
  match: { kinds: workloads, operations: ["CREATE"] },
  *check({ object, request }) {
    const username = request.userInfo?.username ?? "";
    if (!username.startsWith("system:serviceaccount:")) return;
    const creator = username.split(":")[3] ?? "";
    const { serviceAccountName = "" } = podSpec(object);
    if (serviceAccountName !== creator)
      yield violation(`ServiceAccount <${creator}> may not run pods as <${serviceAccountName}>`);
  },
});
