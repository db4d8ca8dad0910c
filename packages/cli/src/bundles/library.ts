import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Collector } from "@policyc/diagnostics";
import type { Project } from "../project/project.js";
import type { Session } from "../session.js";
import type { Bundle, OpenBundle } from "./bundle.js";
import { openProjectBundle } from "./project-bundle.js";

const source = "the built-in library";

/** The built-in policies: as they were compiled for publishing or, in a clone, as their sources are now. */
export async function openLibrary(session: Session, collector: Collector): Promise<OpenBundle | undefined> {
  const folder = libraryFolder();
  if (existsSync(join(folder, "tsconfig.json"))) {
    const made = await openProjectBundle({ project: libraryProject(folder), source, session, collector });
    return made === undefined ? undefined : { ...made, isLibrary: true };
  }
  const { policies }: Bundle = JSON.parse(readFileSync(join(folder, "dist/library.json"), "utf8"));
  return {
    source,
    isLibrary: true,
    policies,
    isCompiled: true,
    javascript: async () => join(folder, "dist/library.mjs"),
    wasm: async () => readFileSync(join(folder, "dist/library.wasm")),
  };
}

/** Where the package `@policyc/library` is. */
export function libraryFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("@policyc/library/package.json"));
}

/** The library as a project of its own, with the authors' parameters. */
export function libraryProject(root: string): Project {
  return { root, globs: ["*/*/policy.ts"], layers: [], config: {} };
}
