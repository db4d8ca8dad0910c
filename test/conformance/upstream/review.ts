import { at, isObject, type JsonObject, listOf, optionalText, textOf } from "../json.js";

/** One request as an admission webhook sees it, as far as the suites say anything about it. */
export interface Review {
  readonly operation: string;
  readonly object: JsonObject | undefined;
  readonly oldObject: JsonObject | undefined;
  readonly userInfo: UserInfo | undefined;
  readonly subResource: string | undefined;
}

export interface UserInfo {
  readonly username: string;
  readonly uid: string | undefined;
  readonly groups: readonly string[];
}

/** What a suite's object file means: a bare object is created, an AdmissionReview says its request itself. */
export function reviewOf(document: JsonObject): Review {
  if (at(document, "kind") !== "AdmissionReview") {
    return {
      operation: "CREATE",
      object: document,
      oldObject: undefined,
      userInfo: undefined,
      subResource: undefined,
    };
  }
  const request = at(document, "request");
  return {
    operation: optionalText(at(request, "operation")) ?? "CREATE",
    object: optionalObject(at(request, "object")),
    oldObject: optionalObject(at(request, "oldObject")),
    userInfo: userInfoOf(at(request, "userInfo")),
    subResource: optionalText(at(request, "subResource")),
  };
}

/** The object that the request is about: on DELETE the one that goes. */
export function subjectOf(review: Review): JsonObject | undefined {
  return review.object ?? review.oldObject;
}

function userInfoOf(value: unknown): UserInfo | undefined {
  if (!isObject(value)) return undefined;
  return {
    username: textOf(at(value, "username")),
    uid: optionalText(at(value, "uid")),
    groups: listOf(at(value, "groups")).map(textOf),
  };
}

function optionalObject(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}
