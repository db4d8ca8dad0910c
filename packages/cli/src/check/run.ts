import type { Collector, Span } from "@policyc/diagnostics";
import {
  agreement,
  type EngineVerdict,
  type Fixture,
  formatPath,
  type Inventory,
  type JsonObject,
  kindOf,
  type Manifest,
  type Verdict,
} from "@policyc/testing";
import type { BundledPolicy } from "../bundles/bundle.js";
import { enginesDiffer, policyFailed } from "./diagnostics.js";
import type { Evaluators } from "./engines.js";
import type { Finding, Subject } from "./finding.js";
import type { Loaded } from "./load.js";
import { metadataText, nameOf } from "./names.js";
import { type Asked, questions } from "./questions.js";

export interface CheckRun {
  readonly policies: readonly BundledPolicy[];
  readonly evaluators: Evaluators;
  readonly collector: Collector;
  /** Told what is looked at. */
  readonly onProgress: (what: string) => void;
}

/** Asks every policy about everything that it looks at. The objects of the run are each other's surroundings. */
export async function runCheck(loaded: Loaded, run: CheckRun): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const { asked, inventory } = await questions(loaded, run.policies, run.collector);
  for (const one of asked) {
    run.onProgress(one.manifest.file);
    const verdict = await verdictOn(one, inventory, run);
    findings.push(...verdict.violations.map(({ message, at }) => finding(one, message, at)));
  }
  return findings.sort(byPlace);
}

async function verdictOn(
  { policy, manifest, fixture }: Asked,
  inventory: Inventory,
  run: CheckRun,
): Promise<Verdict> {
  const question = { request: fixture.request, params: policy.params, inventory };
  const verdicts: EngineVerdict[] = [];
  for (const { engine, evaluate } of await run.evaluators(policy)) {
    if (engine === "cel" && fixture.about === "document") continue;
    try {
      verdicts.push({ engine, verdict: evaluate(question) });
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      run.collector.report(policyFailed(placeOf(manifest), policy.name, engine, problem));
    }
  }
  const agreed = agreement(verdicts);
  if (!agreed.agrees) run.collector.report(enginesDiffer(placeOf(manifest), policy.name, agreed.table));
  // Where they differ, the one that found something is shown: nothing passes because an engine was wrong.
  return verdicts.find(({ verdict }) => !verdict.allowed)?.verdict ?? { allowed: true, violations: [] };
}

function finding(
  { policy, manifest, fixture }: Asked,
  message: string,
  at: Parameters<Fixture["locate"]>[0] | undefined,
): Finding {
  const span = at === undefined ? placeOf(manifest) : fixture.locate(at);
  return { policy, message, span, subject: subjectOf(manifest, fixture, policy) };
}

function placeOf({ locate }: Manifest): Span {
  return locate(["metadata", "name"]);
}

/** Some documents have a name, as objects have: the reports that an operator keeps in a cluster. */
function subjectOf(
  { object, holder }: Manifest,
  { about, request }: Fixture,
  { match }: BundledPolicy,
): Subject {
  const declared = match.kinds.find((one) => one.kind === request.kind.kind);
  const kind = (about === "document" ? declared?.document?.title : undefined) ?? request.kind.kind;
  const own = { kind, ...namesOf(object) };
  if (holder === undefined) return own;
  const field = formatPath(holder.path);
  return { ...own, holder: { kind: kindOf(holder.object).kind, ...namesOf(holder.object), field } };
}

function namesOf(object: JsonObject): Pick<Subject, "namespace" | "name"> {
  const name = nameOf(object);
  const namespace = metadataText(object, "namespace");
  return { ...(namespace === undefined ? {} : { namespace }), ...(name === undefined ? {} : { name }) };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.span.file.localeCompare(b.span.file) ||
    a.span.start.line - b.span.start.line ||
    a.span.start.column - b.span.start.column ||
    a.policy.name.localeCompare(b.policy.name)
  );
}
