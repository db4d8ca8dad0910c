import { emitWithParameters, type WithParameters } from "../emit.js";
import {
  agrees,
  differenceBetween,
  disagrees,
  judge,
  type Outcome,
  type Subject,
  type Verdict,
} from "../outcome.js";
import type { Pair } from "../pairs.js";
import { inParallel } from "../parallel.js";
import { progressOf } from "../progress.js";
import { subjectOf } from "../upstream/review.js";
import type { UpstreamCase, UpstreamTest } from "../upstream/upstream.js";
import { ensureNamespace, existingObject, requestVerdict } from "./admission.js";
import { askCases, type Cluster } from "./ask.js";
import { establish } from "./custom-resources.js";
import { eventually } from "./eventually.js";
import { typeWarnings } from "./type-checking.js";
import { waitUntil } from "./wait-until.js";

/** Where the object lies. */
const sources = [{ kind: "resource" }, { kind: "configMap", namespace: "default" }] as const;

/** A suite, and its policy with the first of its parameters in an object. */
interface Deployed {
  readonly first: UpstreamTest;
  readonly edits: readonly UpstreamTest[];
  readonly emitted: WithParameters;
  readonly emit: (test: UpstreamTest) => WithParameters | undefined;
  readonly subject: (name: string) => Subject;
}

/**
 * Policies whose parameters an object of the cluster holds: every policy is stored with its object and type-checked.
 * Those that can have a ConfigMap (with `POLICYC_CONFORMANCE=all` each) are asked the cases of their suites. Such a policy
 * is stored once; the second and all further parameters of a suite are edits of the object, and at last it is deleted.
 */
export async function checkClusterParameters(
  cluster: Cluster,
  pairs: readonly Pair[],
  report: (line: string) => void,
): Promise<readonly Outcome[]> {
  const policies = pairs.map(deployedOf);
  // All kinds at once: the API server takes its time to find new ones.
  const definitions = policies.flat().flatMap(({ emitted }) => emitted.definitions);
  await establish(cluster.client, cluster.resources, definitions);
  // The forms of a policy have the same name.
  const types = await inParallel(policies, 4, (forms) =>
    inParallel(forms, 1, (deployed) => checkStored(cluster, deployed)),
  );
  const asked = policies.filter((forms) => isAskedAll || forms.length > 1).flat();
  const total = asked.reduce((sum, { first }) => sum + first.cases.length, 0);
  const progress = progressOf("vap-params", total, report);
  const answers = await inParallel(asked, 1, async (deployed) => {
    const own = await ask(cluster, deployed).catch((error: unknown) => [
      disagrees(deployed.subject("is in force"), String(error)),
    ]);
    progress(deployed.first.cases.length);
    return own;
  });
  return [...types.flat(2), ...answers.flat()];
}

const isAskedAll = process.env["POLICYC_CONFORMANCE"] === "all";

function deployedOf({ policy, suite }: Pair): readonly Deployed[] {
  return sources.flatMap((source) => {
    const emit = (test: UpstreamTest): WithParameters | undefined =>
      emitWithParameters(policy, test.parameters, { stage: "enforce", vapParameters: source });
    const subject = (name: string): Subject => ({
      engine: "vap-params",
      policy,
      case: `${source.kind}: ${name}`,
    });
    const [first, ...edits] = suite.tests;
    const emitted = first && emit(first);
    return first === undefined || emitted === undefined ? [] : [{ first, edits, emitted, emit, subject }];
  });
}

/** The object and the policy without its binding: it is type-checked, and denies nothing. */
async function checkStored(
  { client, resources }: Cluster,
  { emitted, subject }: Deployed,
): Promise<readonly Outcome[]> {
  const { object, policies } = emitted;
  const [policy = {}] = policies;
  await waitUntil("the kind of the parameters", () => resources.pathOf(object));
  const answers = [await resources.apply(object), await resources.apply(policy)];
  const path = (await resources.pathOf(policy)) ?? "";
  const refusals = answers.filter(({ ok }) => !ok).map(({ message }) => message);
  const problems = refusals.length > 0 ? refusals : await typeWarnings(client, path);
  for (const stored of [policy, object]) await resources.remove(stored);
  return [
    problems.length === 0 ? agrees(subject("types")) : disagrees(subject("types"), problems.join("\n")),
  ];
}

async function ask(cluster: Cluster, deployed: Deployed): Promise<readonly Outcome[]> {
  const { first, emitted, subject } = deployed;
  const objects = [emitted.object, ...emitted.policies];
  const answers = await askCases(cluster, first.cases, objects);
  // Cases that need something stored before take the policy away again.
  await cluster.activation.activate(objects);
  return [
    ...answers.map(({ one, verdict }) => judge(subject(one.name), one.expects, verdict)),
    ...(await checkEdits(cluster, deployed)),
    ...(await checkDeleted(cluster, deployed)),
  ];
}

async function checkEdits(
  cluster: Cluster,
  { edits, emit, emitted, subject }: Deployed,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const test of edits) {
    const answer = await cluster.resources.apply(emit(test)?.object ?? emitted.object);
    if (!answer.ok) outcomes.push(disagrees(subject(test.name), answer.message));
    for (const one of test.cases.filter(isAlone)) {
      const isRight = (verdict: Verdict): boolean => differenceBetween(one.expects, verdict) === undefined;
      outcomes.push(judge(subject(one.name), one.expects, await askUntil(cluster, one, isRight)));
    }
  }
  return outcomes;
}

/** In the stage `enforce` nothing passes without the object. */
async function checkDeleted(
  cluster: Cluster,
  { first, emitted, subject }: Deployed,
): Promise<readonly Outcome[]> {
  // One that the policy surely looks at.
  const one = first.cases.find((other) => isAlone(other) && other.expects.verdict === "denied");
  if (one === undefined) return [];
  const named = subject(`${one.name} without parameters`);
  await cluster.resources.remove(emitted.object);
  const isDenied = (verdict: Verdict): boolean =>
    verdict.kind === "error" && verdict.message.includes("no params found");
  const verdict = await askUntil(cluster, one, isDenied);
  if (verdict.kind === "not expressible") return [];
  return [isDenied(verdict) ? agrees(named) : disagrees(named, JSON.stringify(verdict))];
}

/** Whether the case needs nothing to be stored before. */
function isAlone({ review }: UpstreamCase): boolean {
  return existingObject(review) === undefined;
}

async function askUntil(
  cluster: Cluster,
  { review, inventory }: UpstreamCase,
  isRight: (verdict: Verdict) => boolean,
): Promise<Verdict> {
  const subject = subjectOf(review);
  if (subject !== undefined) await ensureNamespace(cluster, subject, inventory);
  return eventually(() => requestVerdict(cluster, review), isRight);
}
