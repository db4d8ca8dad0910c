import type { Expr, LabelSelector, Match, Policy } from "@policyc/ir";
import { all, any, selects } from "../exemptions.js";

/** What a policy looks at: as Kyverno is told it, and a condition in place of what it would get wrong. */
export interface KyvernoMatch {
  readonly policy: Policy;
  readonly labels?: Expr;
}

/**
 * On CREATE and DELETE Kyverno holds a selector of labels against an empty object as well (1.19,
 * pkg/cel/policies/vpol/engine/engine.go), and one that asks for no label fits that whatever the object has.
 */
export function kyvernoMatch(policy: Policy): KyvernoMatch {
  const { labelSelector, ...match } = policy.match;
  if (labelSelector === undefined || !fitsWithoutLabels(labelSelector)) return { policy };
  return { policy: { ...policy, match }, labels: eitherFits(labelSelector, match) };
}

function fitsWithoutLabels({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  const asks = matchExpressions.some(({ operator }) => operator === "In" || operator === "Exists");
  return Object.keys(matchLabels).length === 0 && matchExpressions.length > 0 && !asks;
}

/** As in Kubernetes it is enough that the object before an update fits. */
function eitherFits(selector: LabelSelector, { operations }: Pick<Match, "operations">): Expr {
  const now = all(selects(selector));
  if (!operations.includes("UPDATE")) return now;
  const { span } = now;
  const old: Expr = {
    kind: "input",
    root: "oldObject",
    type: { kind: "optional", of: { kind: "record", name: "object" } },
    span,
  };
  const isThere: Expr = { kind: "present", of: old, type: { kind: "boolean" }, span };
  return any([now, all([isThere, ...selects(selector, "oldObject")])]);
}
