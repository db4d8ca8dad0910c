import { Collector } from "@policyc/diagnostics";
import { findEngine, howToGetTheEngine } from "@policyc/engine";
import type { BundledPolicy } from "../bundles/bundle.js";
import { openLibrary } from "../bundles/library.js";
import { evaluatorsOf } from "../check/engines.js";
import { readInputs } from "../check/input.js";
import { loadInputs } from "../check/load.js";
import { runCheck } from "../check/run.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { isBelow, type Level, levelOf } from "../levels/level.js";
import { type NamespaceLevel, namespaceLevels } from "../levels/namespaces.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import { type LevelsFormat, renderLevels } from "../reporters/levels/index.js";
import type { Session } from "../session.js";
import { noEngine } from "../suites/diagnostics.js";

export interface LevelsOptions {
  /** Files, folders, `-`. */
  readonly paths: readonly string[];
  /** The version of the standards: `latest`, `v1.31`. */
  readonly standard: string;
  readonly engine: readonly ("js" | "wasm")[];
  readonly format: LevelsFormat;
  /** The level that every namespace must meet; absent where the report is all that is wanted. */
  readonly require?: Level;
}

/** `policyc levels`: manifests → the level of the Pod Security Standards that each namespace could enforce. */
export async function levels(options: LevelsOptions, session: Session): Promise<ExitCode> {
  const collector = new Collector();
  const namespaces = await reported(options, session, collector);
  session.progress.end();
  sayDiagnostics(collector, session.cwd, session);
  if (collector.hasErrors || namespaces === undefined) return exitCode.wrongInput;
  session.print(renderLevels(namespaces, options, session));
  const { require: required } = options;
  const failed = required !== undefined && namespaces.some(({ level }) => isBelow(level, required));
  return failed ? exitCode.failed : exitCode.fine;
}

async function reported(
  { paths, standard, engine }: LevelsOptions,
  session: Session,
  collector: Collector,
): Promise<readonly NamespaceLevel[] | undefined> {
  const { progress } = session;
  const inputs = await readInputs(paths, session, collector);
  const bundle = collector.hasErrors ? undefined : await openLibrary(session, collector);
  if (bundle === undefined) return undefined;
  if (engine.includes("wasm") && !bundle.isCompiled && findEngine() === undefined)
    collector.report(noEngine(undefined, ["wasm"], howToGetTheEngine));
  const policies = bundle.policies.filter((one) => levelOf(one) !== undefined).map(at(standard));
  const kinds = policies.flatMap(({ match }) => match.kinds);
  progress.step("read the workloads");
  const loaded = loadInputs(inputs, kinds, collector);
  if (collector.hasErrors) return undefined;
  progress.step("ask the controls");
  const evaluators = await evaluatorsOf(bundle, engine);
  const findings = await runCheck(loaded, { policies, evaluators, collector, onProgress: progress.at });
  return namespaceLevels(loaded.objects, policies, findings);
}

/** The control as the standards of a version have it. */
function at(version: string): (policy: BundledPolicy) => BundledPolicy {
  return (policy) =>
    "version" in policy.params ? { ...policy, params: { ...policy.params, version } } : policy;
}
