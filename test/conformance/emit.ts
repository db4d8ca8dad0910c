import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Deployment, emitPolicies, loadPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import type { Emit, Refusal } from "./emitted.js";

const root = join(import.meta.dirname, "../..");
let sources: ReadonlyMap<string, SourcePolicy> | undefined;

/**
 * Compiles one of our policies with other parameters than those in `dist/`, in the stage `enforce`.
 * The compiler is wired in here and nowhere else.
 */
export const emit: Emit = (policy, parameters) => {
  const collector = new Collector();
  sources ??= new Map(library(collector).map((source) => [source.policy.name, source]));
  const source = sources.get(policy);
  if (source === undefined) throw new Error(`the library has no policy ${policy}`);
  const deployment = {
    stage: "enforce",
    params: asJson(parameters),
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: "1.30",
  } as const;
  const files = emitPolicies({
    deployments: [{ ...source, deployment, targets: ["kyverno", "kyverno-vpol", "vap"] }],
    collector,
  });
  const refusals = collector.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  const refused = refusals.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined)).join("\n");
  const text = (folder: string): string | Refusal =>
    refused === ""
      ? (files.find((file) => file.path === `${folder}/${policy}.yaml`)?.text ?? { refused: "not emitted" })
      : { refused };
  return { clusterPolicy: text("kyverno"), validatingPolicy: text("kyverno-vpol"), vap: text("vap") };
};

/** Read from YAML, hence JSON; the copy says so to the type checker. */
function asJson(parameters: object): Deployment["params"] {
  return JSON.parse(JSON.stringify(parameters));
}

function library(collector: Collector): readonly SourcePolicy[] {
  const files = readdirSync(join(root, "policies"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("policy.ts") && !name.includes("node_modules"))
    .map((name) => join(root, "policies", name));
  return loadPolicies({ root, files, collector });
}
