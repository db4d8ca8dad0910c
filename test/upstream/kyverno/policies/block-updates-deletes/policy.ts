import { parameters, policy, Service, violation } from "@policyc/sdk";

interface Params {
  /** Groups that may: a request does not say which ClusterRoles its user is bound to. */
  administrators: string[];
}

export default policy({
  name: "block-updates-deletes",
  title: "Protected Services",
  description:
    'Services with the label `protected: "true"` may be changed and deleted by administrators alone.',
  severity: "medium",
  match: {
    kinds: [Service],
    operations: ["CREATE", "UPDATE", "DELETE"],
    labelSelector: { matchLabels: { protected: "true" } },
  },
  params: parameters<Params>({ administrators: ["system:masters"] }),
  *check({ object, params, request }) {
    const groups = request.userInfo?.groups ?? [];
    if (groups.some((group) => params.administrators.includes(group))) return;
    if (request.operation === "UPDATE" || request.operation === "DELETE")
      yield violation(`Service <${object.metadata.name}> is protected and may not be changed`);
  },
});
