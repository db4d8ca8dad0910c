import { basename, resolve } from "node:path";
import { Collector } from "@policyc/diagnostics";
import type { TestResult } from "@policyc/testing";
import type { ExitCode } from "../exit-code.js";
import { findProject, isConfig } from "../project/find.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import { renderTests } from "../reporters/tests.js";
import type { Session } from "../session.js";
import { isSuiteName } from "../suites/find-suites.js";
import { isModule, type LivingCompiler, livingCompiler } from "../watch/compiler.js";
import { watchRounds } from "../watch/rounds.js";
import { type LivingSuites, livingSuites } from "../watch/suites.js";
import { runTests, type TestOptions } from "./test.js";
import type { TestMeans } from "./test-project.js";

interface Living {
  readonly compiler: LivingCompiler;
  readonly suites: LivingSuites;
  /** Suites with a case that did not pass the last time: they run until all is well. */
  readonly failing: Set<string>;
}

/** `policyc test --watch`: all cases, then after each change those that it concerns and those that failed. */
export async function watchTest(options: TestOptions, session: Session): Promise<ExitCode> {
  const place = findProject(session.cwd, options.config);
  const compiler = livingCompiler(place.root);
  const suites = livingSuites();
  const living: Living = { compiler, suites, failing: new Set() };
  return watchRounds(
    {
      paths: [place.root, ...options.paths.map((path) => resolve(session.cwd, path))],
      concerns: (file) =>
        isModule(file) || isConfig(place, file) || isSuiteName(basename(file)) || suites.inputs().has(file),
      inputs: () => [...compiler.inputs(), ...suites.inputs()],
      round: async (changed) => {
        compiler.update(changed);
        suites.update(changed);
        return testRound(options, living, session);
      },
    },
    session,
  );
}

async function testRound(options: TestOptions, living: Living, session: Session): Promise<string> {
  const collector = new Collector();
  const { engines, project, results } = await runTests(options, session, collector, meansOf(living));
  sayDiagnostics(collector, project?.root ?? session.cwd, session);
  if (results.length > 0 || !collector.hasErrors) settle(results, living);
  if (results.length > 0) return renderTests(results, engines, session).trimEnd();
  return collector.hasErrors ? `${session.colours.bad("✗")} no case ran` : "no case is concerned";
}

function meansOf({ compiler, suites, failing }: Living): TestMeans {
  // When suites run, all policies have been read: what has been compiled again is known.
  let compiled: ReadonlySet<string> = new Set();
  return {
    load: (sources) => {
      const policies = compiler.load(sources);
      compiled = new Set(compiler.compiled());
      return policies;
    },
    read: suites.read,
    concerns: (suite, policy) => compiled.has(policy) || suites.isFresh(suite) || failing.has(suite),
  };
}

function settle(results: readonly TestResult[], { compiler, suites, failing }: Living): void {
  compiler.settle();
  suites.settle();
  for (const { suite } of results) failing.delete(suite);
  for (const { suite, outcome } of results)
    if (outcome === "failed" || outcome === "broken") failing.add(suite);
}
