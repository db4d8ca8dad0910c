import { setTimeout as pause } from "node:timers/promises";
import { kindOf } from "../documents.js";
import type { JsonObject } from "../json.js";
import { differenceBetween, type Verdict } from "../outcome.js";
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
  /** Whether the policies read other objects, so that those of a case must be stored for its time. */
  readonly readsOthers: boolean;
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
  const answers: Answer[] = [];
  for (const one of cases) {
    const existing = existingFor(one, cluster);
    if (existing.length > 0) answers.push(await askAmong(existing, one, { cluster, policies }));
  }
  await cluster.activation.activate(policies);
  for (const one of cases.filter((other) => existingFor(other, cluster).length === 0))
    answers.push(await ask(cluster, one));
  return answers;
}

async function ask(cluster: Cluster, one: UpstreamCase): Promise<Answer> {
  const subject = subjectOf(one.review);
  if (subject !== undefined) await ensureNamespace(cluster, subject, one.inventory);
  return { one, verdict: await requestVerdict(cluster, one.review) };
}

/** What must be stored before a case makes sense: what it changes or removes, and the objects that a policy reads. */
function existingFor({ review, inventory }: UpstreamCase, { readsOthers }: Cluster): readonly JsonObject[] {
  const changed = existingObject(review);
  // Namespaces are made anyway, with the labels that a case gives them.
  const others = readsOthers ? inventory.filter((other) => kindOf(other) !== "Namespace") : [];
  return [...others, ...(changed === undefined ? [] : [changed])];
}

interface InForce {
  readonly cluster: Cluster;
  readonly policies: readonly JsonObject[];
}

/**
 * What is there beforehand is stored while no policy of ours is in force, and gone again before the next case creates
 * an object of the same name. One case at a time: they share names, too.
 */
async function askAmong(
  existing: readonly JsonObject[],
  one: UpstreamCase,
  { cluster, policies }: InForce,
): Promise<Answer> {
  const { resources, activation } = cluster;
  await activation.activate([]);
  const refusals: string[] = [];
  for (const object of existing) {
    await ensureNamespace(cluster, object, one.inventory);
    const refusal = await storeExisting(cluster, object);
    if (refusal !== undefined) refusals.push(refusal);
  }
  await activation.activate(policies);
  const [refusal] = refusals;
  const answer =
    refusal === undefined ? await askUntilSeen(cluster, one) : { one, verdict: notStored(refusal) };
  // Our policy may match DELETE, too.
  await activation.activate([]);
  for (const object of existing) await resources.remove(object);
  return answer;
}

/** Others are seen a moment after they were stored: the question is asked again as long as the answer is not right. */
async function askUntilSeen(cluster: Cluster, one: UpstreamCase): Promise<Answer> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const answer = await ask(cluster, one);
    const isRight = differenceBetween(one.expects, answer.verdict) === undefined;
    if (isRight || !cluster.readsOthers || performance.now() > deadline) return answer;
    await pause(200);
  }
}

/** Milliseconds. */
const PATIENCE = 10_000;

function notStored(refusal: string): Verdict {
  return { kind: "not expressible", message: `the API server does not store it: ${refusal}` };
}
