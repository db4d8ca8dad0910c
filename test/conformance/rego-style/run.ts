import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "../command.js";
import { readDist } from "../dist.js";
import { readDocuments } from "../documents.js";
import { engineBinary, ensureEngines } from "../engines.js";
import { at, listOf, textOf } from "../json.js";
import { inParallel } from "../parallel.js";
import { withTemporaryFolder } from "../temporary.js";
import { findingsOf } from "./rules.js";
import type { RegoModule } from "./syntax.js";

/**
 * The Rego of every emitted template, taken out of its YAML: `opa check --strict`, `opa fmt`, the rules of `rules.ts`, and
 * `regal lint` where Regal is installed (no Go module of it can be built here). Exit code 1 where anything is found, 2 where
 * there is nothing to look at.
 */
const { values } = parseArgs({ options: { dist: { type: "string" } } });
const root = resolve(import.meta.dirname, "../../..");
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

const builtIns = await namesOfBuiltIns();

const found = await withTemporaryFolder(async (modules) => {
  const files = await Promise.all(
    dist.gatekeeper.map(async ({ policy, template }) => {
      const file = join(modules, `${policy}.rego`);
      await writeFile(file, await regoOf(template));
      return file;
    }),
  );
  report(`${files.length} modules`);
  const own = await inParallel(files, 2, ownFindings);
  return [
    ...own.flat(),
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

async function ownFindings(file: string): Promise<readonly string[]> {
  const parsed = await runCommand(opa, ["parse", "--format", "json", "--json-include", "locations", file]);
  const text = await readFile(file, "utf8");
  const module: RegoModule = JSON.parse(parsed.stdout);
  const strict = await said(opa, ["check", "--strict", file]);
  const name = file.slice(file.lastIndexOf("/") + 1);
  return [
    ...strict,
    ...findingsOf(module, text, builtIns).map(
      ({ rule, row, text: line }) => `${name}:${row}: ${rule}: ${line}`,
    ),
  ];
}

/** `count`, and `strings` for `strings.count`. */
async function namesOfBuiltIns(): Promise<ReadonlySet<string>> {
  const { stdout } = await runCommand(opa, ["capabilities", "--current"]);
  const capabilities: unknown = JSON.parse(stdout);
  const names = listOf(at(capabilities, "builtins")).map((one) => textOf(at(one, "name")));
  return new Set(names.map((name) => name.split(".")[0] ?? name));
}

/** What a command that says nothing when all is well has to say. */
async function said(program: string, args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runCommand(program, args);
  const lines = `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
  return code === 0 || lines.length > 0 ? lines : [`${program} ended with ${code}`];
}

async function regalFindings(folder: string): Promise<readonly string[]> {
  const regal = await runCommand("regal", ["version"]).catch(() => undefined);
  if (regal === undefined) {
    report("regal is not installed: left out");
    return [];
  }
  const config = join(root, ".regal/config.yaml");
  const linted = await runCommand("regal", ["lint", "--config-file", config, "--format", "compact", folder]);
  return linted.code === 0 ? [] : linted.stdout.split("\n").filter((line) => line !== "");
}
