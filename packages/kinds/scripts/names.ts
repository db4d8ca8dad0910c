import type { KubernetesApi } from "../src/api.js";

/** `io.k8s.api.core.v1.Pod` is in group file `core` and called `Pod`. */
export interface TypeName {
  readonly file: string;
  readonly name: string;
}

export function typeName(definition: string): TypeName {
  const parts = definition.split(".");
  const name = parts.at(-1) ?? definition;
  if (definition.startsWith("io.k8s.apimachinery.")) return { file: "meta", name };
  return { file: parts.at(-3) ?? "meta", name: versionSuffix(parts.at(-2)) + name };
}

/** Kinds of a later stable version (autoscaling/v2) carry the plain name; older ones are marked. */
function versionSuffix(version: string | undefined): string {
  return version === undefined || version === "v1" || version === "v2" ? "" : version;
}

/** Of two stable versions of a kind only the newest is generated, e.g. autoscaling/v2. */
export function newestKinds(api: KubernetesApi): KubernetesApi["kinds"] {
  const newest = new Map<string, KubernetesApi["kinds"][number]>();
  for (const entry of api.kinds) {
    const key = `${entry.group}/${entry.kind}`;
    const known = newest.get(key);
    if (known === undefined || known.version < entry.version) newest.set(key, entry);
  }
  return [...newest.values()];
}
