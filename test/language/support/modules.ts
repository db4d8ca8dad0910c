import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector, type Diagnostic } from "@policyc/diagnostics";

/** A written module, what the compiler made of it, and what it reported. */
export interface Module {
  readonly path: string;
  readonly source: SourcePolicy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A folder beside the tests, where `@policyc/sdk` is found; to be removed afterwards. */
export function generatedFolder(): string {
  return mkdtempSync(join(import.meta.dirname, "..", ".generated-"));
}

/** Writes each text as a policy of its own and compiles all at once, which is much faster than one by one. */
export function compileModules(
  folder: string,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, Module> {
  const files = [...texts].map(([name, text]) => {
    mkdirSync(join(folder, name), { recursive: true });
    const path = join(folder, name, "policy.ts");
    writeFileSync(path, text);
    return { name, path, file: `${name}/policy.ts` };
  });
  const collector = new Collector();
  const sources = loadPolicies({ root: folder, files: files.map(({ path }) => path), collector });
  return new Map(
    files.map(({ name, path, file }) => [
      name,
      {
        path,
        source: sources.find((source) => source.file === file),
        diagnostics: collector.diagnostics.filter(({ span }) => span?.file === file),
      },
    ]),
  );
}
