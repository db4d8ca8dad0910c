import type { Choose } from "../choose.js";
import { type KubernetesObject, type ObjectOptions, objectOf, recordOf } from "./object.js";
import { isKindName } from "./shapes.js";

/** The other objects of a cluster: none or a few, of few names, at times the object itself in an older state. */
export function othersOf(
  object: KubernetesObject,
  choose: Choose,
  options: ObjectOptions,
): readonly KubernetesObject[] {
  const own = String(object["kind"]);
  return Array.from({ length: choose.below(7) }, () => {
    const other = otherOf(choose.among([own, "Service", "Pod", "Namespace"]), choose, options);
    return choose.often(60) ? beside(object, other, choose) : other;
  });
}

function otherOf(kind: string, choose: Choose, options: ObjectOptions): KubernetesObject {
  return isKindName(kind)
    ? objectOf(kind, choose, options)
    : { apiVersion: "v1", kind, ...recordOf(kind, choose, options) };
}

/** In the namespace of the object, and sometimes with its name; of namespaces the one that it is in. */
function beside(object: KubernetesObject, other: KubernetesObject, choose: Choose): KubernetesObject {
  const { name, namespace = "default" } = metadataOf(object);
  const own = metadataOf(other);
  if (other["kind"] === "Namespace") return { ...other, metadata: { ...own, name: namespace } };
  const called = choose.often(30) ? name : own["name"];
  return { ...other, metadata: { ...own, namespace, name: called ?? "a" } };
}

function metadataOf({ metadata }: KubernetesObject): KubernetesObject {
  return metadata !== null && typeof metadata === "object" && "name" in metadata ? metadata : {};
}
