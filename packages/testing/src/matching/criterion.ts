import type { JsonObject } from "../fixtures/json.js";
import type { AdmissionRequest } from "../fixtures/request.js";

/** What is matched: the object of the request, or the old one, in its request. */
export interface Subject {
  readonly request: AdmissionRequest;
  readonly object: JsonObject;
}

/** Why a policy does not look at a request, in words of Kubernetes; `undefined` where nothing stands against it. */
export type Reason = string | undefined;
