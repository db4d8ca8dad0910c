import { startOf } from "@policyc/diagnostics";
import type { Expr, Match, Policy, ResourceKind } from "@policyc/ir";
import type { Unsayable } from "../backends/cel/index.js";
import type { Deployment } from "./deployment.js";

/** For the tests of the targets: a kind, a policy that always says `no`, and how it is deployed. */
export const kind = (group: string, name: string): ResourceKind => ({
  group,
  version: "v1",
  kind: name,
  plural: `${name.toLowerCase()}s`,
  scope: "Namespaced",
});

const span = startOf("policies/sample.ts");
const message: Expr = { kind: "literal", value: "no", type: { kind: "string" }, span };

export function samplePolicy(match: Partial<Match> = {}): Policy {
  return {
    name: "sample-policy",
    title: "Sample",
    description: "A sample.",
    severity: "high",
    controls: ["A/1", "B/2"],
    rollout: { difficulty: "low", effect: "high", load: "medium" },
    match: { kinds: [kind("", "Pod")], operations: ["CREATE", "UPDATE"], ...match },
    params: { schema: { type: "object", properties: { max: { type: "integer" } } }, defaults: {} },
    constraintKind: "SamplePolicy",
    functions: [],
    body: { kind: "violation", message, span },
    span,
  };
}

export function sampleDeployment(deployment: Partial<Deployment> = {}): Deployment {
  return {
    stage: "enforce",
    params: {},
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: "1.30",
    ...deployment,
  };
}

/** Every target can say it. */
export const nothingUnsaid: Unsayable = (_, what) => {
  throw new Error(`not said: ${what}`);
};
