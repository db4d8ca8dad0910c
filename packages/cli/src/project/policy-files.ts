import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";
import { type Collector, type Span, startOf } from "@policyc/diagnostics";
import { glob, isDynamicPattern } from "tinyglobby";
import { reasonOf } from "../files/reason.js";
import { noPolicies, unreadable } from "./diagnostics/configuration.js";
import type { Project } from "./project.js";

/**
 * The modules of the project's policies, sorted, relative to its root. A glob that finds nothing is reported, and
 * so is a file that cannot be read: a policy must not go missing silently.
 */
export async function policyFiles(project: Project, collector: Collector): Promise<readonly string[]> {
  const found = await Promise.all(
    project.globs.map(async (pattern, index) => {
      const span = writtenAt(project, index);
      const files = isDynamicPattern(pattern) ? await matching(pattern, project.root) : [pattern];
      if (files.length === 0) collector.report(noPolicies(span, pattern));
      return files.filter((file) => isReadable(project.root, file, span, collector));
    }),
  );
  return [...new Set(found.flat())].sort();
}

/** Whether a project has policies of its own: its `policyc.yaml` may as well be about those of the built-in library. */
export async function hasOwnPolicies({ root, config, globs }: Project): Promise<boolean> {
  if (config.policies !== undefined) return true;
  const found = await Promise.all(globs.map((pattern) => matching(pattern, root)));
  return found.some((files) => files.length > 0);
}

function writtenAt({ document, config }: Project, index: number): Span | undefined {
  return config.policies === undefined ? undefined : document?.valueSpan(["policies", index]);
}

function matching(pattern: string, root: string): Promise<readonly string[]> {
  return glob([pattern], { cwd: root, ignore: ["**/node_modules/**"], expandDirectories: false });
}

function isReadable(root: string, file: string, span: Span | undefined, collector: Collector): boolean {
  try {
    if (statSync(join(root, file)).isDirectory()) {
      collector.report(unreadable(span, file, "it is a folder"));
      return false;
    }
    accessSync(join(root, file), constants.R_OK);
    return true;
  } catch (error) {
    collector.report(unreadable(span ?? startOf(file), file, reasonOf(error)));
    return false;
  }
}
