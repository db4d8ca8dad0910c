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

/** Writes each text as `<name>/policy.ts`. */
export function writeModules(folder: string, texts: ReadonlyMap<string, string>): void {
  for (const [name, text] of texts) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "policy.ts"), text);
  }
}

/** Writes each text as a policy of its own and compiles all at once, which is much faster than one by one. */
export function compileModules(
  folder: string,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, Module> {
  writeModules(folder, texts);
  const collector = new Collector();
  const files = [...texts.keys()].map((name) => `${name}/policy.ts`);
  const sources = loadPolicies({ root: folder, files, collector });
  return new Map(
    files.map((file) => [
      file.replace("/policy.ts", ""),
      {
        path: join(folder, file),
        source: sources.find((source) => source.file === file),
        diagnostics: collector.diagnostics.filter(({ span }) => span?.file === file),
      },
    ]),
  );
}
