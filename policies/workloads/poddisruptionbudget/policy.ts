import {
  codePointSlice,
  Deployment,
  type Integer,
  type IntOrString,
  inventory,
  matchesSelector,
  PodDisruptionBudget,
  parseInteger,
  policy,
  ReplicationController,
  StatefulSet,
  violation,
} from "@policyc/sdk";
import { readsOthers } from "../../modules/unreachable.js";

export default policy({
  name: "poddisruptionbudget",
  title: "Pod disruption budgets",
  description:
    "A PodDisruptionBudget must leave room for a disruption: its maxUnavailable is more than 0, and its minAvailable less than the replicas that it covers.",
  rationale:
    "A budget that never lets go of a pod blocks the draining of its node, and with it every upgrade of the cluster.",
  remediation: "Lower `minAvailable`, raise `maxUnavailable`, or run more replicas.",
  severity: "medium",
  controls: [],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: [Deployment, StatefulSet, ReplicationController, PodDisruptionBudget],
  gatekeeper: { kind: "K8sPodDisruptionBudget" },
  unreachable: readsOthers,
  *check({ object }) {
    const name = object.metadata.name;
    if (object.kind === "PodDisruptionBudget") {
      if (!isPositive(object.spec.maxUnavailable)) {
        yield violation(
          `PodDisruptionBudget <${name}> has maxUnavailable of 0, only positive integers are allowed for maxUnavailable`,
          object,
        );
      }
      return;
    }
    const replicas = object.spec.replicas ?? 1;
    const labels = object.spec.template.metadata?.labels ?? {};
    for (const budget of inventory(PodDisruptionBudget, { namespace: object.metadata.namespace })) {
      const selector = budget.spec.selector;
      if (selector === undefined || !matchesSelector(selector, labels)) continue;
      const minAvailable = budget.spec.minAvailable;
      if (!isPositive(budget.spec.maxUnavailable)) {
        yield violation(
          `${object.kind} <${name}> has been selected by PodDisruptionBudget <${budget.metadata.name}> but has maxUnavailable of 0, only positive integers are allowed for maxUnavailable`,
          object,
        );
      }
      if (minAvailable !== undefined && amount(minAvailable, replicas) >= replicas) {
        yield violation(
          `${object.kind} <${name}> has ${replicas} replica(s) but PodDisruptionBudget <${budget.metadata.name}> has minAvailable of ${minAvailable}, PodDisruptionBudget count should always be lower than replica(s), and not used when replica(s) is set to 1`,
          object,
        );
      }
    }
  },
});

/** A maximum that is left out is 1. */
function isPositive(maxUnavailable: IntOrString | undefined): boolean {
  return maxUnavailable === undefined || amount(maxUnavailable, 100) > 0;
}

/** A count, or a percentage of the replicas. */
function amount(value: IntOrString, replicas: Integer): number {
  if (typeof value === "number") return value;
  return (replicas * (parseInteger(codePointSlice(value, 0, -1)) ?? 0)) / 100;
}
