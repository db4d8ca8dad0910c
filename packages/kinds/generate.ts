/**
 * Writes the SDK's kinds from Kubernetes' OpenAPI.
 *   tsx packages/kinds/generate.ts            from the extract in openapi/, without network
 *   tsx packages/kinds/generate.ts --extract  makes the extract again from the Go module (needs Go)
 *   tsx packages/kinds/generate.ts --check    exit 1 where the checked-in files differ
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extract } from "./scripts/extract.js";
import { differingModules, kindsFolder } from "./scripts/up-to-date.js";

const kubernetes = "1.37.2";

if (process.argv.includes("--extract")) {
  writeFileSync(
    join(import.meta.dirname, "openapi/kubernetes-1.37.gen.json"),
    `${JSON.stringify(extract(kubernetes))}\n`,
  );
}
const differing = differingModules();
if (process.argv.includes("--check")) {
  for (const { name } of differing)
    console.error(`packages/sdk/src/kinds/${name} is out of date: run \`tsx packages/kinds/generate.ts\``);
  process.exitCode = differing.length === 0 ? 0 : 1;
} else {
  mkdirSync(kindsFolder, { recursive: true });
  for (const { name, text } of differing) {
    if (text === undefined) rmSync(join(kindsFolder, name));
    else writeFileSync(join(kindsFolder, name), text);
  }
  console.log(`${differing.length} modules written to packages/sdk/src/kinds`);
}
