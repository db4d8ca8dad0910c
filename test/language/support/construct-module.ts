import type { Construct } from "../constructs/construct.js";
import { moduleOf } from "./snippet.js";

/** The whole module of a construct, as a policy of this name, which may say itself what the oldest Kubernetes is. */
export function constructModule(
  { body, module = "", paramsType, params = {} }: Construct,
  name: string,
  minKubernetes?: string,
): string {
  const declared = paramsType === undefined ? {} : { paramsType: "Params", params: JSON.stringify(params) };
  const oldest = minKubernetes === undefined ? {} : { minKubernetes };
  return moduleOf({ name, module: `${paramsType ?? ""}\n${module}`, body, ...declared, ...oldest });
}
