import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { type Collector, startOf } from "@policyc/diagnostics";
import { glob } from "tinyglobby";
import { reasonOf } from "../files/reason.js";
import { unreadable } from "../project/diagnostics/configuration.js";
import { noSuite } from "./diagnostics.js";

/** A suite's text, by its absolute path. */
export interface SuiteFile {
  readonly file: string;
  readonly text: string;
}

/** The `suite.yaml` beside each of the given policies. */
export async function suitesBeside(
  policyFiles: readonly string[],
  collector: Collector,
): Promise<readonly SuiteFile[]> {
  const beside = policyFiles.map((file) => join(dirname(file), "suite.yaml"));
  return readAll(
    beside.filter((file) => statSync(file, { throwIfNoEntry: false }) !== undefined),
    collector,
  );
}

/** The suites at paths that a user gave: files, and what is below folders. */
export async function suitesAt(
  paths: readonly string[],
  cwd: string,
  collector: Collector,
): Promise<readonly SuiteFile[]> {
  const found = await Promise.all(paths.map((path) => suitesAtPath(path, cwd, collector)));
  return readAll([...new Set(found.flat())], collector);
}

/** policyc's and gator's suites by their usual name, Kyverno's Tests by the one that `kyverno test` looks for. */
const suiteFiles = ["**/suite.{yaml,yml}", "**/kyverno-test.{yaml,yml}"];

/** Whether a file of this name would be found. */
export function isSuiteName(name: string): boolean {
  return /^(?:suite|kyverno-test)\.ya?ml$/.test(name);
}

async function suitesAtPath(path: string, cwd: string, collector: Collector): Promise<readonly string[]> {
  const full = resolve(cwd, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat?.isFile() === true) return [full];
  const below =
    stat === undefined
      ? []
      : await glob(suiteFiles, {
          cwd: full,
          absolute: true,
          // Kyverno's policies have theirs in `.kyverno-test`.
          dot: true,
          ignore: ["**/node_modules/**", "**/.git/**"],
        });
  if (below.length === 0) collector.report(noSuite(undefined, path));
  return [...below].sort();
}

function readAll(files: readonly string[], collector: Collector): readonly SuiteFile[] {
  return files.flatMap((file) => {
    const path = file.split(sep).join("/");
    try {
      return [{ file: path, text: readFileSync(file, "utf8") }];
    } catch (error) {
      collector.report(unreadable(startOf(path), basename(path), reasonOf(error)));
      return [];
    }
  });
}
