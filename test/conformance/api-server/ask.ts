import type { JsonObject } from "../json.js";
import type { Verdict } from "../outcome.js";
import { subjectOf } from "../upstream/review.js";
import type { UpstreamCase } from "../upstream/upstream.js";
import type { Activation } from "./activation.js";
import {
  type Admission,
  ensureNamespace,
  existingObject,
  requestVerdict,
  storeExisting,
} from "./admission.js";

export interface Cluster extends Admission {
  readonly activation: Activation;
}

export interface Answer {
  readonly one: UpstreamCase;
  readonly verdict: Verdict;
}

/** Puts these objects in force, and the cases to the API server. */
export async function askCases(
  cluster: Cluster,
  cases: readonly UpstreamCase[],
  policies: readonly JsonObject[],
): Promise<readonly Answer[]> {
  const changing = cases.filter((one) => existingObject(one.review) !== undefined);
  const creating = cases.filter((one) => existingObject(one.review) === undefined);
  const changed = changing.length === 0 ? [] : await askWithExisting(cluster, changing, policies);
  await cluster.activation.activate(policies);
  return [...changed, ...(await askAll(cluster, creating))];
}

async function askAll(cluster: Cluster, cases: readonly UpstreamCase[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const one of cases) {
    const subject = subjectOf(one.review);
    if (subject !== undefined) await ensureNamespace(cluster, subject, one.inventory);
    answers.push({ one, verdict: await requestVerdict(cluster, one.review) });
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
  const { resources, activation } = cluster;
  const answers: Answer[] = [];
  for (const one of cases) {
    const existing = existingObject(one.review) ?? {};
    await activation.activate([]);
    await ensureNamespace(cluster, existing, one.inventory);
    const refusal = await storeExisting(cluster, existing);
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
