import type { EmittedFile, ParameterSource, SourcePolicy, TargetName } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import type { PolicyUnderTest } from "./policy-under-test.js";

export interface Compilation {
  /** `policy.ts`, by the path that suites lead to. */
  readonly file: string;
  readonly targets: readonly TargetName[];
  /** The oldest Kubernetes to write CEL for, unless the policy itself asks for a newer one. */
  readonly minKubernetes: string;
  /** Where CEL reads the parameters; absent: they are in it. */
  readonly vapParameters?: ParameterSource;
  /** Gives the files that engines read, or throws, once it has seen what the compiler said about them. */
  readonly accept: (files: readonly EmittedFile[], said: Collector) => readonly EmittedFile[];
}

/**
 * A policy as its own suites test it. What policyc.yaml says of a deployment (exemptions, stages, values) is left
 * aside, so that a suite holds in every environment. Only where CEL finds parameters is not: that is its text.
 */
export function compiledPolicy(
  { policy, file: source }: SourcePolicy,
  { file, targets, minKubernetes, vapParameters, accept }: Compilation,
): PolicyUnderTest {
  return {
    name: policy.name,
    file,
    constraintKind: policy.constraintKind,
    ...(policy.kyverno === undefined ? {} : { kyverno: policy.kyverno }),
    match: policy.match,
    parameters: policy.params,
    ...(policy.unreachable === undefined ? {} : { unreachable: policy.unreachable }),
    emit: async (params) => {
      const { emitPolicies } = await import("@policyc/compiler");
      const said = new Collector();
      const deployment = {
        ...neutral,
        params,
        minKubernetes: policy.minKubernetes ?? minKubernetes,
        ...(vapParameters === undefined ? {} : { vapParameters }),
      };
      const files = emitPolicies({
        deployments: [{ policy, file: source, deployment, targets }],
        documents: "emitted",
        collector: said,
      });
      return accept(files, said);
    },
  };
}

const neutral = { stage: "enforce", excludedNamespaces: [], exemptions: [] } as const;
