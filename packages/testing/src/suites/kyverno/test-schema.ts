import type { Json } from "@policyc/ir";
import type { JsonObject } from "../../fixtures/json.js";

const text: Json = { type: "string" };
const texts: Json = { type: "array", items: text };
const flag: Json = { type: "boolean" };
const anything: Json = {};
const objects: Json = { type: "array", items: { type: "object" } };

const result: Json = {
  type: "object",
  required: ["policy", "result"],
  additionalProperties: false,
  properties: {
    policy: text,
    rule: text,
    kind: text,
    resources: texts,
    resource: text,
    namespace: text,
    resourceSpecs: objects,
    result: { type: "string", enum: ["pass", "fail", "skip", "error", "warn"] },
    operation: { type: "string", enum: ["CREATE", "UPDATE", "DELETE", "CONNECT"] },
    patchedResource: text,
    patchedResources: text,
    generatedResource: text,
    generatedResources: texts,
    cloneSourceResource: text,
    failOnMissingResources: flag,
    isValidatingPolicy: flag,
    isValidatingAdmissionPolicy: flag,
    isMutatingPolicy: flag,
    isMutatingAdmissionPolicy: flag,
    isGeneratingPolicy: flag,
    isDeletingPolicy: flag,
    isImageValidatingPolicy: flag,
  },
};

const resourceOfApi: Json = {
  type: "object",
  properties: { name: text, kind: text, group: text, version: text },
};

const values: { readonly [field: string]: Json } = {
  globalValues: { type: "object" },
  policies: {
    type: "array",
    items: {
      type: "object",
      required: ["name"],
      additionalProperties: false,
      properties: {
        name: text,
        rules: { type: "array", items: named({ values: anything, foreachValues: anything }) },
        resources: { type: "array", items: named({ values: anything }) },
      },
    },
  },
  namespaceSelector: { type: "array", items: named({ labels: { type: "object" } }) },
  namespaces: objects,
  subresources: {
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      properties: { subresource: resourceOfApi, parentResource: resourceOfApi },
    },
  },
};

const header: { readonly [field: string]: Json } = { apiVersion: text, kind: text, metadata: anything };

/** `Test` of cli.kyverno.io/v1alpha1, as Kyverno 1.19's command line decodes it: a field that it has not is an error. */
export const testSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {
    ...header,
    name: text,
    policies: texts,
    resources: texts,
    targetResources: texts,
    paramResources: texts,
    jsonPayload: anything,
    jsonPayloads: anything,
    httpPayloads: anything,
    envoyPayloads: anything,
    clusterResources: texts,
    exceptions: texts,
    variables: text,
    userinfo: text,
    values: { type: "object", additionalProperties: false, properties: values },
    context: text,
    apiCallResponses: objects,
    globalContextEntries: objects,
    checks: anything,
    results: { type: "array", items: result },
  },
};

/** `Values`: what `variables` of a Test leads to. */
export const valuesSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: { ...header, ...values },
};

function named(properties: { readonly [field: string]: Json }): Json {
  return {
    type: "object",
    required: ["name"],
    additionalProperties: false,
    properties: { name: text, ...properties },
  };
}
