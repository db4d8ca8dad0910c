import { checkAcceptance } from "./api-server/acceptance.js";
import { type Activation, activationOf } from "./api-server/activation.js";
import { ensureNamespace, existingObject, requestVerdict, storeExisting } from "./api-server/admission.js";
import type { ApiClient } from "./api-server/api-client.js";
import { startControlPlane } from "./api-server/control-plane.js";
import { type Resources, resourcesOf } from "./api-server/resources.js";
import type { Dist } from "./dist.js";
import { parseDocuments } from "./documents.js";
import { type Emit, emitFor } from "./emitted.js";
import type { Engines } from "./engines.js";
import type { JsonObject } from "./json.js";
import { judge, type Outcome, type Verdict } from "./outcome.js";
import type { Pair } from "./pairs.js";
import { subjectOf } from "./upstream/review.js";
import type { UpstreamCase, UpstreamTest } from "./upstream/upstream.js";

export interface ApiServerInput {
  readonly engines: Engines;
  readonly dist: Dist;
  readonly pairs: readonly Pair[];
  readonly emit: Emit;
  readonly report: (line: string) => void;
}

/** A real API server takes our objects, and its ValidatingAdmissionPolicies answer the cases of others. */
export async function runApiServer(input: ApiServerInput): Promise<readonly Outcome[]> {
  const started = performance.now();
  const elapsed = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const { client, stop } = await startControlPlane(input.engines);
  try {
    input.report(`kube-apiserver: ready, ${elapsed()}`);
    const resources = resourcesOf(client);
    const accepted = await checkAcceptance({ client, resources, dist: input.dist });
    input.report(`kube-apiserver: ${accepted.length} checks of emitted objects, ${elapsed()}`);
    const cluster = { client, resources, activation: activationOf(client, resources) };
    const outcomes: Outcome[] = [];
    for (const pair of input.pairs) {
      for (const test of pair.suite.tests) outcomes.push(...(await runTest(cluster, input, { pair, test })));
    }
    return [...accepted, ...outcomes];
  } finally {
    await stop();
  }
}

interface Cluster {
  readonly client: ApiClient;
  readonly resources: Resources;
  readonly activation: Activation;
}

interface PairedTest {
  readonly pair: Pair;
  readonly test: UpstreamTest;
}

async function runTest(
  cluster: Cluster,
  { emit }: ApiServerInput,
  { pair, test }: PairedTest,
): Promise<readonly Outcome[]> {
  const emitted = await emitFor(emit, pair.policy, test);
  const outcome = (one: UpstreamCase, verdict: Verdict): Outcome =>
    judge({ engine: "vap", policy: pair.policy, case: one.name }, one.expects, verdict);
  if ("failed" in emitted) {
    return test.cases.map((one) => outcome(one, { kind: "error", message: emitted.failed }));
  }
  const { vap } = emitted;
  if (typeof vap !== "string") {
    return test.cases.map((one) => outcome(one, { kind: "not expressible", message: vap.refused }));
  }
  const objects = parseDocuments(vap);
  const changing = test.cases.filter((one) => existingObject(one.review) !== undefined);
  const creating = test.cases.filter((one) => existingObject(one.review) === undefined);
  try {
    const changed = changing.length === 0 ? [] : await askWithExisting(cluster, changing, objects);
    await cluster.activation.activate(objects);
    const created = await askAll(cluster, creating);
    return [...changed, ...created].map(({ one, verdict }) => outcome(one, verdict));
  } catch (error) {
    return test.cases.map((one) => outcome(one, { kind: "error", message: String(error) }));
  }
}

interface Answer {
  readonly one: UpstreamCase;
  readonly verdict: Verdict;
}

async function askAll(
  { client, resources }: Cluster,
  cases: readonly UpstreamCase[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const one of cases) {
    const subject = subjectOf(one.review);
    if (subject !== undefined) await ensureNamespace(client, subject);
    answers.push({ one, verdict: await requestVerdict(client, resources, one.review) });
  }
  return answers;
}

/**
 * What is to be changed or removed is stored while no policy of ours is in force, and gone again before the next
 * case creates an object of the same name. One case at a time: they share names, too.
 */
async function askWithExisting(
  cluster: Cluster,
  cases: readonly UpstreamCase[],
  policies: readonly JsonObject[],
): Promise<readonly Answer[]> {
  const { client, resources, activation } = cluster;
  const answers: Answer[] = [];
  for (const one of cases) {
    const existing = existingObject(one.review) ?? {};
    await activation.activate([]);
    await ensureNamespace(client, existing);
    const refusal = await storeExisting(client, resources, existing);
    await activation.activate(policies);
    if (refusal === undefined) answers.push(...(await askAll(cluster, [one])));
    else answers.push({ one, verdict: notStored(refusal) });
    if (await resources.remove(existing)) continue;
    // Our policy matches DELETE, too.
    await activation.activate([]);
    await resources.remove(existing);
  }
  return answers;
}

function notStored(refusal: string): Verdict {
  return { kind: "not expressible", message: `the API server does not store it: ${refusal}` };
}
