import type { Json } from "@policyc/ir";
import { operationOf, userInfoOf } from "../../fixtures/admission-review.js";
import { type JsonObject, objectAt, textAt } from "../../fixtures/json.js";
import type { Manifest } from "../../fixtures/manifest.js";
import { type RequestOptions, requestOf, type UserInfo } from "../../fixtures/request.js";
import type { FixtureSource } from "../suite.js";
import { merged, saidOfRequest } from "./request-variables.js";
import type { TestValues, Variables } from "./values.js";

export interface KyvernoRequest {
  /** The resource of the Test, as the variables have it: see `inValues`. */
  readonly manifest: Manifest;
  readonly variables: Variables;
  readonly values: TestValues;
  readonly user: UserInfo | undefined;
  /** What the result itself says. */
  readonly operation: string | undefined;
}

/** The request that a Test means: its resource, and what the values say about `request.…`. */
export function kyvernoRequest(asked: KyvernoRequest): FixtureSource {
  const { manifest, variables, values, operation } = asked;
  const said = saidOfRequest(variables);
  const before = said["oldObject"];
  const subResource = values.subResource(manifest.object);
  return {
    evaluated: "as-admitted",
    fixture: (kinds) => {
      // An object before there is on an UPDATE.
      const usual = before === undefined ? undefined : "UPDATE";
      const wanted = operationOf(operation ?? textAt(said, "operation") ?? usual);
      const userInfo = asked.user ?? userOf(variables, said);
      const options: RequestOptions = {
        kinds,
        ...(wanted === undefined ? {} : { operation: wanted }),
        ...(before === undefined || wanted === "CREATE"
          ? {}
          : { oldObject: merged(manifest.object, before) }),
        ...(userInfo === undefined ? {} : { userInfo }),
        ...(subResource === undefined ? {} : { subResource }),
      };
      const namespace = requestOf(manifest, options).request.namespace ?? "";
      return requestOf(manifest, { ...options, namespaceLabels: values.namespaceLabels(namespace) });
    },
  };
}

/** The resource as the variables have it: in their namespace where it names none, with what they say of `request.object`. */
export function inValues(manifest: Manifest, variables: Variables): Manifest {
  const said = saidOfRequest(variables);
  const namespace = textAt(said, "namespace");
  const isPlaced = namespace === undefined || textAt(manifest.object, "metadata", "namespace") !== undefined;
  const placed = isPlaced ? manifest.object : merged(manifest.object, { metadata: { namespace } });
  return { ...manifest, object: merged(placed, said["object"] ?? null) };
}

/** `{{ serviceAccountName }}` is what Kyverno makes of the name that a ServiceAccount is authenticated by. */
function userOf({ own, global }: Variables, said: JsonObject): UserInfo | undefined {
  if (said["userInfo"] !== undefined) return userInfoOf(objectAt(said, "userInfo"));
  const account = textOf(own.get("serviceAccountName") ?? global.get("serviceAccountName"));
  const namespace =
    textOf(own.get("serviceAccountNamespace") ?? global.get("serviceAccountNamespace")) ?? "default";
  return account === undefined ? undefined : { username: `system:serviceaccount:${namespace}:${account}` };
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
