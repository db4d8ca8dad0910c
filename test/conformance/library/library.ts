import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";

export const root = join(import.meta.dirname, "../../..");

let policies: ReadonlyMap<string, SourcePolicy> | undefined;

/** The library's policies by name, compiled once. */
export function libraryPolicies(): ReadonlyMap<string, SourcePolicy> {
  policies ??= new Map(load().map((source) => [source.policy.name, source]));
  return policies;
}

function load(): readonly SourcePolicy[] {
  const collector = new Collector();
  const files = readdirSync(join(root, "policies"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("/policy.ts") && !name.includes("node_modules"))
    .map((name) => join(root, "policies", name));
  const loaded = loadPolicies({ root, files, collector });
  const [problem] = collector.diagnostics.filter(({ severity }) => severity === "error");
  if (problem !== undefined) throw new Error(renderDiagnostic(problem, () => undefined));
  return loaded;
}
