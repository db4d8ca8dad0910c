import { Collector } from "@policyc/diagnostics";
import { findEngine, howToGetTheEngine } from "@policyc/engine";
import { type EngineName, engineNames, type TestResult } from "@policyc/testing";
import { type ExitCode, exitCode } from "../exit-code.js";
import { openProject, type Project } from "../project/project.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import { renderTestGithub } from "../reporters/test-github.js";
import { renderTestJson } from "../reporters/test-json.js";
import { renderTestJunit } from "../reporters/test-junit.js";
import { renderTests } from "../reporters/tests.js";
import type { Session } from "../session.js";
import { noEngine, nothingRan } from "../suites/diagnostics.js";
import { type TestMeans, type TestWishes, testProject } from "./test-project.js";

export interface TestOptions extends Omit<TestWishes, "engines"> {
  readonly config?: string;
  readonly engine: readonly (EngineName | "all")[];
  readonly format: TestFormat;
}

const renderAs = {
  pretty: renderTests,
  json: (results, engines, { cwd }) => renderTestJson(results, engines, cwd),
  junit: (results, _, { cwd }) => renderTestJunit(results, cwd),
  github: (results, _, { cwd }) => renderTestGithub(results, cwd),
} as const satisfies Record<string, typeof renderTests>;

export type TestFormat = keyof typeof renderAs;

/** `policyc test`: suites → verdicts. Exit 1 where one is not as expected, 2 where nothing could be tested. */
export async function test(options: TestOptions, session: Session): Promise<ExitCode> {
  const collector = new Collector();
  const { engines, project, results } = await runTests(options, session, collector);
  if (!collector.hasErrors) reportNothingRan(results, options, collector);
  sayDiagnostics(collector, project?.root ?? session.cwd, session);
  session.print(renderAs[options.format](results, engines, session));
  if (collector.hasErrors) return exitCode.wrongInput;
  return results.some(({ outcome }) => outcome === "failed") ? exitCode.failed : exitCode.fine;
}

/** The engines that are wanted, and what they say of the project that there is. */
export interface TestRun {
  readonly engines: readonly EngineName[];
  readonly project: Project | undefined;
  readonly results: readonly TestResult[];
}

/** Runs the suites; nothing where it is known beforehand that they cannot run. */
export async function runTests(
  options: TestOptions,
  session: Session,
  collector: Collector,
  means?: TestMeans,
): Promise<TestRun> {
  const engines = wantedEngines(options);
  const project = openProject(session.cwd, options, collector);
  reportMissingEngine(engines, collector);
  const results =
    project === undefined || collector.hasErrors
      ? []
      : await testProject(project, { ...options, engines }, session, collector, means);
  session.progress.end();
  return { engines, project, results };
}

/** Those of `--engine`, in the order in which they are asked. */
function wantedEngines({ engine }: TestOptions): readonly EngineName[] {
  return engineNames.filter((name) => engine.includes("all") || engine.includes(name));
}

/** A run that cannot evaluate says so before it reads anything. */
function reportMissingEngine(engines: readonly EngineName[], collector: Collector): void {
  const needing = engines.filter((name) => name !== "js");
  if (needing.length > 0 && findEngine() === undefined)
    collector.report(noEngine(undefined, needing, howToGetTheEngine));
}

function reportNothingRan(
  results: readonly TestResult[],
  { run, paths }: TestOptions,
  collector: Collector,
): void {
  if (results.some(({ outcome }) => outcome === "passed" || outcome === "failed")) return;
  const skipped = results.find(({ outcome }) => outcome === "skipped");
  if (skipped !== undefined)
    collector.report(
      nothingRan(undefined, `all were skipped, e.g. because ${skipped.details[0] ?? "a suite says so"}`),
    );
  else if (run !== undefined) collector.report(nothingRan(undefined, `none matches \`${run.source}\``));
  else
    collector.report(
      nothingRan(
        undefined,
        paths.length > 0 ? "the suites have none" : "no policy has a suite.yaml beside it",
      ),
    );
}
