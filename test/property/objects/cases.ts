import type { Engine } from "@policyc/engine";
import { type AdmissionRequest, admittedRequest, type JsonObject, requestOf } from "@policyc/testing";
import type fc from "fast-check";
import { type Choose, made } from "../choose.js";
import { type KubernetesObject, type ObjectOptions, objectOf, recordOf } from "./object.js";
import type { KindName } from "./shapes.js";

/** A request as it is written down; what admission makes of it is up to the engine. */
export interface Case {
  readonly object: KubernetesObject;
  readonly operation: "CREATE" | "UPDATE" | "DELETE";
  readonly oldObject?: KubernetesObject;
  readonly dryRun?: boolean;
  /** What the namespace around it has beside its name: `metadata`, `status`. */
  readonly namespace?: KubernetesObject;
  readonly userInfo?: {
    readonly username?: string;
    readonly uid?: string;
    readonly groups?: string[];
    readonly extra?: { [name: string]: string[] };
  };
  readonly options?: KubernetesObject;
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
    ...(choose.often(50) ? { namespace: recordOf("Namespace", choose, options) } : {}),
    ...(choose.often(30) ? { options: optionsOf(operation, choose) } : {}),
  };
}

function optionsOf(operation: Case["operation"], choose: Choose): KubernetesObject {
  const fieldManager = choose.among(["kubectl", "argocd", "a"]);
  if (operation !== "DELETE") return { fieldManager };
  const gracePeriodSeconds = choose.among([0, 1, 30]);
  const propagationPolicy = choose.among(["Orphan", "Background"]);
  return choose.often(50)
    ? { gracePeriodSeconds, propagationPolicy }
    : { gracePeriodSeconds, preconditions: { uid: "a" } };
}

function userOf(choose: Choose): NonNullable<Case["userInfo"]> {
  const username = choose.among(["admin", "system:serviceaccount:a:b"]);
  // An API server leaves out what is empty.
  return {
    username,
    ...(choose.often(30) ? { uid: choose.among(["a", "1"]) } : {}),
    ...(choose.often(75) ? { groups: choose.among([["g"], ["system:masters", "g"]]) } : {}),
    ...(choose.often(30) ? { extra: { app: choose.among([["a"], ["a", "b"], []]) } } : {}),
  };
}

/** The parameters of a deployment. */
export const parameterValues: fc.Arbitrary<KubernetesObject> = made((choose) =>
  recordOf("Params", choose, { bmpOnly: true }),
);

/** A kind whose plural and scope no table of the API's kinds has. */
const widgets = [
  { group: "example.com", version: "v1", kind: "Widget", plural: "widgets", scope: "Namespaced" },
] as const;

/** The request as an API server hands it to admission: decoded and encoded by Kubernetes' own types. */
export function requestFor({ object, namespace, ...rest }: Case, engine: Engine): AdmissionRequest {
  const { oldObject, options, ...others } = rest;
  const fixture = { object: jsonOf(object), locate: () => nowhere };
  const { request: asked } = requestOf(fixture, {
    ...others,
    kinds: widgets,
    ...(oldObject === undefined ? {} : { oldObject: jsonOf(oldObject) }),
    ...(options === undefined ? {} : { options: jsonOf(options) }),
  });
  const request = namespace === undefined ? asked : around(asked, jsonOf(namespace), engine);
  if (object["kind"] === "Widget") return customAsSent(request);
  return admittedRequest(request, (each) => jsonOf(engine.admit(each)));
}

/** The request with more of its namespace than the labels that every one has. */
function around(request: AdmissionRequest, more: JsonObject, engine: Engine): AdmissionRequest {
  const { namespaceObject } = request;
  if (namespaceObject === undefined) return request;
  const [own, others] = [objectAt(namespaceObject, "metadata"), objectAt(more, "metadata")];
  const labels = { ...objectAt(others, "labels"), ...objectAt(own, "labels") };
  const whole = { ...namespaceObject, ...more, metadata: { ...others, ...own, labels } };
  return { ...request, namespaceObject: jsonOf(engine.admit(whole)) };
}

function objectAt(object: JsonObject, field: string): JsonObject {
  return jsonOf(object[field] ?? {});
}

/** Of a custom resource its metadata alone has a Go type: the rest is handed on as it is, `null` as well. */
function customAsSent({ object, oldObject, ...request }: AdmissionRequest): AdmissionRequest {
  return {
    ...request,
    ...(object === undefined ? {} : { object: withMetadata(object) }),
    ...(oldObject === undefined ? {} : { oldObject: withMetadata(oldObject) }),
  };
}

function withMetadata(object: JsonObject): JsonObject {
  const metadata = Object.entries(object["metadata"] ?? {}).filter(([, value]) => !isEmpty(value));
  return { ...object, metadata: Object.fromEntries(metadata) };
}

function isEmpty(value: unknown): boolean {
  return !value || (typeof value === "object" && Object.keys(value).length === 0);
}

const nowhere = { file: "case", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function jsonOf(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
