import { kindOf, nameOf } from "../documents.js";
import type { JsonObject } from "../json.js";
import type { Verdict } from "../outcome.js";
import { type Review, subjectOf, type UserInfo } from "../upstream/review.js";
import type { ApiAnswer, ApiCall, ApiClient } from "./api-client.js";
import { namespaceOf, notServed, type Resources } from "./resources.js";

/** What an answer of the API server says of the policy that is in force. */
export type ReadAnswer = (answer: ApiAnswer) => Verdict;

/** Where requests go, and how what comes back is read. */
export interface Admission {
  readonly client: ApiClient;
  readonly resources: Resources;
  readonly read: ReadAnswer;
}

/** Puts a request to the API server in a dry run: admission is complete, nothing is stored. */
export async function requestVerdict(
  { client, resources, read }: Admission,
  review: Review,
): Promise<Verdict> {
  if (review.subResource !== undefined && review.subResource !== "") {
    return inexpressible(`a request for the sub-resource ${review.subResource}`);
  }
  const subject = subjectOf(review);
  if (subject === undefined) return inexpressible("a review without an object");
  const headers = review.userInfo === undefined ? {} : impersonation(review.userInfo);
  const collection = await resources.collectionOf(subject);
  const path = await resources.pathOf(subject);
  if (collection === undefined || path === undefined) return inexpressible(notServed(subject).message);
  const send = (call: ApiCall): Promise<ApiAnswer> => client.send({ ...call, headers });

  switch (review.operation) {
    case "CREATE":
      return read(await send({ method: "POST", path: `${collection}?dryRun=All`, body: subject }));
    case "UPDATE":
      return read(await send(updateCall(path, review, subject)));
    case "DELETE":
      return read(await send({ method: "DELETE", path: `${path}?dryRun=All` }));
    default:
      return inexpressible(`the operation ${review.operation}`);
  }
}

/** What must be stored before the request makes sense; `undefined` where nothing must. */
export function existingObject(review: Review): JsonObject | undefined {
  if (review.operation === "UPDATE") return review.oldObject ?? review.object;
  return review.operation === "DELETE" ? subjectOf(review) : undefined;
}

/** Stores an object that a request changes or removes; says why where the API server will not have it. */
export async function storeExisting(
  { client, resources }: Admission,
  object: JsonObject,
): Promise<string | undefined> {
  const collection = await resources.collectionOf(object);
  if (collection === undefined) return notServed(object).message;
  const answer = await client.send({ method: "POST", path: collection, body: object });
  return answer.ok ? undefined : answer.message;
}

/** Namespaced objects need their namespace, with the labels that a case gives it. */
export async function ensureNamespace(
  { resources }: Admission,
  object: JsonObject,
  inventory: readonly JsonObject[],
): Promise<void> {
  const name = namespaceOf(object);
  const given = inventory.find((one) => kindOf(one) === "Namespace" && nameOf(one) === name);
  // Applied each time, so that the labels of an earlier case are gone.
  await resources.apply(given ?? { apiVersion: "v1", kind: "Namespace", metadata: { name } });
}

/** Without an old object of its own, the update is one that changes nothing: an empty patch, as far as can be. */
function updateCall(path: string, review: Review, object: JsonObject): ApiCall {
  const query = `${path}?dryRun=All`;
  if (review.oldObject !== undefined) return { method: "PUT", path: query, body: object };
  return { method: "PATCH", path: query, contentType: "application/merge-patch+json", body: object };
}

function impersonation({ username, uid, groups }: UserInfo): Record<string, string | readonly string[]> {
  return {
    "impersonate-user": username,
    ...(uid === undefined ? {} : { "impersonate-uid": uid }),
    ...(groups.length === 0 ? {} : { "impersonate-group": groups }),
  };
}

export function inexpressible(message: string): Verdict {
  return { kind: "not expressible", message: `the API server does not take it: ${message}` };
}
