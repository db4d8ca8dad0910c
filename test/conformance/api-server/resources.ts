import { kindOf, nameOf } from "../documents.js";
import { at, type JsonObject, listOf, textOf } from "../json.js";
import type { ApiAnswer, ApiClient } from "./api-client.js";

/** Where an API server keeps the objects of one kind, with the calls that change them. */
export interface Resources {
  readonly collectionOf: (object: JsonObject) => Promise<string | undefined>;
  readonly pathOf: (object: JsonObject) => Promise<string | undefined>;
  readonly apply: (object: JsonObject, options?: ApplyOptions) => Promise<ApiAnswer>;
  /** Whether it is gone now. */
  readonly remove: (object: JsonObject) => Promise<boolean>;
}

interface ApplyOptions {
  /** Everything but the storing. */
  readonly dryRun: boolean;
}

interface Place {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** Kinds are looked up in discovery, once each; a kind that is not served is asked for again next time. */
export function resourcesOf(client: ApiClient): Resources {
  const places = new Map<string, Place>();

  const placeOf = async (apiVersion: string, kind: string): Promise<Place | undefined> => {
    const known = places.get(`${apiVersion} ${kind}`);
    if (known !== undefined) return known;
    const found = await client.send({ method: "GET", path: groupPath(apiVersion) });
    const resource = listOf(at(found.body, "resources")).find(
      (one) => at(one, "kind") === kind && !textOf(at(one, "name")).includes("/"),
    );
    if (resource === undefined) return undefined;
    const place = { plural: textOf(at(resource, "name")), namespaced: at(resource, "namespaced") === true };
    places.set(`${apiVersion} ${kind}`, place);
    return place;
  };

  const collectionOf = async (object: JsonObject): Promise<string | undefined> => {
    const apiVersion = textOf(at(object, "apiVersion"));
    const place = await placeOf(apiVersion, kindOf(object));
    if (place === undefined) return undefined;
    const namespace = place.namespaced ? `/namespaces/${namespaceOf(object)}` : "";
    return `${groupPath(apiVersion)}${namespace}/${place.plural}`;
  };

  const pathOf = async (object: JsonObject): Promise<string | undefined> => {
    const collection = await collectionOf(object);
    return collection === undefined ? undefined : `${collection}/${encodeURIComponent(nameOf(object))}`;
  };

  const apply = async (object: JsonObject, options?: ApplyOptions): Promise<ApiAnswer> => {
    const path = await pathOf(object);
    if (path === undefined) return notServed(object);
    const dryRun = options?.dryRun === true ? "&dryRun=All" : "";
    return client.send({
      method: "PATCH",
      path: `${path}?fieldManager=policyc&force=true&fieldValidation=Strict${dryRun}`,
      contentType: "application/apply-patch+yaml",
      body: object,
    });
  };

  const remove = async (object: JsonObject): Promise<boolean> => {
    const path = await pathOf(object);
    if (path === undefined) return true;
    const answer = await client.send({ method: "DELETE", path: `${path}?gracePeriodSeconds=0` });
    if (answer.ok && kindOf(object) === "Namespace") await finalize(client, path, object);
    return answer.ok || answer.status === 404;
  };

  return { collectionOf, pathOf, apply, remove };
}

/** The namespace that a client without any other wish writes to. */
export function namespaceOf(object: JsonObject): string {
  return textOf(at(object, "metadata", "namespace")) || "default";
}

export function notServed(object: JsonObject): ApiAnswer {
  const message = `the API server does not serve ${textOf(at(object, "apiVersion"))} ${kindOf(object)}`;
  return { ok: false, status: 404, body: undefined, message, warnings: [] };
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** What the namespace controller would do, which does not run here: a namespace would stay in its last state for ever. */
async function finalize(client: ApiClient, path: string, namespace: JsonObject): Promise<void> {
  const body = { ...namespace, apiVersion: "v1", kind: "Namespace", spec: { finalizers: [] } };
  await client.send({ method: "PUT", path: `${path}/finalize`, body });
}
