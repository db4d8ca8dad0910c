import { contentHash, type Engine, findEngine, loadEngine, readCached, writeCached } from "@policyc/engine";
import { type Admit, needsAdmit } from "../fixtures/admitted.js";
import { canonicalJson, isJsonObject, type JsonObject } from "../fixtures/json.js";
import { withoutNulls } from "../fixtures/nulls.js";

/** Gets ready to tell what admission sees of some objects; `undefined` where nothing needs it or can tell. */
export type Admitting = (objects: readonly JsonObject[]) => Promise<Admit | undefined>;

/**
 * By Kubernetes' Go types in the engine. What they said is remembered on disk, so that a warm run loads no engine for
 * the sake of one `hostNetwork: false`.
 */
export const engineAdmitting: Admitting = async (objects) => {
  const files = findEngine();
  const asking = objects.map(withoutNulls).filter(needsAdmit);
  if (files === undefined || asking.length === 0) return undefined;
  const nameOf = (object: JsonObject) => `${contentHash(files.hash, canonicalJson(object))}.json`;
  const remembered: Admit = (object) => parsed(readCached("admitted", nameOf(object)));
  if (asking.every((object) => remembered(object) !== undefined)) return remembered;
  const engine = await loadEngine();
  return (object) => remembered(object) ?? asked(object, engine, nameOf(object));
};

function asked(object: JsonObject, engine: Engine, name: string): JsonObject | undefined {
  const admitted = engine.admit(object);
  if (!isJsonObject(admitted)) return undefined;
  writeCached("admitted", name, JSON.stringify(admitted));
  return admitted;
}

function parsed(text: Buffer | undefined): JsonObject | undefined {
  const value: unknown = text === undefined ? undefined : JSON.parse(text.toString("utf8"));
  return isJsonObject(value) ? value : undefined;
}
