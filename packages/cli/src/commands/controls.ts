import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Collector, startOf } from "@policyc/diagnostics";
import { type BundleChoice, openBundle } from "../bundles/open.js";
import { type Coverage, coverageOf } from "../controls/coverage.js";
import { notKubeBench, otherBenchmark } from "../controls/diagnostics.js";
import { isOf, type KubeBench, readKubeBench } from "../controls/kube-bench.js";
import type { Standard } from "../controls/standard.js";
import { type Framework, standards } from "../controls/standards/index.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { reasonOf } from "../files/reason.js";
import { unreadable } from "../project/diagnostics/configuration.js";
import { type ControlsFormat, renderControls } from "../reporters/controls.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import type { Session } from "../session.js";

export interface ControlsOptions extends Pick<BundleChoice, "config" | "library"> {
  /** Empty for all. */
  readonly frameworks: readonly Framework[];
  /** A report of `kube-bench --json`. */
  readonly kubeBench?: string;
  readonly format: ControlsFormat;
}

const cisVersions: readonly Standard[] = standards.cis;
const benchmarks = cisVersions.flatMap(({ kubeBench = [] }) => kubeBench);

/** `policyc controls`: what the policies cover of the standards, and who checks the rest. */
export async function showControls(options: ControlsOptions, session: Session): Promise<ExitCode> {
  const collector = new Collector();
  const report =
    options.kubeBench === undefined ? undefined : kubeBench(options.kubeBench, session, collector);
  const coverage = collector.hasErrors ? [] : await coverageWith(options, report, session, collector);
  session.progress.end();
  sayDiagnostics(collector, session.cwd, session);
  if (collector.hasErrors) return exitCode.wrongInput;
  session.print(renderControls(coverage, options.format, session));
  return exitCode.fine;
}

async function coverageWith(
  { frameworks, ...options }: ControlsOptions,
  report: KubeBench | undefined,
  session: Session,
  collector: Collector,
): Promise<readonly Coverage[]> {
  const bundle = await openBundle(options, session, collector);
  const policies = bundle?.policies ?? [];
  return Object.entries(standards)
    .filter(([name]) => frameworks.length === 0 || frameworks.some((wanted) => wanted === name))
    .flatMap(([, versions]) => ofReport(versions, report))
    .map((standard) => coverageOf(standard, policies, report));
}

/** The version of a standard that the report is of; else all. */
function ofReport(versions: readonly Standard[], report: KubeBench | undefined): readonly Standard[] {
  const same = versions.filter((standard) => isOf(report, standard));
  return report?.version === undefined || same.length === 0 ? versions : same;
}

function kubeBench(path: string, { cwd }: Session, collector: Collector): KubeBench | undefined {
  try {
    const report = readKubeBench(readFileSync(resolve(cwd, path), "utf8"));
    if (report === undefined) collector.report(notKubeBench(startOf(path), path));
    else if (report.version !== undefined && !benchmarks.includes(report.version))
      collector.report(otherBenchmark(startOf(path), path, report.version, benchmarks.join(", ")));
    return report;
  } catch (error) {
    collector.report(unreadable(startOf(path), path, reasonOf(error)));
    return undefined;
  }
}
