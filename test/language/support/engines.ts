import { type EmittedFile, emitPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector, type Diagnostic } from "@policyc/diagnostics";
import type { Json } from "@policyc/ir";
import {
  type AdmissionRequest,
  type Agreement,
  agreement,
  celEvaluator,
  type Evaluator,
  importPolicy,
  javascriptEvaluator,
  opaEvaluator,
  wasmEvaluator,
} from "@policyc/testing";

export type Params = { readonly [name: string]: Json };

/** A policy in its emitted forms, and what the compiler had to say about that. */
export interface Emission {
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What `build` would write for Gatekeeper and for ValidatingAdmissionPolicy. */
export function emitted(source: SourcePolicy, params: Params, minKubernetes: string): Emission {
  const collector = new Collector();
  const files = emitPolicies({
    deployments: [
      {
        ...source,
        deployment: {
          stage: "enforce",
          params,
          excludedNamespaces: [],
          exemptions: [],
          minKubernetes,
        },
        targets: ["gatekeeper", "vap"],
      },
    ],
    collector,
  });
  return { files, diagnostics: collector.diagnostics };
}

/** The four engines on one policy: the reference first. */
export async function enginesOf(
  path: string,
  { policy }: SourcePolicy,
  files: readonly EmittedFile[],
  kubernetes: string,
): Promise<readonly Evaluator[]> {
  return [
    javascriptEvaluator(await importPolicy(path), { match: policy.match }),
    await wasmEvaluator(files, policy.constraintKind),
    await opaEvaluator(files, policy.constraintKind),
    await celEvaluator(files, policy.name, kubernetes),
  ];
}

/** One request put to all engines. */
export function agreementOn(
  engines: readonly Evaluator[],
  request: AdmissionRequest,
  params: Params,
): { readonly agreement: Agreement; readonly messages: readonly string[] } {
  const verdicts = engines.map((one) => ({
    engine: one.engine,
    verdict: one.evaluate({ request, params }),
  }));
  return {
    agreement: agreement(verdicts),
    messages: (verdicts[0]?.verdict.violations ?? []).map(({ message }) => message),
  };
}
