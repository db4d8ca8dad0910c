import type { EmittedFile } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { isJsonObject, type JsonObject, textAt } from "../fixtures/json.js";
import { parseYaml } from "../fixtures/yaml.js";

/** Thrown where what `build` writes lacks a form of the policy that was asked for. */
export class NotEmitted extends Error {
  override readonly name = "NotEmitted";
}

const parsed = new WeakMap<EmittedFile, readonly JsonObject[]>();

/** The objects in the emitted text, as an API server would read them; each file is parsed once. */
export function emittedObjects(files: readonly EmittedFile[]): readonly JsonObject[] {
  return files.filter(({ path }) => /\.ya?ml$/.test(path)).flatMap(objectsIn);
}

function objectsIn(file: EmittedFile): readonly JsonObject[] {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const collector = new Collector();
  const objects = parseYaml(file.text, file.path, collector)
    .map(({ value }) => value)
    .filter(isJsonObject);
  const [problem] = collector.diagnostics;
  if (problem !== undefined) throw new NotEmitted(`the emitted ${file.path} is not YAML: ${problem.message}`);
  parsed.set(file, objects);
  return objects;
}

/** Whether an object has the group of `apiVersion` and the kind. */
export function isOfKind(object: JsonObject, group: string, kind?: string): boolean {
  const inGroup = textAt(object, "apiVersion")?.startsWith(`${group}/`) === true;
  return inGroup && (kind === undefined || textAt(object, "kind") === kind);
}
