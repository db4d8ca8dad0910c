import { basename, dirname, relative } from "node:path";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { PolicyNotLoadable } from "../evaluators/policy-module.js";
import { readTextFile } from "../fixtures/read-text.js";
import type { PolicyUnderTest } from "../suites/policy-under-test.js";

/** Compiles one policy file as `policyc build` would, with nothing that a deployment adds. */
export async function compilePolicy(path: string, kubernetes: string): Promise<PolicyUnderTest> {
  const { emitPolicies, loadPolicies } = await import("@policyc/compiler");
  const collector = new Collector();
  const [source] = loadPolicies({ root: dirname(path), files: [basename(path)], collector });
  refuse(collector, path);
  if (source === undefined) throw new PolicyNotLoadable(`${path} has no default export made by \`policy()\``);
  const { policy } = source;
  return {
    name: policy.name,
    file: path,
    constraintKind: policy.constraintKind,
    ...(policy.kyverno === undefined ? {} : { kyverno: policy.kyverno }),
    match: policy.match,
    parameters: policy.params,
    emit: (params) => {
      const own = new Collector();
      const deployment = {
        stage: "enforce",
        params,
        excludedNamespaces: [],
        exemptions: [],
        minKubernetes: policy.minKubernetes ?? kubernetes,
      } as const;
      const files = emitPolicies({
        deployments: [{ ...source, deployment, targets: ["gatekeeper", "vap"] }],
        documents: "emitted",
        collector: own,
      });
      refuse(own, path);
      return files;
    },
  };
}

function refuse(collector: Collector, path: string): void {
  if (!collector.hasErrors) return;
  const folder = dirname(path);
  const text = (file: string) => readTextFile(`${folder}/${relative(folder, `${folder}/${file}`)}`);
  throw new PolicyNotLoadable(
    collector.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, text)).join("\n\n"),
  );
}
