import { violation } from "@policyc/sdk";
import { type Flag, flagValues } from "../flags.js";

export interface AdmissionPlugins {
  /** Plugins that must be turned on. Those that are on by default need not be here. */
  enabled: string[];
  /** Plugins that are on by default and must stay so. */
  notDisabled: string[];
}

/** The admission plugins that kube-apiserver lacks, and the one that it must not have. */
export function* missingAdmission(flags: readonly Flag[], plugins: AdmissionPlugins, at: object) {
  const enabled = flagValues(flags, "enable-admission-plugins");
  const disabled = flagValues(flags, "disable-admission-plugins");
  if (enabled.includes("AlwaysAdmit")) {
    yield violation("kube-apiserver has the admission plugin AlwaysAdmit", at);
  }
  for (const plugin of plugins.enabled) {
    if (!enabled.includes(plugin)) {
      yield violation(`kube-apiserver does not turn the admission plugin ${plugin} on`, at);
    }
  }
  for (const plugin of [...plugins.enabled, ...plugins.notDisabled]) {
    if (disabled.includes(plugin)) {
      yield violation(`kube-apiserver turns the admission plugin ${plugin} off`, at);
    }
  }
}
