import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { cacheFolder, contentHash, findEngine } from "@policyc/engine";

const sources = join(import.meta.dirname, "../../../packages/engine/go");
const serve = join(import.meta.dirname, "serve.go");

/**
 * The engine as a program of this machine, where it is twenty times as fast as in WebAssembly: the same sources with
 * one file more, and what others need, which `-overlay` lays over them. Kept in the user's cache.
 */
export function nativeEngine(more: readonly string[] = []): string {
  const added = [serve, ...more];
  const hash = contentHash(findEngine()?.hash ?? "", ...added.map((file) => readFileSync(file, "utf8")));
  const program = cacheFolder("fuzz", hash);
  if (!existsSync(program)) build(program, added);
  return program;
}

function build(program: string, added: readonly string[]): void {
  process.stderr.write("building the engine for this machine: two to three minutes, once\n");
  const folder = mkdtempSync(join(tmpdir(), "policyc-fuzz-"));
  const overlay = join(folder, "overlay.json");
  const laid = Object.fromEntries(added.map((file) => [join(sources, basename(file)), file]));
  writeFileSync(overlay, JSON.stringify({ Replace: laid }));
  mkdirSync(cacheFolder("fuzz"), { recursive: true });
  const draft = `${program}.${process.pid}`;
  const flags = ["-trimpath", "-buildvcs=false", "-overlay", overlay, "-o", draft];
  execFileSync("go", ["build", ...flags, "."], { cwd: sources, stdio: ["ignore", "inherit", "inherit"] });
  renameSync(draft, program);
  rmSync(folder, { recursive: true });
}
