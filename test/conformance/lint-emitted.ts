import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "./command.js";
import { readDist } from "./dist.js";
import { readDocuments } from "./documents.js";
import { engineBinary, ensureEngines } from "./engines.js";
import { at, listOf, textOf } from "./json.js";
import { inParallel } from "./parallel.js";
import { withTemporaryFolder } from "./temporary.js";

/**
 * The Rego of every emitted template, taken out of its YAML: `opa check --strict`, `opa fmt`, and `regal lint`. Exit code 1
 * where anything is found, 2 where there is nothing to look at.
 */
const { values } = parseArgs({ options: { dist: { type: "string" } } });
const root = resolve(import.meta.dirname, "../..");
const report = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const folder = resolve(values.dist ?? join(root, "dist"));
if (!existsSync(join(folder, "gatekeeper"))) {
  report(
    `${folder} has no templates: write them with \`policyc build\`, or name another folder with \`--dist\``,
  );
  process.exit(2);
}
const dist = await readDist(folder);
const opa = engineBinary(await ensureEngines(["opa"], report), "opa");
const regal = await regalIfServed();

const found = await withTemporaryFolder(async (modules) => {
  const files = await Promise.all(
    dist.gatekeeper.map(async ({ policy, template }) => {
      const file = join(modules, `${policy}.rego`);
      await writeFile(file, await regoOf(template));
      return file;
    }),
  );
  report(`${files.length} modules`);
  const strict = await inParallel(files, 2, (file) => said(opa, ["check", "--strict", file]));
  const long = await inParallel(files, 2, tooLong);
  return [
    ...strict.flat(),
    ...long.flat(),
    ...(await said(opa, ["fmt", "--list", ...files])),
    ...(await regalFindings(modules)),
  ];
});
process.stdout.write(found.map((line) => `${line}\n`).join(""));
process.stdout.write(found.length === 0 ? "nothing to be said\n" : `${found.length} findings\n`);
process.exitCode = found.length === 0 && dist.gatekeeper.length > 0 ? 0 : 1;

async function regoOf(template: string): Promise<string> {
  const [document] = await readDocuments(template);
  const rego =
    document === undefined ? "" : textOf(at(document, "spec", "targets", 0, "code", 0, "source", "rego"));
  if (rego === "") throw new Error(`${template} has no Rego`);
  return rego;
}

/** Lines that could be broken. A text in quotes cannot, which Regal does not know: a message or a pattern may be longer. */
async function tooLong(file: string): Promise<readonly string[]> {
  const rows = (await readFile(file, "utf8")).split("\n");
  return rows.flatMap((row, index) =>
    [...row].length > 120 && !/["`].{60,}["`]/.test(row) ? [`${file}:${index + 1}: line too long`] : [],
  );
}

/** What a command that says nothing when all is well has to say. */
async function said(program: string, args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runCommand(program, args);
  const lines = `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
  return code === 0 || lines.length > 0 ? lines : [`${program} ended with ${code}`];
}

/** The Go module proxy does not serve Regal everywhere. */
async function regalIfServed(): Promise<string | undefined> {
  try {
    return engineBinary(await ensureEngines(["regal"], report), "regal");
  } catch (error) {
    report(`regal is left out: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

async function regalFindings(modules: string): Promise<readonly string[]> {
  if (regal === undefined) return [];
  const config = join(root, ".regal/config.yaml");
  const args = ["lint", "--config-file", config, "--format", "json", modules];
  const { code, stdout, stderr } = await runCommand(regal, args);
  if (code === 0) return [];
  if (stdout === "") return [`regal ended with ${code}: ${stderr}`];
  const lint: unknown = JSON.parse(stdout);
  return listOf(at(lint, "violations")).map((violation) => {
    const [file, row] = [at(violation, "location", "file"), at(violation, "location", "row")];
    return `${String(file)}:${String(row)}: ${textOf(at(violation, "title"))}: ${textOf(at(violation, "description"))}`;
  });
}
