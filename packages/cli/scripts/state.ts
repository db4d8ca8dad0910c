import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "@policyc/engine";
import { glob } from "tinyglobby";

/** What `pnpm start` reads, and what it writes. */
const everything = [
  "packages/*/src/**",
  "packages/*/scripts/**",
  "packages/*/package.json",
  "packages/engine/wasm/engine.json",
  "policies/**",
  "policyc.yaml",
  "pnpm-lock.yaml",
  "dist/**",
];

/** One name for the state of a clone: the same name, nothing to build and nothing to test that has not been. */
export async function stateOf(root: string, ...circumstances: readonly string[]): Promise<string> {
  const files = await glob(everything, { cwd: root, ignore: ["**/node_modules/**"], dot: true });
  const parts = files.sort().flatMap((file) => [file, readFileSync(join(root, file), "utf8")]);
  return contentHash(process.version, ...circumstances, ...parts);
}
