import type { Json } from "@policyc/ir";
import { isJsonList, isJsonObject, type JsonPath } from "../fixtures/json.js";

/** Where a part of an object is, found by identity: the predicate handed on the very part that it read. */
export function pathOf(part: unknown, root: Json): JsonPath | undefined {
  if (typeof part !== "object" || part === null) return undefined;
  return search(part, root, []);
}

function search(part: object, value: Json, path: JsonPath): JsonPath | undefined {
  if (value === part) return path;
  const members: readonly (readonly [string | number, Json])[] = isJsonList(value)
    ? value.map((item, index) => [index, item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  for (const [step, member] of members) {
    const found = search(part, member, [...path, step]);
    if (found !== undefined) return found;
  }
  return undefined;
}
