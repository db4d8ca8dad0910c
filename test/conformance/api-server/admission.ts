import type { JsonObject } from "../json.js";
import type { Verdict } from "../outcome.js";
import { type Review, subjectOf, type UserInfo } from "../upstream/review.js";
import type { ApiAnswer, ApiCall, ApiClient } from "./api-client.js";
import { namespaceOf, notServed, type Resources } from "./resources.js";

/** Puts a request to the API server in a dry run: admission is complete, nothing is stored. */
export async function requestVerdict(
  client: ApiClient,
  resources: Resources,
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
      return verdictOf(await send({ method: "POST", path: `${collection}?dryRun=All`, body: subject }));
    case "UPDATE":
      return verdictOf(await send(updateCall(path, review, subject)));
    case "DELETE":
      return verdictOf(await send({ method: "DELETE", path: `${path}?dryRun=All` }));
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
  client: ApiClient,
  resources: Resources,
  object: JsonObject,
): Promise<string | undefined> {
  const collection = await resources.collectionOf(object);
  if (collection === undefined) return notServed(object).message;
  const answer = await client.send({ method: "POST", path: collection, body: object });
  return answer.ok ? undefined : answer.message;
}

/** Namespaced objects need their namespace. */
export async function ensureNamespace(client: ApiClient, object: JsonObject): Promise<void> {
  const name = namespaceOf(object);
  const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name } };
  // That it exists already is as good.
  if (name !== "default") await client.send({ method: "POST", path: "/api/v1/namespaces", body: namespace });
}

/** A denial by one of our policies, told from the API server's own refusals, which say nothing about a policy. */
function verdictOf(answer: ApiAnswer): Verdict {
  const warning = answer.warnings.find((one) =>
    one.includes("Validation failed for ValidatingAdmissionPolicy"),
  );
  if (answer.ok) return warning === undefined ? { kind: "allowed" } : { kind: "denied", message: warning };
  const { message } = DENIAL.exec(answer.message)?.groups ?? {};
  if (message === undefined) return inexpressible(answer.message);
  return RUN_TIME_FAILURE.test(message) ? { kind: "error", message } : { kind: "denied", message };
}

const DENIAL = /ValidatingAdmissionPolicy '[^']*' with binding '[^']*' denied request: (?<message>.*)$/s;
const RUN_TIME_FAILURE = /^(?:expression '.*' resulted in error: |failed to )/s;

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

function inexpressible(message: string): Verdict {
  return { kind: "not expressible", message: `the API server does not take it: ${message}` };
}
