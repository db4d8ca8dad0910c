import { Collector } from "@policyc/diagnostics";
import { findEngine, howToGetTheEngine } from "@policyc/engine";
import type { Severity } from "@policyc/ir";
import { type EngineName, engineNames } from "@policyc/testing";
import type { OpenBundle } from "../bundles/bundle.js";
import { type BundleChoice, openBundle } from "../bundles/open.js";
import { evaluatorsOf } from "../check/engines.js";
import { placesOf } from "../check/fault.js";
import { readInputs } from "../check/input.js";
import { loadInputs } from "../check/load.js";
import type { CheckReport } from "../check/report.js";
import { runCheck } from "../check/run.js";
import { isWaiting, type Selection, selectPolicies } from "../check/select.js";
import { isAtLeast } from "../check/severity.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { type CheckFormat, renderCheck } from "../reporters/check/index.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import type { Session } from "../session.js";
import { noEngine } from "../suites/diagnostics.js";

export interface CheckOptions extends Selection, BundleChoice {
  /** Files, folders, `-`. */
  readonly paths: readonly string[];
  readonly engine: readonly (EngineName | "all")[];
  readonly format: CheckFormat;
  /** The mildest violation that fails the check. */
  readonly failOn: Severity;
}

/** `policyc check`: manifests and documents → violations. Exit 1 where one is bad enough, 2 where something is wrong. */
export async function check(options: CheckOptions, session: Session): Promise<ExitCode> {
  const collector = new Collector();
  const report = await checked(options, session, collector);
  session.progress.end();
  sayDiagnostics(collector, session.cwd, session);
  if (report !== undefined) session.print(renderCheck(report, options.format, session, collector));
  if (collector.hasErrors || report === undefined) return exitCode.wrongInput;
  const failed = report.findings.some(({ policy }) => isAtLeast(policy.severity, options.failOn));
  return failed ? exitCode.failed : exitCode.fine;
}

async function checked(
  options: CheckOptions,
  session: Session,
  collector: Collector,
): Promise<CheckReport | undefined> {
  const { progress } = session;
  const inputs = await readInputs(options.paths, session, collector);
  const bundle = collector.hasErrors ? undefined : await openBundle(options, session, collector);
  if (bundle === undefined) return undefined;
  const selected = selectPolicies(bundle.policies, options, collector);
  const waiting = selected.filter((policy) => bundle.isLibrary && isWaiting(policy, options));
  const policies = selected.filter((policy) => !waiting.includes(policy));
  const engines = engineNames.filter(
    (name) => options.engine.includes("all") || options.engine.includes(name),
  );
  reportMissingEngine(engines, bundle, collector);
  if (collector.hasErrors) return undefined;
  progress.step("read what is to be checked");
  const loaded = loadInputs(
    inputs,
    policies.flatMap(({ match }) => match.kinds),
    collector,
  );
  progress.step("ask the policies");
  const evaluators = await evaluatorsOf(bundle, engines);
  const findings = await runCheck(loaded, { policies, evaluators, collector, onProgress: progress.at });
  return {
    findings,
    places: placesOf(findings),
    skipped: loaded.skipped,
    objects: loaded.objects.length,
    documents: loaded.documents.length,
    policies,
    waiting,
    source: bundle.source,
    engines,
  };
}

function reportMissingEngine(
  engines: readonly EngineName[],
  { isCompiled }: OpenBundle,
  collector: Collector,
): void {
  const needing = engines.filter((name) => name !== "js" && !(name === "wasm" && isCompiled));
  if (needing.length > 0 && findEngine() === undefined)
    collector.report(noEngine(undefined, needing, howToGetTheEngine));
}
