import { join } from "node:path";
import type { ParameterSource, SourcePolicy, TargetName } from "@policyc/compiler";
import type { Collector } from "@policyc/diagnostics";
import type { Policy } from "@policyc/ir";
import { compiledPolicy, type EngineName, type PolicyUnderTest } from "@policyc/testing";

export interface UnderTest {
  readonly root: string;
  readonly engines: readonly EngineName[];
  readonly minKubernetes: string;
  /** Where CEL reads the parameters; absent: they are in it. */
  readonly parameters?: ReadonlyMap<Policy, ParameterSource>;
  readonly collector: Collector;
}

/** The policies as their own suites test them; what the compiler says of their manifests goes to the collector. */
export function policiesUnderTest(
  policies: readonly SourcePolicy[],
  { root, engines, minKubernetes, parameters, collector }: UnderTest,
): readonly PolicyUnderTest[] {
  const targets = targetsOf(engines);
  return policies.map((source) => {
    const vapParameters = parameters?.get(source.policy);
    return compiledPolicy(source, {
      file: join(root, source.file),
      targets,
      minKubernetes,
      ...(vapParameters === undefined ? {} : { vapParameters }),
      accept: (files, said) => {
        collector.reportAll(said.diagnostics);
        // CEL with a hole in it is nobody's to evaluate; Rego says all that the language has.
        return said.hasErrors ? files.filter(({ path }) => !path.startsWith("vap/")) : files;
      },
    });
  });
}

/** Only what the engines read: a policy that one target cannot say can still be tested on the others. */
function targetsOf(engines: readonly EngineName[]): readonly TargetName[] {
  const readsRego = engines.includes("wasm") || engines.includes("opa");
  return [
    ...(readsRego ? (["gatekeeper"] as const) : []),
    ...(engines.includes("cel") ? (["vap"] as const) : []),
  ];
}
