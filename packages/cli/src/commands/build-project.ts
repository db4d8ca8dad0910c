import { relative } from "node:path";
import type { EmittedFile, SourcePolicy } from "@policyc/compiler";
import { type Collector, startOf } from "@policyc/diagnostics";
import { checkEmitted } from "../checks/emitted.js";
import { changedByHand, unwritable } from "../files/diagnostics.js";
import { type Manifest, manifestFile, manifestOf, readManifest } from "../files/manifest.js";
import { planWrite, shownPath, type WritePlan } from "../files/plan.js";
import { writeAtomically } from "../files/write-atomically.js";
import { type Compiler, freshCompiler } from "../project/compiler.js";
import { type DeploymentFlags, expectedDeployment, planDeployments } from "../project/deployments.js";
import { unknownPolicy } from "../project/diagnostics/configuration.js";
import { policyFiles } from "../project/policy-files.js";
import { outFolder, type Project } from "../project/project.js";
import { suggest } from "../project/suggest.js";
import type { Built } from "../reporters/build.js";
import { count } from "../reporters/count.js";
import type { Session } from "../session.js";

export interface BuildWishes extends DeploymentFlags {
  readonly out?: string;
  /** Compare, and write nothing. */
  readonly check?: boolean;
  /** Let the engines themselves read what is to be written, first. */
  readonly verify?: boolean;
  /** Names of policies; empty for all. */
  readonly only: readonly string[];
}

/**
 * From a project's files to its output folder; `undefined`, with nothing written, where something was reported. A
 * compiler that remembers compiles only what has changed since.
 */
export async function buildProject(
  project: Project,
  wishes: BuildWishes,
  session: Session,
  collector: Collector,
  compiler: Compiler = freshCompiler(),
): Promise<Built | undefined> {
  const { progress } = session;
  progress.step("read the policies");
  const files = await policyFiles(project, collector);
  const planning = { project, flags: wishes, today: session.today };
  const policies = compiler.load({
    root: project.root,
    files,
    collector,
    onProgress: progress.at,
    onModule: ({ name, diagnostics }) => {
      // The policies that nobody asks for may be unfinished.
      if (name === undefined || isNamed(name, wishes)) collector.reportAll(diagnostics);
    },
    onPolicy: (source) => {
      const expected = expectedDeployment(source, planning);
      if (expected !== undefined && isWanted(expected, wishes)) compiler.expect?.(expected);
    },
  });
  const isPartly = policies.length < files.length;
  const planned = planDeployments({
    ...planning,
    project: isPartly ? { ...project, isPartly } : project,
    policies,
    collector,
  });
  reportUnknownNames(wishes.only, policies, collector);
  const deployments = planned.filter((one) => isWanted(one, wishes));
  progress.step(`make the manifests of ${count(deployments.length, "policy", "policies")}`);
  const emitted = await compiler.emit({ deployments, collector });
  if (collector.hasErrors) return undefined;
  if (wishes.verify === true) {
    progress.step("let OPA and Kubernetes' CEL check them");
    await checkEmitted({ files: emitted, deployments, collector, onProgress: progress.at });
    if (collector.hasErrors) return undefined;
  }
  progress.step("compare and write");
  const plan = planFor(outFolder(project, wishes.out, session.cwd), emitted, wishes);
  if (wishes.check !== true) write(plan, session, collector);
  return { deployments, emitted, plan };
}

function isWanted({ policy }: SourcePolicy, wishes: BuildWishes): boolean {
  return isNamed(policy.name, wishes);
}

function isNamed(name: string, { only }: BuildWishes): boolean {
  return only.length === 0 || only.includes(name);
}

function reportUnknownNames(
  only: readonly string[],
  policies: readonly SourcePolicy[],
  collector: Collector,
): void {
  // A policy that could not be read has no name here: what is wrong with it has been said.
  if (collector.hasErrors) return;
  const known = policies.map(({ policy }) => policy.name);
  for (const name of only) {
    if (!known.includes(name)) collector.report(unknownPolicy(undefined, name, suggest(name, known), known));
  }
}

/** A build of some policies or targets leaves the files of the others, and the lists of all of them, as they are. */
function planFor(folder: string, emitted: readonly EmittedFile[], { only, targets }: BuildWishes): WritePlan {
  const earlier = readManifest(folder);
  if (only.length === 0 && targets === undefined) {
    return planWrite(folder, [...emitted, manifestFile(manifestOf(emitted))], earlier);
  }
  const own =
    only.length === 0 ? emitted : emitted.filter((file) => !file.path.endsWith("/kustomization.yaml"));
  const together: Manifest = { files: { ...earlier.files, ...manifestOf(own).files } };
  return planWrite(folder, [...own, manifestFile(together)], { files: {} });
}

function write(plan: WritePlan, { cwd }: Session, collector: Collector): void {
  const result = writeAtomically(plan);
  if (result.kind === "refused") {
    for (const { path, reason } of result.obstacles) {
      collector.report(unwritable(undefined, relative(cwd, path) || path, reason));
    }
    return;
  }
  for (const path of plan.changedByHand) {
    const shown = shownPath(plan.folder, path, cwd);
    collector.report(changedByHand(startOf(shown), shown));
  }
}
