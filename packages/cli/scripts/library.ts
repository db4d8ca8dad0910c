/**
 * Compiles the library into policies/dist, as the package `@policyc/library` publishes it: what policies say of
 * themselves and their Rego (library.json), their JavaScript (library.mjs), and all the Rego as WebAssembly.
 *   tsx --conditions=@policyc/source packages/cli/scripts/library.ts [--optional]
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Collector } from "@policyc/diagnostics";
import { findEngine, howToGetTheEngine } from "@policyc/engine";
import { libraryFolder, openLibrary } from "../src/bundles/library.js";
import { sayDiagnostics } from "../src/reporters/diagnostics.js";
import { sessionOn } from "../src/surroundings.js";

if (findEngine() === undefined) {
  console.error(`the library is not compiled, because ${howToGetTheEngine}`);
  process.exitCode = process.argv.includes("--optional") ? 0 : 1;
} else {
  await compile();
}

async function compile(): Promise<void> {
  const session = sessionOn(process);
  const collector = new Collector();
  const library = await openLibrary(session, collector);
  sayDiagnostics(collector, libraryFolder(), session);
  if (library === undefined) {
    process.exitCode = 2;
    return;
  }
  const folder = join(libraryFolder(), "dist");
  mkdirSync(folder, { recursive: true });
  const wasm = await library.wasm();
  writeFileSync(join(folder, "library.json"), JSON.stringify({ policies: library.policies }));
  writeFileSync(join(folder, "library.wasm"), wasm);
  copyFileSync(await library.javascript(), join(folder, "library.mjs"));
  session.progress.end();
  console.log(`${library.policies.length} policies, ${Math.round(wasm.length / 1024)} KiB of WebAssembly`);
}
