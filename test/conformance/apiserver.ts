import { checkAcceptance } from "./acceptance.js";
import { type Activation, activationOf } from "./activation.js";
import { ensureNamespace, existingObject, requestVerdict, storeExisting } from "./admission.js";
import type { ApiClient } from "./api-client.js";
import { startControlPlane } from "./control-plane.js";
import type { Dist } from "./dist.js";
import { parseDocuments } from "./documents.js";
import { type Emit, emitFor } from "./emitted.js";
import type { Engines } from "./engines.js";
import { judge, type Outcome, type Verdict } from "./outcome.js";
import type { Pair } from "./pairs.js";
import { type Resources, resourcesOf } from "./resources.js";
import { subjectOf } from "./review.js";
import type { UpstreamCase, UpstreamTest } from "./upstream.js";

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
  const { client, stop } = await startControlPlane(input.engines);
  try {
    input.report(`kube-apiserver: ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const resources = resourcesOf(client);
    const accepted = await checkAcceptance({ client, resources, dist: input.dist });
    input.report(`kube-apiserver: ${accepted.length} checks of emitted objects`);
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
  const refusals = await prepare(cluster, test.cases);
  try {
    await cluster.activation.activate(parseDocuments(vap));
  } catch (error) {
    return test.cases.map((one) => outcome(one, { kind: "error", message: String(error) }));
  }
  const outcomes: Outcome[] = [];
  for (const one of test.cases) {
    const refusal = refusals.get(one);
    const verdict: Verdict =
      refusal === undefined
        ? await requestVerdict(cluster.client, cluster.resources, one.review)
        : { kind: "not expressible", message: `the API server does not store it: ${refusal}` };
    outcomes.push(outcome(one, verdict));
  }
  await cleanUp(cluster, test.cases);
  return outcomes;
}

/** Namespaces, and what is to be changed or removed, while no policy of ours is in force. */
async function prepare(
  { client, resources, activation }: Cluster,
  cases: readonly UpstreamCase[],
): Promise<ReadonlyMap<UpstreamCase, string>> {
  const refusals = new Map<UpstreamCase, string>();
  if (cases.some((one) => existingObject(one.review) !== undefined)) await activation.activate([]);
  for (const one of cases) {
    const subject = subjectOf(one.review);
    if (subject !== undefined) await ensureNamespace(client, subject);
    const existing = existingObject(one.review);
    if (existing === undefined) continue;
    const refusal = await storeExisting(client, resources, existing);
    if (refusal !== undefined) refusals.set(one, refusal);
  }
  return refusals;
}

async function cleanUp({ resources, activation }: Cluster, cases: readonly UpstreamCase[]): Promise<void> {
  const existing = cases.map((one) => existingObject(one.review)).filter((one) => one !== undefined);
  if (existing.length === 0) return;
  // Our policy may match DELETE.
  await activation.activate([]);
  for (const object of existing) await resources.remove(object);
}
