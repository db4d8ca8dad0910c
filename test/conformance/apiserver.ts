import { checkAcceptance } from "./api-server/acceptance.js";
import { activationOf } from "./api-server/activation.js";
import { askCases, type Cluster } from "./api-server/ask.js";
import { checkClusterParameters } from "./api-server/cluster-parameters.js";
import { startControlPlane } from "./api-server/control-plane.js";
import { checkMistakes } from "./api-server/mistaken-parameters.js";
import { policyAnswer } from "./api-server/policy-answer.js";
import { resourcesOf } from "./api-server/resources.js";
import { missingCrds } from "./api-server/stand-in-crds.js";
import type { Dist } from "./dist.js";
import { parseDocuments } from "./documents.js";
import { type Emit, emitFor } from "./emitted.js";
import type { Engines } from "./engines.js";
import { judge, type Outcome, type Verdict } from "./outcome.js";
import type { Pair } from "./pairs.js";
import { casesOf, progressOf } from "./progress.js";
import type { UpstreamCase, UpstreamTest } from "./upstream/upstream.js";

export interface ApiServerInput {
  readonly engines: Engines;
  readonly dist: Dist;
  readonly pairs: readonly Pair[];
  /** Those that are put to the policies with their parameters in an object of the cluster. */
  readonly parameterised: readonly Pair[];
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
    const standIns = await missingCrds({ client, resources });
    const accepted = await checkAcceptance({ client, resources, dist: input.dist, standIns });
    input.report(`kube-apiserver: ${accepted.length} checks of emitted objects, ${elapsed()}`);
    const cluster = {
      client,
      resources,
      read: policyAnswer,
      activation: activationOf(client, resources),
      readsOthers: false,
    };
    const progress = progressOf("vap", casesOf(input.pairs), input.report);
    const outcomes: Outcome[] = [];
    for (const pair of input.pairs) {
      for (const test of pair.suite.tests) {
        outcomes.push(...(await runTest(cluster, input, { pair, test })));
        progress(test.cases.length);
      }
    }
    outcomes.push(...(await checkClusterParameters(cluster, input.parameterised, input.report)));
    outcomes.push(...(await checkMistakes(cluster)));
    return [...accepted, ...outcomes];
  } finally {
    await stop();
  }
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
  try {
    const answers = await askCases(cluster, test.cases, parseDocuments(vap));
    return answers.map(({ one, verdict }) => outcome(one, verdict));
  } catch (error) {
    return test.cases.map((one) => outcome(one, { kind: "error", message: String(error) }));
  }
}
