import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmittedFile } from "@policyc/compiler";

/** What a build left in its folder, so that the next one can remove what nothing makes any more. */
export interface Manifest {
  /** Path → content hash. */
  readonly files: Readonly<Record<string, string>>;
}

export const manifestName = ".policyc.json";

/** The manifest of a folder; empty where there is none, or where it is not one of ours. */
export function readManifest(folder: string): Manifest {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, manifestName), "utf8"));
    return isManifest(value) ? value : { files: {} };
  } catch {
    return { files: {} };
  }
}

/** The manifest as a file among the others: same input, same bytes. */
export function manifestFile(manifest: Manifest): EmittedFile {
  const files = Object.fromEntries(Object.entries(manifest.files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const about = "what `policyc build` wrote here, so that it can remove what is stale";
  return { path: manifestName, text: `${JSON.stringify({ about, files }, undefined, 2)}\n` };
}

export function manifestOf(files: readonly EmittedFile[]): Manifest {
  return { files: Object.fromEntries(files.map((file) => [file.path, hashOf(file)])) };
}

/** A watcher emits the files of the policies that have not changed again as they are. */
const hashes = new WeakMap<EmittedFile, string>();

function hashOf(file: EmittedFile): string {
  const hash = hashes.get(file) ?? contentHash(file.text);
  hashes.set(file, hash);
  return hash;
}

export function contentHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Paths are checked as well: a manifest that a stranger wrote must not make us delete what lies elsewhere. */
function isManifest(value: unknown): value is Manifest {
  if (typeof value !== "object" || value === null || !("files" in value)) return false;
  const { files } = value;
  if (typeof files !== "object" || files === null) return false;
  return Object.entries(files).every(([path, hash]) => typeof hash === "string" && isBelow(path));
}

function isBelow(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.includes("\\") && !path.split("/").includes("..");
}
