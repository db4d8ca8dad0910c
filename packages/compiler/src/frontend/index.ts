import { isAbsolute, resolve } from "node:path";
import { Collector, type Diagnostic } from "@policyc/diagnostics";
import { type Policy, verify } from "@policyc/ir";
import { hazardsIn } from "../passes/hazards/index.js";
import { withOrderedSets } from "../passes/hazards/ordered-sets.js";
import { duplicateKind, duplicateName, missingField } from "./diagnostics/declaration.js";
import { escapesTypes } from "./diagnostics/types.js";
import { Functions } from "./functions/functions.js";
import { LoweredModules, type SourcePolicy } from "./lowered-modules.js";
import { lowerPolicy } from "./policy.js";
import { SourceProject } from "./project/project.js";
import { definitionIn, missingFieldsOf, nameIn } from "./static/definition.js";
import type { ts } from "./typescript.js";
import { visitors } from "./visitors/table.js";

export type { SourcePolicy };

export interface Sources {
  /** The project's folder: diagnostics name files relative to it. */
  readonly root: string;
  /** The modules that export a policy each. */
  readonly files: readonly string[];
  readonly collector: Collector;
  readonly onProgress?: (file: string) => void;
  /** Told each policy as soon as it is lowered; whether another has the same name is not known yet. */
  readonly onPolicy?: (policy: SourcePolicy) => void;
  /** Told what was found in each module, in place of the collector: who wants some policies need not hear of the others. */
  readonly onModule?: (module: ModuleFound) => void;
  /** Told the absolute paths of all that was read and may change: the modules, what they import, no packages. */
  readonly onInputs?: (files: readonly string[]) => void;
}

/** A module, and what is to be said of it. */
export interface ModuleFound {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** The policy's name, as far as it can be read, whatever else is wrong. */
  readonly name: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The modules of a project, read once and kept: what an editor or a watcher compiles again after each change. A policy
 * whose modules are as they were is not lowered again, and one that comes out as it was is the same object as before.
 */
export interface PolicyModules {
  readonly lower: (wanted: Omit<Sources, "root">) => readonly SourcePolicy[];
  /** Takes over what a file says now: this text, which need not be saved yet, or what the disk has (perhaps none). */
  readonly update: (file: string, text?: string) => void;
}

/**
 * Lowers every policy of the given modules. Type errors and constructs outside the language are reported;
 * a policy with an error is left out. Nothing of the modules is executed.
 */
export function lowerPolicies({ root, ...wanted }: Sources): readonly SourcePolicy[] {
  return policyModules(root).lower(wanted);
}

/** Opens a project's modules; each is read when it is first asked for, and lowered again when it may have changed. */
export function policyModules(root: string): PolicyModules {
  const project = new SourceProject(root);
  const lowered = new LoweredModules(project);
  const absolute = (file: string): string => (isAbsolute(file) ? file : resolve(root, file));
  return {
    lower: ({ files, ...wanted }) => {
      const sources = project.sourceFiles(files.map(absolute));
      lowerInto(lowered, sources, project, wanted);
      const policies = sources.flatMap((file) => lowered.get(file)?.policies ?? []);
      for (const file of sources) {
        const diagnostics = lowered.get(file)?.diagnostics ?? [];
        if (wanted.onModule === undefined) wanted.collector.reportAll(diagnostics);
        else wanted.onModule({ file: project.path(file), name: nameIn(file), diagnostics });
      }
      reportDuplicates(policies, wanted.collector);
      wanted.onInputs?.(project.inputs());
      return policies;
    },
    update: (file, text) => {
      const path = absolute(file);
      if (!project.isChanged(path, text)) return;
      lowered.forgetUsersOf(project.known(path));
      project.update(path, text);
    },
  };
}

/** Lowers the modules that have not been lowered as they are now. */
function lowerInto(
  lowered: LoweredModules,
  sources: readonly ts.SourceFile[],
  project: SourceProject,
  { onProgress, onPolicy }: Pick<Sources, "onProgress" | "onPolicy">,
): void {
  const fresh = sources.filter((file) => lowered.get(file) === undefined);
  const complete = fresh.filter((file) => {
    const incomplete = missingFieldsIn(file, project);
    if (incomplete !== undefined) lowered.remember(file, { policies: [], diagnostics: [incomplete] });
    return incomplete === undefined;
  });
  // One after the other: who waits for policies has the first before the types of the last are checked.
  const problemsIn = project.typeProblems();
  for (const file of complete) {
    const problems = problemsIn(file);
    if (problems.some(({ code }) => code !== escapesTypes.code)) {
      lowered.remember(file, { policies: [], diagnostics: problems });
      continue;
    }
    onProgress?.(project.path(file));
    const own = new Collector();
    for (const problem of problems) own.report(problem);
    const { policies } = lowered.remember(file, {
      policies: policiesIn(file, project, own),
      diagnostics: own.diagnostics,
    });
    for (const policy of policies) onPolicy?.(policy);
  }
}

function policiesIn(file: ts.SourceFile, project: SourceProject, report: Collector): readonly SourcePolicy[] {
  const collector = new Collector();
  const lowered = lowerPolicy(file, { project, collector, visitors, functions: new Functions() });
  const policy = lowered === undefined || collector.hasErrors ? lowered : withOrderedSets(lowered);
  if (policy !== undefined && !collector.hasErrors) collector.reportAll(hazardsIn(policy));
  report.reportAll(collector.diagnostics);
  return policy === undefined || collector.hasErrors
    ? []
    : [{ file: project.path(file), policy: verify(policy) }];
}

function missingFieldsIn(file: ts.SourceFile, project: SourceProject): Diagnostic | undefined {
  const definition = definitionIn(file);
  const fields = definition === undefined ? [] : missingFieldsOf(definition);
  if (definition === undefined || fields.length === 0) return undefined;
  const start = project.span(definition).start;
  return missingField({ file: project.path(file), start, end: start }, ...fields);
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
