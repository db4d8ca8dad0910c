import { readFile } from "node:fs/promises";
import { parseAllDocuments } from "yaml";
import { at, isObject, type JsonObject, textOf } from "./json.js";

/** The objects of a YAML file or text with any number of documents; an error of syntax throws. */
export function parseDocuments(yaml: string): readonly JsonObject[] {
  return [...parseAllDocuments(yaml)].flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    const value: unknown = document.toJS();
    return isObject(value) ? [value] : [];
  });
}

export async function readDocuments(file: string): Promise<readonly JsonObject[]> {
  return parseDocuments(await readFile(file, "utf8"));
}

export function kindOf(object: JsonObject): string {
  return textOf(at(object, "kind"));
}

export function nameOf(object: JsonObject): string {
  return textOf(at(object, "metadata", "name"));
}
