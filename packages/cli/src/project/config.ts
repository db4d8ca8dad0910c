import type { Exemption, ParameterSource, Stage, TargetName } from "@policyc/compiler";
import type { Json } from "@policyc/ir";

/** What only ValidatingAdmissionPolicy has. */
export interface VapSettings {
  readonly paramsFrom?: ParameterSource["kind"];
  readonly paramsNamespace?: string;
}

/** What `policyc.yaml` says of one policy. */
export interface PolicySettings {
  readonly enabled?: boolean;
  readonly stage?: Stage;
  readonly targets?: readonly TargetName[];
  readonly params?: Readonly<Record<string, Json>>;
  readonly excludedNamespaces?: readonly string[];
  readonly vap?: VapSettings;
  readonly exemptions?: readonly Exemption[];
}

/** An exemption from several policies: those that are named and those of the named packs, or all where neither is. */
export interface SharedExemption extends Exemption {
  readonly policies?: readonly string[];
  readonly packs?: readonly string[];
}

/** What an environment may say. */
export interface Environment {
  readonly out?: string;
  readonly targets?: readonly TargetName[];
  readonly stage?: Stage;
  readonly minKubernetes?: string;
  readonly excludedNamespaces?: readonly string[];
  readonly vap?: VapSettings;
  readonly exemptions?: readonly SharedExemption[];
  readonly settings?: Readonly<Record<string, PolicySettings>>;
}

/** The whole of `policyc.yaml`, as its schema (packages/cli/schema) lets it pass. */
export interface Config extends Environment {
  readonly policies?: readonly string[];
  readonly environments?: Readonly<Record<string, Environment>>;
}

/** Where no `policyc.yaml` says otherwise. `audit`: nothing that is built by accident can block a cluster. */
export const defaults = {
  policies: ["policies/**/policy.ts"],
  out: "dist",
  stage: "audit",
  minKubernetes: "1.30",
} as const;
