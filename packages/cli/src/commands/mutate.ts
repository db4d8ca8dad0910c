import { createRequire } from "node:module";
import { basename, dirname, join, resolve, sep } from "node:path";
import { loadPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector, type Span } from "@policyc/diagnostics";
import { findEngine, howToGetTheEngine } from "@policyc/engine";
import { type MutationResult, pooled, runMutation } from "@policyc/testing";
import { type ExitCode, exitCode } from "../exit-code.js";
import { defaults } from "../project/config.js";
import { policyFiles } from "../project/policy-files.js";
import { openProject, type Project } from "../project/project.js";
import { selectSources } from "../project/select-sources.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import { renderMutation, renderMutationJson } from "../reporters/mutation.js";
import type { Session } from "../session.js";
import { failingSuite, noEngine } from "../suites/diagnostics.js";
import { suitesBeside } from "../suites/find-suites.js";
import { policiesUnderTest } from "../suites/policies-under-test.js";
import { suiteOf } from "../suites/read-suite.js";

export interface MutateOptions {
  readonly config?: string;
  /** Names of policies; empty for all. */
  readonly only: readonly string[];
  readonly packs?: readonly string[];
  readonly json?: boolean;
}

/** `policyc mutate`: conditions that no case tests. Exit 1 where there are some. */
export async function mutate(options: MutateOptions, session: Session): Promise<ExitCode> {
  const collector = new Collector();
  const project = openProject(session.cwd, options, collector);
  if (findEngine() === undefined) collector.report(noEngine(undefined, ["wasm"], howToGetTheEngine));
  const results =
    project === undefined || collector.hasErrors ? [] : await mutated(project, options, session, collector);
  session.progress.end();
  sayDiagnostics(collector, project?.root ?? session.cwd, session);
  const root = project?.root ?? session.cwd;
  if (options.json === true) session.print(renderMutationJson(results, root, session));
  else session.print(renderMutation(results, root, session));
  if (collector.hasErrors) return exitCode.wrongInput;
  return results.some(({ survivors }) => survivors.length > 0) ? exitCode.failed : exitCode.fine;
}

async function mutated(
  project: Project,
  { only, packs }: MutateOptions,
  session: Session,
  collector: Collector,
): Promise<readonly MutationResult[]> {
  const { progress } = session;
  progress.step("read the policies");
  const files = await policyFiles(project, collector);
  const all = loadPolicies({ root: project.root, files, collector, onProgress: progress.at });
  if (collector.hasErrors) return [];
  const wanted = selectSources(all, { names: only, ...(packs === undefined ? {} : { packs }) }, collector);
  const isAll = only.length === 0 && packs === undefined;
  // A module that policies share is tested by all of them together, so that a few cannot be blamed for it.
  const isOwn = isAll
    ? () => isOwnIn(project.root)
    : ({ file }: SourcePolicy) =>
        (span: Span) =>
          span.file === file;
  progress.step("change them, and run their suites");
  const results: MutationResult[] = [];
  for (const source of wanted) {
    progress.at(source.policy.name);
    results.push(await mutatedPolicy(source, isOwn(source), project, collector));
  }
  return pooled(results);
}

async function mutatedPolicy(
  source: SourcePolicy,
  isOwn: (span: Span) => boolean,
  project: Project,
  collector: Collector,
): Promise<MutationResult> {
  const file = join(project.root, source.file);
  const suites = (await suitesBeside([file], collector)).map((suite) => suiteOf(suite));
  const [underTest] = policiesUnderTest([source], {
    root: project.root,
    engines: ["wasm"],
    minKubernetes: defaults.minKubernetes,
    collector,
  });
  if (underTest === undefined) throw new Error("a policy has no test");
  const { policy } = source;
  const result = await runMutation({ policy, underTest, suites, isOwn });
  for (const name of result.failing)
    collector.report(failingSuite(policy.span, basename(dirname(file)), name));
  return result;
}

/** What the SDK brings is tested there. */
function isOwnIn(root: string): (span: Span) => boolean {
  const sdk = dirname(dirname(createRequire(import.meta.url).resolve("@policyc/sdk")));
  return ({ file }) => {
    const path = resolve(root, file);
    return !path.startsWith(`${sdk}${sep}`) && !path.includes(`${sep}node_modules${sep}`);
  };
}
