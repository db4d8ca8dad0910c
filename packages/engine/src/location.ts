import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../wasm/", import.meta.url);

/** Versions of what is inside the engine. */
export interface EngineVersions {
  readonly opa: string;
  readonly cel: string;
  readonly kubernetes: string;
  readonly go: string;
}

interface Manifest {
  readonly hash: string;
  readonly versions: EngineVersions;
}

/** Where the engine is, and what it is; `undefined` where it has not been built. */
export interface EngineFiles {
  /** The module, compressed with brotli. */
  readonly compressed: string;
  /** Names the build: sources, pins, toolchain. */
  readonly hash: string;
  readonly versions: EngineVersions;
}

/** Looks for the built engine without loading it. */
export function findEngine(): EngineFiles | undefined {
  const manifest = new URL("engine.json", folder);
  const compressed = new URL("engine.wasm.br", folder);
  if (!existsSync(manifest) || !existsSync(compressed)) return undefined;
  const { hash, versions } = parse(readFileSync(manifest, "utf8"));
  return { compressed: fileURLToPath(compressed), hash, versions };
}

function parse(text: string): Manifest {
  return JSON.parse(text);
}

/** What to tell a user who has no engine. */
export const howToGetTheEngine =
  "the engine (OPA and Kubernetes' CEL as WebAssembly) is not built: install Go 1.26 or newer from https://go.dev/dl and run `pnpm build:engine`; the npm packages ship it";
