import type { JsonObject } from "../fixtures/json.js";
import type { AdmissionRequest } from "../fixtures/request.js";

/**
 * `input.review` as Gatekeeper hands it to Rego. Its Go struct has no omitempty on some fields, so that in audit
 * `operation` is the empty text, `oldObject` null and `namespaceObject` empty rather than undefined (tried with gator
 * 3.23.1); the emitted Rego must live with that.
 */
export function reviewOf(request: AdmissionRequest): JsonObject {
  const {
    kind,
    resource,
    subResource,
    name,
    namespace,
    operation,
    userInfo,
    dryRun,
    options,
    object,
    oldObject,
    namespaceObject,
  } = request;
  return {
    uid: "",
    kind: { ...kind },
    resource: { ...(resource ?? { group: "", version: "", resource: "" }) },
    operation: operation ?? "",
    userInfo: userOf(userInfo),
    object: object ?? null,
    oldObject: oldObject ?? null,
    options: options ?? null,
    ...(subResource === undefined ? {} : { subResource }),
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(dryRun === undefined ? {} : { dryRun }),
    namespaceObject: namespaceObject ?? {},
  };
}

function userOf(userInfo: AdmissionRequest["userInfo"]): JsonObject {
  const { username, uid, groups, extra } = userInfo ?? {};
  return {
    ...(username === undefined ? {} : { username }),
    ...(uid === undefined ? {} : { uid }),
    ...(groups === undefined ? {} : { groups }),
    ...(extra === undefined ? {} : { extra }),
  };
}
