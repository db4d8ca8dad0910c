import { join } from "node:path";
import { type EmittedFile, emitPolicies, loadPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import type { Contest } from "./contests.js";

export const root = join(import.meta.dirname, "../..");

/** What `build` would write for Gatekeeper and for the API server, with the parameters of the contest. */
export function emittedFor({ pack, policy, params, targets }: Contest): readonly EmittedFile[] {
  const collector = new Collector();
  const files = [join(root, "policies", pack, policy, "policy.ts")];
  const deployments = loadPolicies({ root, files, collector }).map((source) => ({
    ...source,
    deployment: deploymentOf(source, params),
    targets,
  }));
  const emitted = emitPolicies({ deployments, collector });
  const problem = collector.diagnostics.find(({ severity }) => severity === "error");
  if (problem !== undefined) throw new Error(renderDiagnostic(problem, () => undefined));
  return emitted;
}

function deploymentOf({ policy }: SourcePolicy, params: Contest["params"]) {
  return {
    stage: "enforce",
    params: { ...policy.params.defaults, ...params },
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: policy.minKubernetes ?? "1.30",
  } as const;
}

/** The text of the one file with this path. */
export function textOf(files: readonly EmittedFile[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`${path} was not emitted`);
  return found.text;
}
