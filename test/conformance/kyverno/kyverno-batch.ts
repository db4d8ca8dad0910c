import { kindOf, nameOf } from "../documents.js";
import { at, type JsonObject, textOf } from "../json.js";
import { subjectOf } from "../upstream/review.js";
import type { UpstreamCase } from "../upstream/upstream.js";

/** Cases that one `kyverno apply` can answer: the CLI has one operation, one user and one context per process. */
export interface Batch {
  readonly cases: readonly UpstreamCase[];
}

/** Puts each case in the first batch that can take it. */
export function batchesOf(cases: readonly UpstreamCase[]): readonly Batch[] {
  const batches: UpstreamCase[][] = [];
  for (const one of cases) {
    const batch = batches.find((taken) => taken.every((other) => canShare(one, other)));
    if (batch === undefined) batches.push([one]);
    else batch.push(one);
  }
  return batches.map((batch) => ({ cases: batch }));
}

// Two objects of the same name make the CLI panic ("already exists"): it keeps them in a fake cluster.
function canShare(one: UpstreamCase, other: UpstreamCase): boolean {
  return circumstances(one) === circumstances(other) && identity(one) !== identity(other);
}

function circumstances({ review, inventory }: UpstreamCase): string {
  return JSON.stringify([review.operation, review.userInfo, inventory]);
}

function identity({ review }: UpstreamCase): string {
  const object: JsonObject = subjectOf(review) ?? {};
  const namespace = textOf(at(object, "metadata", "namespace")) || "default";
  return JSON.stringify([textOf(at(object, "apiVersion")), kindOf(object), namespace, nameOf(object)]);
}
