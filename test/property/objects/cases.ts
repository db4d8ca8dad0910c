import type { Engine } from "@policyc/engine";
import { type AdmissionRequest, admittedRequest, type JsonObject, requestOf } from "@policyc/testing";
import type fc from "fast-check";
import { type Choose, made } from "../choose.js";
import { type KubernetesObject, type ObjectOptions, objectOf, recordOf } from "./object.js";
import type { KindName } from "./shapes.js";
import { keys, textValue } from "./values.js";

/** A request as it is written down; what admission makes of it is up to the engine. */
export interface Case {
  readonly object: KubernetesObject;
  readonly operation: "CREATE" | "UPDATE" | "DELETE";
  readonly oldObject?: KubernetesObject;
  readonly dryRun?: boolean;
  /** Of the namespace around it. */
  readonly namespaceLabels?: { readonly [key: string]: string };
  readonly userInfo?: { readonly username?: string; readonly groups?: string[] };
}

/** Requests about objects of a kind. */
export function casesOf(kind: KindName, { bmpOnly }: ObjectOptions): fc.Arbitrary<Case> {
  return made((choose) => caseOf(kind, { bmpOnly: bmpOnly || choose.often(60) }, choose));
}

function caseOf(kind: KindName, options: ObjectOptions, choose: Choose): Case {
  const operation = choose.often(60)
    ? "CREATE"
    : choose.among<Case["operation"]>(["UPDATE", "UPDATE", "DELETE"]);
  return {
    object: objectOf(kind, choose, options),
    operation,
    ...(operation === "UPDATE" && choose.often(50) ? { oldObject: objectOf(kind, choose, options) } : {}),
    ...(choose.often(50) ? { userInfo: userOf(choose) } : {}),
    ...(choose.often(20) ? { dryRun: true } : {}),
    ...(choose.often(50) ? { namespaceLabels: labelsOf(choose, options) } : {}),
  };
}

function labelsOf(choose: Choose, options: ObjectOptions): NonNullable<Case["namespaceLabels"]> {
  return Object.fromEntries(
    Array.from({ length: choose.below(4) }, () => [choose.among(keys), textValue("label", choose, options)]),
  );
}

function userOf(choose: Choose): NonNullable<Case["userInfo"]> {
  const username = choose.among(["admin", "system:serviceaccount:a:b"]);
  // An API server leaves out groups that are none.
  return choose.often(25)
    ? { username }
    : { username, groups: choose.among([["g"], ["system:masters", "g"]]) };
}

/** The parameters of a deployment. */
export const parameterValues: fc.Arbitrary<KubernetesObject> = made((choose) =>
  recordOf("Params", choose, { bmpOnly: true }),
);

/** The request as an API server hands it to admission: decoded and encoded by Kubernetes' own types. */
export function requestFor({ object, ...options }: Case, engine: Engine): AdmissionRequest {
  const given = jsonOf(object);
  const { oldObject, ...rest } = options;
  const { request } = requestOf(
    { object: given, locate: () => nowhere },
    { ...rest, ...(oldObject === undefined ? {} : { oldObject: jsonOf(oldObject) }) },
  );
  return admittedRequest(request, (each) => jsonOf(engine.admit(each)));
}

const nowhere = { file: "case", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function jsonOf(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
