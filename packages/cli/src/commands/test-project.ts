import { join } from "node:path";
import { loadPolicies, type SourcePolicy } from "@policyc/compiler";
import type { Collector } from "@policyc/diagnostics";
import type { EngineName, TestResult } from "@policyc/testing";
import { defaults } from "../project/config.js";
import { policyFiles } from "../project/policy-files.js";
import { lastSaid, type Project } from "../project/project.js";
import type { Session } from "../session.js";
import { suitesAt, suitesBeside } from "../suites/find-suites.js";
import { policiesUnderTest } from "../suites/policies-under-test.js";
import { suiteOf } from "../suites/read-suite.js";
import { runByVersion } from "../suites/run-by-version.js";

export interface TestWishes {
  readonly engines: readonly EngineName[];
  /** Suites, or folders of suites; empty for those beside the policies. */
  readonly paths: readonly string[];
  /** Only cases whose policy or name matches. */
  readonly run?: RegExp;
}

/** Runs the suites of a project; policies that have been read already need not be read again. */
export async function testProject(
  project: Project,
  wishes: TestWishes,
  session: Session,
  collector: Collector,
  read?: readonly SourcePolicy[],
): Promise<readonly TestResult[]> {
  const { progress, cwd } = session;
  progress.step("read the policies");
  const policies = read ?? (await readPolicies(project, session, collector));
  if (collector.hasErrors) return [];
  progress.step("read the suites");
  const files = policies.map(({ file }) => join(project.root, file));
  const found =
    wishes.paths.length === 0
      ? await suitesBeside(files, collector)
      : await suitesAt(wishes.paths, cwd, collector);
  const suites = found.map(suiteOf);
  for (const diagnostic of suites.flatMap((suite) => suite.diagnostics)) collector.report(diagnostic);
  progress.step("run the cases");
  const minKubernetes = lastSaid(project.layers, "minKubernetes") ?? defaults.minKubernetes;
  const underTest = policiesUnderTest(policies, {
    root: project.root,
    engines: wishes.engines,
    minKubernetes,
    collector,
  });
  const { run } = wishes;
  return runByVersion(suites, underTest, {
    engines: wishes.engines,
    kubernetes: minKubernetes,
    needs: ({ name }) => policies.find(({ policy }) => policy.name === name)?.policy.minKubernetes,
    collector,
    onResult: (result) => progress.at(`${result.policy}: ${result.case}`),
    select: (one, policy) => run === undefined || run.test(one.name) || run.test(policy.name),
  });
}

async function readPolicies(
  project: Project,
  { progress }: Session,
  collector: Collector,
): Promise<readonly SourcePolicy[]> {
  const files = await policyFiles(project, collector);
  return loadPolicies({ root: project.root, files, collector, onProgress: progress.at });
}
