import { basename, dirname, relative } from "node:path";
import { Collector, renderDiagnostic, sourceLines } from "@policyc/diagnostics";
import { PolicyNotLoadable } from "../evaluators/policy-module.js";
import { readTextFile } from "../fixtures/read-text.js";
import { compiledPolicy } from "../suites/compiled-policy.js";
import type { PolicyUnderTest } from "../suites/policy-under-test.js";

/** Compiles one policy file as `policyc build` would, with nothing that a deployment adds. */
export async function compilePolicy(path: string, kubernetes: string): Promise<PolicyUnderTest> {
  const { loadPolicies } = await import("@policyc/compiler");
  const collector = new Collector();
  const [source] = loadPolicies({ root: dirname(path), files: [basename(path)], collector });
  refuse(collector, path);
  if (source === undefined) throw new PolicyNotLoadable(`${path} has no default export made by \`policy()\``);
  return compiledPolicy(source, {
    file: path,
    targets: ["gatekeeper", "vap"],
    minKubernetes: kubernetes,
    accept: (files, said) => {
      refuse(said, path);
      return files;
    },
  });
}

function refuse(collector: Collector, path: string): void {
  if (!collector.hasErrors) return;
  const folder = dirname(path);
  const lines = sourceLines((file) => readTextFile(`${folder}/${relative(folder, `${folder}/${file}`)}`));
  throw new PolicyNotLoadable(
    collector.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, lines)).join("\n\n"),
  );
}
