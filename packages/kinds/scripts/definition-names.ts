import type { KindEntry, KubernetesApi } from "../src/api.js";

/** `io.k8s.api.core.v1.Pod` is in the group file `core` and called `Pod`. */
export interface DefinitionName {
  readonly file: string;
  readonly name: string;
}

export function definitionName(definition: string): DefinitionName {
  const parts = definition.split(".");
  const name = parts.at(-1) ?? definition;
  if (definition.startsWith("io.k8s.apimachinery.")) return { file: "meta", name };
  return { file: parts.at(-3) ?? "meta", name };
}

/** Of two stable versions of a kind only the newest gets a token, e.g. autoscaling/v2. */
export function newestKinds(api: KubernetesApi): readonly KindEntry[] {
  const newest = new Map<string, KindEntry>();
  for (const entry of api.kinds) {
    const key = `${entry.group}/${entry.kind}`;
    const known = newest.get(key);
    if (known === undefined || known.version < entry.version) newest.set(key, entry);
  }
  return [...newest.values()];
}
