import { appContainers, type Integer, parameters, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** The most containers that a pod may have, init containers left aside. */
  max: Integer;
}

export default policy({
  name: "limit-containers-per-pod",
  title: "Containers per pod",
  description: "Pods may have a few containers only.",
  severity: "medium",
  match: workloads,
  params: parameters<Params>({ max: 4 }),
  *check({ object, params }) {
    const count = appContainers(object).length;
    if (count > params.max) yield violation(`${count} containers in a pod are more than ${params.max}`);
  },
});
