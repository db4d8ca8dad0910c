import type { Match } from "@policyc/ir";
import type { Admission, Policy } from "@policyc/sdk";
import { bare, bareOf, bareWithoutNulls } from "../fixtures/bare.js";
import type { Inventory } from "../fixtures/inventory.js";
import type { JsonObject } from "../fixtures/json.js";
import type { AdmissionRequest } from "../fixtures/request.js";
import { constraintMatches } from "../matching/constraint-match.js";
import { type Exclusions, matches } from "../matching/matches.js";
import { allowed, type Evaluator, type Params, type Question, type Verdict, verdictOf } from "./evaluator.js";
import { lastOf } from "./last-of.js";
import { pathOf } from "./location.js";

/** What the reference needs to know of a policy beside its predicate. */
export interface ReferenceMatch {
  /** Absent: the policy is asked about every request. */
  readonly match?: Match;
  readonly exclusions?: Exclusions;
}

/** Runs the predicate in Node: the reference that every emitted form must agree with. */
export function javascriptEvaluator(policy: Policy, about: ReferenceMatch = {}): Evaluator {
  return {
    engine: "js",
    evaluate: (question) => (applies(question, about) ? check(policy, question) : allowed),
  };
}

function applies({ request, constraintMatch }: Question, { match, exclusions }: ReferenceMatch): boolean {
  if (constraintMatch !== undefined) return constraintMatches(constraintMatch, request);
  return match === undefined || matches(match, request, exclusions).matches;
}

const nothing: Inventory = [];
const bareInventory = lastOf((inventory: Inventory) => inventory.map(bareWithoutNulls));

function check(policy: Policy, { request, params, inventory = nothing }: Question): Verdict {
  const object = bareWithoutNulls(request.object ?? {});
  const found = policy.evaluate(admissionOf(request, object, params), bareInventory(inventory));
  const violations = found.map(({ message, at }) => {
    const path = pathOf(at, object);
    return path === undefined ? { message } : { message, at: path };
  });
  return verdictOf(violations);
}

function admissionOf(
  request: AdmissionRequest,
  object: JsonObject,
  params: Params,
): Admission<unknown, unknown> {
  const { operation, name, namespace, subResource, userInfo, dryRun, options, kind, resource } = request;
  return {
    object,
    oldObject: request.oldObject === undefined ? undefined : bareWithoutNulls(request.oldObject),
    params: bare(params),
    namespaceObject: request.namespaceObject === undefined ? undefined : bareOf(request.namespaceObject),
    request: {
      ...(operation === undefined ? {} : { operation }),
      ...(name === undefined ? {} : { name }),
      ...(namespace === undefined ? {} : { namespace }),
      ...(subResource === undefined ? {} : { subResource }),
      ...(userInfo === undefined ? {} : { userInfo: bareOf(userInfo) }),
      ...(dryRun === undefined ? {} : { dryRun }),
      ...(options === undefined ? {} : { options: bareWithoutNulls(options) }),
      kind,
      ...(resource === undefined ? {} : { resource }),
    },
  };
}
