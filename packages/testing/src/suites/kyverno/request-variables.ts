import type { Json } from "@policyc/ir";
import { isJsonObject, type JsonObject } from "../../fixtures/json.js";
import type { Variables } from "./values.js";

/** What variables may say of a request that Kubernetes sends; the roles of a user are no part of one, and are left aside. */
const known = new Set(["operation", "namespace", "userInfo", "object", "oldObject", "roles", "clusterRoles"]);

/** Whether a variable is about the request itself, and so needs no context. */
export function isAboutRequest(variable: string, value: Json): boolean {
  const [head, field] = stepsOf(variable);
  if (head !== "request") return accounts.has(variable);
  const fields = field === undefined ? Object.keys(isJsonObject(value) ? value : {}) : [field];
  return fields.every((one) => known.has(one));
}

const accounts = new Set(["serviceAccountName", "serviceAccountNamespace"]);

/** All that the variables say of `request`, as one object: what is said of a rule or resource is over what is said everywhere. */
export function saidOfRequest({ own, global }: Variables): JsonObject {
  let said: JsonObject = {};
  for (const [variable, value] of [...global, ...own]) {
    const [head, ...steps] = stepsOf(variable);
    if (head === "request") said = merged(said, nested(steps, value));
  }
  return said;
}

/** An object with what is said of it put over its own fields. */
export function merged(object: JsonObject, over: Json): JsonObject {
  if (!isJsonObject(over)) return object;
  const fields = Object.entries(over).map(([field, value]) => {
    const own = object[field];
    return [field, isJsonObject(value) ? merged(isJsonObject(own) ? own : {}, value) : value] as const;
  });
  return { ...object, ...Object.fromEntries(fields) };
}

/** `request.object.metadata.labels."a.b/c"`, as JMESPath writes it. */
function stepsOf(variable: string): readonly string[] {
  return [...variable.matchAll(/"([^"]*)"|([^."]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

function nested(steps: readonly string[], value: Json): Json {
  return steps.reduceRight<Json>((inner, step) => ({ [step]: inner }), value);
}
