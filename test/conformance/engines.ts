import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./command.js";
import { type Tool, type ToolName, tools } from "./tools.js";

const MODULES = join(import.meta.dirname, "go");

/** Where each wanted engine's binary lies. */
export type Engines = ReadonlyMap<ToolName, string>;

/**
 * Builds what is missing of the wanted engines, one after another (a build is memory-hungry), and says how long each took.
 *
 * @example
 * ```ts
 * const engines = await ensureEngines(["gator"], (line) => process.stderr.write(`${line}\n`));
 * ```
 */
export async function ensureEngines(
  names: readonly ToolName[],
  report: (line: string) => void,
): Promise<Engines> {
  const engines = new Map<ToolName, string>();
  for (const name of names) engines.set(name, await ensureEngine(name, report));
  return engines;
}

/** The binary of an engine that was asked for; asking for another is our mistake. */
export function engineBinary(engines: Engines, name: ToolName): string {
  const binary = engines.get(name);
  if (binary === undefined) throw new Error(`the engine ${name} was not asked for`);
  return binary;
}

/** The folder of a dependency in Go's module cache; it is there once the engine was built. */
export async function moduleFolder(module: string, path: string): Promise<string> {
  const args = ["list", "-m", "-f", "{{.Dir}}", path];
  const listed = await runCommand("go", args, { cwd: join(MODULES, module) });
  const folder = listed.stdout.trim();
  if (folder !== "") return folder;
  // A binary from the cache says nothing about Go's own cache: fetch the sources.
  await runCommand("go", ["mod", "download", path], { cwd: join(MODULES, module) });
  const again = await runCommand("go", args, { cwd: join(MODULES, module) });
  if (again.stdout.trim() === "") throw new Error(`go list -m ${path} failed: ${again.stderr}`);
  return again.stdout.trim();
}

async function ensureEngine(name: ToolName, report: (line: string) => void): Promise<string> {
  const tool: Tool = tools[name];
  const folder = join(MODULES, tool.module);
  const build = ["build", "-trimpath", "-buildvcs=false", `-ldflags=${tool.linkerFlags}`];
  const key = await buildKey(folder, [...build, tool.package]);
  const binary = join(cacheFolder(), `${name}-${key}`, name);
  if (existsSync(binary)) {
    report(`${name}: cached`);
    return binary;
  }
  report(`${name}: building …`);
  const started = performance.now();
  await mkdir(join(cacheFolder(), `${name}-${key}`), { recursive: true });
  // Built aside and renamed, so that a build that was cut short leaves nothing that looks finished.
  const part = `${binary}.${process.pid}`;
  const built = await runCommand("go", [...build, "-o", part, tool.package], { cwd: folder });
  if (built.code !== 0) throw new Error(`go build of ${name} failed:\n${built.stderr}`);
  await rename(part, binary);
  report(`${name}: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return binary;
}

async function buildKey(folder: string, build: readonly string[]): Promise<string> {
  const version = await runCommand("go", ["version"], { cwd: folder });
  return createHash("sha256")
    .update(await readFile(join(folder, "go.mod")))
    .update(await readFile(join(folder, "go.sum")))
    .update(version.stdout)
    .update(build.join(" "))
    .digest("hex")
    .slice(0, 16);
}

function cacheFolder(): string {
  const { POLICYC_CACHE, XDG_CACHE_HOME } = process.env;
  const root = POLICYC_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "policyc");
  return join(root, "conformance");
}
