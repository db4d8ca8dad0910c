import type { CommandResult } from "../command.js";
import { at, listOf, textOf } from "../json.js";
import type { Verdict } from "../outcome.js";

/** One result of a policy report: the rule's answer for one resource. */
interface ReportedResult {
  /** `metadata.uid` of the resource, which is how a case finds its answers. */
  readonly uid: string;
  readonly result: string;
  readonly message: string;
}

export type KyvernoReport =
  | { readonly kind: "report"; readonly results: readonly ReportedResult[] }
  | { readonly kind: "broken"; readonly message: string };

/** The report that `kyverno apply -p --output-format json` prints after its warnings. */
export function readKyvernoReport(run: CommandResult): KyvernoReport {
  const line = run.stdout.split("\n").find((one) => one.startsWith("{"));
  // Without a result there is no report either.
  if (run.code === 0 && line === undefined) return { kind: "report", results: [] };
  if (run.code > 1 || line === undefined) return broken(run);
  const report: unknown = JSON.parse(line);
  const results = listOf(at(report, "results")).map((result) => ({
    uid: textOf(at(result, "resources", 0, "uid")),
    result: textOf(at(result, "result")),
    message: textOf(at(result, "message")),
  }));
  return { kind: "report", results };
}

/**
 * All answers for one resource as one verdict. No answer, or one that it was skipped, means that the policy does not
 * match it: an error where the case is about an object that it must look at.
 */
export function verdictFor(report: KyvernoReport, uid: string, mustBeAsked = false): Verdict {
  if (report.kind === "broken") return { kind: "error", message: report.message };
  const own = report.results.filter((result) => result.uid === uid);
  const wrong = own.find((result) => !["pass", "fail", "warn", "skip"].includes(result.result));
  if (wrong !== undefined) return { kind: "error", message: wrong.message };
  if (mustBeAsked && own.every(({ result }) => result === "skip"))
    return { kind: "error", message: "the policy was not asked" };
  const failed = own.filter((result) => result.result === "fail" || result.result === "warn");
  if (failed.length === 0) return { kind: "allowed" };
  const message = failed.map((result) => result.message).join("\n");
  // The CLI reports an expression that failed at run time as an ordinary failure.
  return RUN_TIME_FAILURE.test(message) ? { kind: "error", message } : { kind: "denied", message };
}

const RUN_TIME_FAILURE = /resulted in error: |failed to evaluate /;

function broken(run: CommandResult): KyvernoReport {
  const said = `${run.stderr}\n${run.stdout}`.trim().split("\n").slice(0, 6).join(" ");
  return { kind: "broken", message: `kyverno exited with ${run.code}: ${said || "it said nothing"}` };
}
