import type { Construct } from "../constructs/construct.js";
import { moduleOf } from "./snippet.js";

/** The whole module of a construct, as a policy of this name. */
export function constructModule(
  { body, module = "", paramsType, params = {} }: Construct,
  name: string,
): string {
  const declared = paramsType === undefined ? {} : { paramsType: "Params", params: JSON.stringify(params) };
  return moduleOf({ name, module: `${paramsType ?? ""}\n${module}`, body, ...declared });
}
