import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { JsonObject } from "./json.js";

/** A suite in the layout of the gatekeeper-library, with our template in the place of theirs. */
export interface GatorSuite {
  /** Writes an object that a test names. */
  readonly write: (name: string, value: unknown) => Promise<void>;
  /** Writes the suite itself, when all that it names is there. */
  readonly finish: (tests: readonly JsonObject[]) => Promise<void>;
}

/** @param folder is made; @param template the file with the ConstraintTemplate */
export async function gatorSuite(folder: string, template: string): Promise<GatorSuite> {
  await mkdir(folder, { recursive: true });
  await copyFile(template, join(folder, "interface.yaml"));
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), stringify(value));
  const suite = { apiVersion: "test.gatekeeper.sh/v1alpha1", kind: "Suite" };
  return { write, finish: (tests) => write("suite.yaml", { ...suite, tests }) };
}
