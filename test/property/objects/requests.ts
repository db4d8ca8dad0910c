import { startOf } from "@policyc/diagnostics";
import type { Engine } from "@policyc/engine";
import {
  type AdmissionRequest,
  admittedRequest,
  type Inventory,
  inventoryOf,
  type JsonObject,
  requestOf,
} from "@policyc/testing";
import type { Case } from "./cases.js";

/** A kind whose plural and scope no table of the API's kinds has. */
const widgets = [
  { group: "example.com", version: "v1", kind: "Widget", plural: "widgets", scope: "Namespaced" },
] as const;

/** What engines are asked about: a request, and the other objects of the cluster. */
export interface Asked {
  readonly request: AdmissionRequest;
  readonly inventory: Inventory;
}

export function askedOf(one: Case, engine: Engine): Asked {
  return { request: requestFor(one, engine), inventory: inventoryFor(one, engine) };
}

/** The request as an API server hands it to admission: decoded and encoded by Kubernetes' own types. */
function requestFor({ object, namespace, others: _, ...rest }: Case, engine: Engine): AdmissionRequest {
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

/** What `inventory(…)` finds. */
function inventoryFor({ others = [] }: Case, engine: Engine): Inventory {
  const admit = (one: JsonObject): JsonObject =>
    one["kind"] === "Widget" ? withMetadata(one) : jsonOf(engine.admit(one));
  const places = { file: "case", isList: false, locate: () => nowhere, locateInText: () => () => nowhere };
  const manifests = others.map((one) => ({ object: jsonOf(one), ...places }));
  return inventoryOf(manifests, { admit, kinds: widgets });
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

const nowhere = startOf("case");

function jsonOf(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
