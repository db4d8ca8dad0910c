import { join } from "node:path";
import {
  type Deployment,
  emitPolicies,
  type ParameterSource,
  type SourcePolicy,
  type TargetName,
} from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import type { Policy } from "@policyc/ir";
import type { EngineName, PolicyUnderTest } from "@policyc/testing";

export interface UnderTest {
  readonly root: string;
  readonly engines: readonly EngineName[];
  readonly minKubernetes: string;
  /** Where CEL reads the parameters; absent: they are in it. */
  readonly parameters?: ReadonlyMap<Policy, ParameterSource>;
  readonly collector: Collector;
}

/**
 * The policies as their own suites test them: what policyc.yaml says of a deployment (exemptions, stages, values)
 * is left aside, so that a suite holds in every environment. Only where CEL finds parameters is not: that is its text.
 */
export function policiesUnderTest(
  policies: readonly SourcePolicy[],
  { root, engines, minKubernetes, parameters, collector }: UnderTest,
): readonly PolicyUnderTest[] {
  const targets = targetsOf(engines);
  return policies.map(({ policy, file }) => ({
    name: policy.name,
    file: join(root, file),
    constraintKind: policy.constraintKind,
    ...(policy.kyverno === undefined ? {} : { kyverno: policy.kyverno }),
    match: policy.match,
    parameters: policy.params,
    ...(policy.unreachable === undefined ? {} : { unreachable: policy.unreachable }),
    emit: (params) => {
      const vapParameters = parameters?.get(policy);
      const deployment: Deployment = {
        ...neutral,
        params,
        minKubernetes: policy.minKubernetes ?? minKubernetes,
        ...(vapParameters === undefined ? {} : { vapParameters }),
      };
      const own = new Collector();
      const files = emitPolicies({
        deployments: [{ policy, file, deployment, targets }],
        documents: "emitted",
        collector: own,
      });
      for (const diagnostic of own.diagnostics) collector.report(diagnostic);
      // CEL with a hole in it is nobody's to evaluate; Rego says all that the language has.
      return own.hasErrors ? files.filter(({ path }) => !path.startsWith("vap/")) : files;
    },
  }));
}

const neutral = { stage: "enforce", excludedNamespaces: [], exemptions: [] } as const;

/** Only what the engines read: a policy that one target cannot say can still be tested on the others. */
function targetsOf(engines: readonly EngineName[]): readonly TargetName[] {
  const readsRego = engines.includes("wasm") || engines.includes("opa");
  return [
    ...(readsRego ? (["gatekeeper"] as const) : []),
    ...(engines.includes("cel") ? (["vap"] as const) : []),
  ];
}
