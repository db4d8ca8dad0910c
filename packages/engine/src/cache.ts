import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { cacheFolder } from "./folders.js";

/** The name of some content: the same text, the same name. */
export function contentHash(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("hex").slice(0, 32);
}

/** Reads a cached file; `undefined` where there is none. */
export function readCached(kind: string, name: string): Buffer | undefined {
  try {
    return readFileSync(cacheFolder(kind, name));
  } catch {
    return undefined;
  }
}

/** Writes a cached file, all of it or nothing. A cache that cannot be written costs time and nothing else. */
export function writeCached(kind: string, name: string, content: Uint8Array | string): void {
  const path = cacheFolder(kind, name);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch {
    // Read-only home, full disk: the next run compiles again.
  }
}
