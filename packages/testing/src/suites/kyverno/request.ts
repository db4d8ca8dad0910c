import type { Json } from "@policyc/ir";
import { operationOf } from "../../fixtures/admission-review.js";
import { type JsonObject, objectAt, textAt } from "../../fixtures/json.js";
import type { Manifest } from "../../fixtures/manifest.js";
import { type RequestOptions, requestOf, type UserInfo } from "../../fixtures/request.js";
import type { FixtureSource } from "../suite.js";
import type { TestValues, Variables } from "./values.js";

export interface KyvernoRequest {
  readonly manifest: Manifest;
  readonly variables: Variables;
  readonly values: TestValues;
  readonly user: UserInfo | undefined;
  /** What the result itself says. */
  readonly operation: string | undefined;
}

/** The request that a Test means: its resource, and what the values say about `request.…`. */
export function kyvernoRequest(asked: KyvernoRequest): FixtureSource {
  const { variables, values, operation } = asked;
  const manifest = inNamespace(asked.manifest, textOf(variables, "request.namespace"));
  const subResource = values.subResource(manifest.object);
  return {
    evaluated: "as-admitted",
    fixture: (kinds) => {
      const wanted = operationOf(operation ?? textOf(variables, "request.operation"));
      const userInfo = asked.user ?? userOf(variables);
      const options: RequestOptions = {
        kinds,
        ...(wanted === undefined ? {} : { operation: wanted }),
        ...(userInfo === undefined ? {} : { userInfo }),
        ...(subResource === undefined ? {} : { subResource }),
      };
      const namespace = requestOf(manifest, options).request.namespace ?? "";
      return requestOf(manifest, { ...options, namespaceLabels: values.namespaceLabels(namespace) });
    },
  };
}

/** The variables that are about the request itself, and so need no context. */
export function isAboutRequest(variable: string): boolean {
  return known.has(variable) || variable.startsWith("request.object.");
}

const known = new Set([
  "request.operation",
  "request.namespace",
  "request.userInfo.username",
  "serviceAccountName",
  "serviceAccountNamespace",
]);

function textOf({ own, global }: Variables, name: string): string | undefined {
  const value: Json | undefined = own.get(name) ?? global.get(name);
  return typeof value === "string" ? value : undefined;
}

/** `{{ serviceAccountName }}` is what Kyverno makes of the name that a ServiceAccount is authenticated by. */
function userOf(variables: Variables): UserInfo | undefined {
  const account = textOf(variables, "serviceAccountName");
  const namespace = textOf(variables, "serviceAccountNamespace") ?? "default";
  const username =
    textOf(variables, "request.userInfo.username") ??
    (account === undefined ? undefined : `system:serviceaccount:${namespace}:${account}`);
  return username === undefined ? undefined : { username };
}

function inNamespace(manifest: Manifest, namespace: string | undefined): Manifest {
  if (namespace === undefined || textAt(manifest.object, "metadata", "namespace") !== undefined)
    return manifest;
  const object: JsonObject = {
    ...manifest.object,
    metadata: { ...objectAt(manifest.object, "metadata"), namespace },
  };
  return { ...manifest, object };
}
