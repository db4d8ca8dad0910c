import { join, resolve } from "node:path";
import { loadPolicies, type ModuleFound, type ParameterSource, type SourcePolicy } from "@policyc/compiler";
import type { Collector } from "@policyc/diagnostics";
import type { Policy } from "@policyc/ir";
import type { EngineName, Suite, SuiteCase, TestResult } from "@policyc/testing";
import type { Compiler } from "../project/compiler.js";
import { defaults } from "../project/config.js";
import { parametersInCluster } from "../project/deployments.js";
import { policyFiles } from "../project/policy-files.js";
import { lastSaid, type Project } from "../project/project.js";
import type { Session } from "../session.js";
import { type SuiteFile, suitesAt, suitesBeside } from "../suites/find-suites.js";
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

/** Who reads policies and suites, and which of a suite's cases matter: a watcher remembers, and wants only some. */
export interface TestMeans {
  readonly load: Compiler["load"];
  readonly read: (file: SuiteFile) => Suite;
  /** By the suite's file and the policy's name. */
  readonly concerns: (suite: string, policy: string) => boolean;
}

/** Everything is read and every case is run. */
export const allAnew: TestMeans = { load: loadPolicies, read: (file) => suiteOf(file), concerns: () => true };

/** Runs the suites of a project. */
export async function testProject(
  project: Project,
  wishes: TestWishes,
  session: Session,
  collector: Collector,
  { load, read, concerns }: TestMeans = allAnew,
): Promise<readonly TestResult[]> {
  const { progress, cwd } = session;
  progress.step("read the policies");
  const modules: ModuleFound[] = [];
  const policies = load({
    root: project.root,
    files: await policyFiles(project, collector),
    collector,
    onProgress: progress.at,
    onModule: (module) => void modules.push(module),
  });
  const parameters = wishes.engines.includes("cel") ? parametersOf(policies, project, collector) : undefined;
  const isAll = wishes.paths.length === 0;
  if (isAll) collector.reportAll(modules.flatMap(({ diagnostics }) => diagnostics));
  if (collector.hasErrors) return [];
  progress.step("read the suites");
  const files = policies.map(({ file }) => join(project.root, file));
  const found = isAll ? await suitesBeside(files, collector) : await suitesAt(wishes.paths, cwd, collector);
  const suites = found.map((file) => read(file));
  if (!isAll)
    collector.reportAll(modulesOf(suites, modules, project).flatMap(({ diagnostics }) => diagnostics));
  if (collector.hasErrors) return [];
  collector.reportAll(suites.flatMap((suite) => suite.diagnostics));
  progress.step("run the cases");
  const minKubernetes = lastSaid(project.layers, "minKubernetes") ?? defaults.minKubernetes;
  const underTest = policiesUnderTest(policies, {
    root: project.root,
    engines: wishes.engines,
    minKubernetes,
    ...(parameters === undefined ? {} : { parameters }),
    collector,
  });
  const { run } = wishes;
  const fileOf = new Map<SuiteCase, string>(
    suites.flatMap(({ file, cases }) => cases.map((one) => [one, file] as const)),
  );
  return runByVersion(suites, underTest, {
    engines: wishes.engines,
    kubernetes: minKubernetes,
    needs: ({ name }) => policies.find(({ policy }) => policy.name === name)?.policy.minKubernetes,
    collector,
    onResult: (result) => progress.at(`${result.policy}: ${result.case}`),
    select: (one, policy) =>
      concerns(fileOf.get(one) ?? "", policy.name) &&
      (run === undefined || run.test(one.name) || run.test(policy.name)),
  });
}

/** The modules that suites are about: of those that name no file nobody knows. */
function modulesOf(
  suites: readonly Suite[],
  modules: readonly ModuleFound[],
  { root }: Project,
): readonly ModuleFound[] {
  const named = suites.flatMap(({ cases }) => cases.map(({ policy }) => policy));
  const files = new Set(named.flatMap((policy) => (policy.kind === "file" ? [resolve(policy.file)] : [])));
  return named.some(({ kind }) => kind !== "file")
    ? modules
    : modules.filter(({ file }) => files.has(resolve(root, file)));
}

/** Where the CEL that `build` writes finds its parameters: what is tested is what is shipped. */
function parametersOf(
  policies: readonly SourcePolicy[],
  project: Project,
  collector: Collector,
): ReadonlyMap<Policy, ParameterSource> {
  return new Map(
    policies.flatMap(({ policy }): [Policy, ParameterSource][] => {
      const source = parametersInCluster(policy, { project, flags: {}, collector });
      return source === undefined ? [] : [[policy, source]];
    }),
  );
}
