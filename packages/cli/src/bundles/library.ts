import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Collector } from "@policyc/diagnostics";
import type { Project } from "../project/project.js";
import type { Session } from "../session.js";
import type { Bundle, OpenBundle } from "./bundle.js";
import { configuredLibrary } from "./configured-library.js";
import { openProjectBundle } from "./project-bundle.js";

const source = "the built-in library";

/**
 * The built-in policies: as they were compiled for publishing or, in a clone, as their sources are now. Where a project
 * has settings for them, they are compiled with these.
 */
export async function openLibrary(
  session: Session,
  collector: Collector,
  configuring?: Project,
): Promise<OpenBundle | undefined> {
  const folder = libraryFolder();
  const plain = libraryProject(folder);
  const configured = await configuredLibrary(plain, configuring);
  const isPublished = !existsSync(join(folder, "tsconfig.json"));
  if (configured === undefined && isPublished) return published(folder);
  const file = configured?.document?.file;
  const name = file === undefined ? source : `${source} with ${file}`;
  const made = await openProjectBundle({ project: configured ?? plain, source: name, session, collector });
  return made === undefined
    ? undefined
    : { ...made, isLibrary: true, ...(isPublished ? publishedRego(folder) : {}) };
}

function published(folder: string): OpenBundle {
  const { policies }: Bundle = JSON.parse(readFileSync(join(folder, "dist/library.json"), "utf8"));
  const javascript = async () => join(folder, "dist/library.mjs");
  return { source, isLibrary: true, policies, javascript, ...publishedRego(folder) };
}

/** Parameters and exemptions are no part of the Rego, which is the same however the library is configured. */
function publishedRego(folder: string): Pick<OpenBundle, "isCompiled" | "wasm"> {
  return { isCompiled: true, wasm: async () => readFileSync(join(folder, "dist/library.wasm")) };
}

/** Where the package `@policyc/library` is. */
export function libraryFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("@policyc/library/package.json"));
}

/** The library as a project of its own, with the authors' parameters. */
export function libraryProject(root: string): Project {
  return { root, globs: ["*/*/policy.ts"], layers: [], config: {} };
}
