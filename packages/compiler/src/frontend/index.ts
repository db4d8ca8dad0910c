import { isAbsolute, resolve } from "node:path";
import { Collector } from "@policyc/diagnostics";
import { type Policy, verify } from "@policyc/ir";
import type { SourceFile } from "ts-morph";
import { duplicateKind, duplicateName, missingField } from "./diagnostics/declaration.js";
import { Functions } from "./functions.js";
import { lowerPolicy } from "./policy.js";
import { SourceProject } from "./project.js";
import { definitionIn, missingFieldOf } from "./static/definition.js";
import { visitors } from "./visitors/table.js";

/** A policy and the module that it comes from. */
export interface SourcePolicy {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly policy: Policy;
}

export interface Sources {
  /** The project's folder: diagnostics name files relative to it. */
  readonly root: string;
  /** The modules that export a policy each. */
  readonly files: readonly string[];
  readonly collector: Collector;
  readonly onProgress?: (file: string) => void;
  /** Told the absolute paths of all that was read and may change: the modules, what they import, no packages. */
  readonly onInputs?: (files: readonly string[]) => void;
}

/** The modules of a project, read once and kept: what an editor or a watcher compiles again after each change. */
export interface PolicyModules {
  readonly lower: (wanted: Omit<Sources, "root">) => readonly SourcePolicy[];
  /** Takes over what a file says now: this text, which need not be saved yet, or what the disk has. */
  readonly update: (file: string, text?: string) => void;
}

/**
 * Lowers every policy of the given modules. Type errors and constructs outside the language are reported;
 * a policy with an error is left out. Nothing of the modules is executed.
 */
export function lowerPolicies({ root, ...wanted }: Sources): readonly SourcePolicy[] {
  return policyModules(root).lower(wanted);
}

/** Opens a project's modules; each is read when it is first asked for. */
export function policyModules(root: string): PolicyModules {
  const project = new SourceProject(root);
  const absolute = (file: string): string => (isAbsolute(file) ? file : resolve(root, file));
  return {
    lower: ({ files, ...wanted }) => lower(project, files.map(absolute), wanted),
    update: (file, text) => project.update(absolute(file), text),
  };
}

function lower(
  project: SourceProject,
  paths: readonly string[],
  { collector, onProgress, onInputs }: Omit<Sources, "root" | "files">,
): readonly SourcePolicy[] {
  const sources = project.sourceFiles(paths);
  const incomplete = new Set(sources.filter((file) => reportMissingField(file, project, collector)));
  const complete = sources.filter((file) => !incomplete.has(file));
  const broken = project.reportTypeErrors(complete, collector);
  const policies = complete
    .filter((file) => !broken.has(file))
    .flatMap((file): readonly SourcePolicy[] => {
      const path = project.path(file);
      onProgress?.(path);
      const own = new Collector();
      const policy = lowerPolicy(file, { project, collector: own, visitors, functions: new Functions() });
      for (const diagnostic of own.diagnostics) collector.report(diagnostic);
      return policy === undefined || own.hasErrors ? [] : [{ file: path, policy: verify(policy) }];
    });
  reportDuplicates(policies, collector);
  onInputs?.(project.inputs());
  return policies;
}

function reportMissingField(file: SourceFile, project: SourceProject, collector: Collector): boolean {
  const definition = definitionIn(file);
  const field = definition === undefined ? undefined : missingFieldOf(definition);
  if (definition === undefined || field === undefined) return false;
  const start = project.span(definition).start;
  collector.report(missingField({ file: project.path(file), start, end: start }, field));
  return true;
}

function reportDuplicates(policies: readonly SourcePolicy[], collector: Collector): void {
  const names = new Map<string, Policy>();
  const kinds = new Map<string, Policy>();
  for (const { policy } of policies) {
    const sameName = names.get(policy.name);
    const sameKind = kinds.get(policy.constraintKind.toLowerCase());
    if (sameName !== undefined) collector.report(duplicateName(policy.span, policy.name, sameName.span));
    else if (sameKind !== undefined)
      collector.report(duplicateKind(policy.span, policy.constraintKind, sameKind.span));
    names.set(policy.name, policy);
    kinds.set(policy.constraintKind.toLowerCase(), policy);
  }
}
