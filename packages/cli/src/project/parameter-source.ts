import { notInConfigMap, type ParameterSource } from "@policyc/compiler";
import type { Collector } from "@policyc/diagnostics";
import type { Policy } from "@policyc/ir";
import type { VapSettings } from "./config.js";
import { noNamespaceForParameters, notTextForConfigMap } from "./diagnostics/parameters.js";
import type { SettingsLayer } from "./parameters.js";
import type { Project } from "./project.js";
import type { Path } from "./yaml-document.js";

/** Where a policy's parameters are for ValidatingAdmissionPolicy: what its own settings say, or else those of all. */
export function parameterSource(
  policy: Policy,
  settings: readonly SettingsLayer[],
  { layers, document }: Project,
  collector: Collector,
): ParameterSource {
  const sayings: readonly Saying[] = [...layers, ...settings];
  const from = lastOf(sayings, "paramsFrom");
  const namespace = lastOf(sayings, "paramsNamespace")?.value;
  if (from === undefined || from.value === "inline") return { kind: "inline" };
  if (from.value === "resource")
    return { kind: "resource", ...(namespace === undefined ? {} : { namespace }) };
  const span = document?.valueSpan(from.path);
  const unfit = notInConfigMap(policy);
  for (const name of unfit) collector.report(notTextForConfigMap(span, policy.name, name));
  if (namespace === undefined) collector.report(noNamespaceForParameters(span));
  return namespace === undefined || unfit.length > 0 ? { kind: "inline" } : { kind: "configMap", namespace };
}

interface Saying {
  readonly says: { readonly vap?: VapSettings };
  readonly path: Path;
}

/** What the most particular layer says of a key, and where. */
function lastOf<K extends keyof VapSettings>(
  sayings: readonly Saying[],
  key: K,
): { readonly value: VapSettings[K] | undefined; readonly path: Path } | undefined {
  const saying = sayings.findLast(({ says }) => says.vap?.[key] !== undefined);
  return saying === undefined
    ? undefined
    : { value: saying.says.vap?.[key], path: [...saying.path, "vap", key] };
}
