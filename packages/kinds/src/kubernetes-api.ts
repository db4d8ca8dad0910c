import { readFileSync } from "node:fs";
import type { KubernetesApi } from "./api.js";

let loaded: KubernetesApi | undefined;

/** The built-in API of Kubernetes 1.37, read on first use. */
export function kubernetesApi(): KubernetesApi {
  loaded ??= parse(readFileSync(new URL("../openapi/kubernetes-1.37.gen.json", import.meta.url), "utf8"));
  return loaded;
}

/** INVARIANT: the file is written by `generate.ts` alone, from a `KubernetesApi`. */
function parse(text: string): KubernetesApi {
  return JSON.parse(text);
}
