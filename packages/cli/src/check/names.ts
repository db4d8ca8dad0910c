import type { JsonObject } from "@policyc/testing";

/** The name of an object, or what the server will begin it with. */
export function nameOf(object: JsonObject): string | undefined {
  return metadataText(object, "name") ?? metadataText(object, "generateName");
}

/** A text of the object's metadata. */
export function metadataText(object: JsonObject, field: string): string | undefined {
  const metadata = object["metadata"];
  const isObject = typeof metadata === "object" && metadata !== null && !Array.isArray(metadata);
  const value =
    isObject && field in metadata ? Object.entries(metadata).find(([key]) => key === field)?.[1] : undefined;
  return typeof value === "string" ? value : undefined;
}
