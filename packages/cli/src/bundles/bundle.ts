import type { Exemption } from "@policyc/compiler";
import type { Json, Match, Rollout, Severity } from "@policyc/ir";
import type { GatekeeperPolicy } from "@policyc/testing";

/** A policy as `check` needs it: what it says of itself, what it looks at, and its emitted forms. */
export interface BundledPolicy {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly rationale?: string;
  readonly remediation?: string;
  readonly severity: Severity;
  readonly controls: readonly string[];
  readonly rollout?: Rollout;
  /** Policies that find whatever this one finds; absent where it has other parameters than its author's. */
  readonly coveredBy?: readonly string[];
  /** What only its users know; absent where they have given it parameters. */
  readonly needs?: string;
  /** The folder that the policy's own folder is in: `rbac` for `policies/rbac/no-wildcards/policy.ts`. */
  readonly pack: string;
  /** Relative to the project. */
  readonly file: string;
  readonly match: Match;
  /** Complete, as deployed. */
  readonly params: { readonly [name: string]: Json };
  readonly exclusions: {
    readonly excludedNamespaces: readonly string[];
    readonly exemptions: readonly Exemption[];
  };
  readonly minKubernetes: string;
  readonly gatekeeper: GatekeeperPolicy;
  /** The ValidatingAdmissionPolicy, for the engine `cel`; absent where a cluster has none of the kinds. */
  readonly vap?: string;
}

/** Policies, compiled and ready to be asked. JSON, so that it can be published and cached. */
export interface Bundle {
  readonly policies: readonly BundledPolicy[];
}

/** A bundle with its two executable forms, each made or loaded when it is first asked for. */
export interface OpenBundle extends Bundle {
  /** For people: `the built-in library`, `policyc.yaml`. */
  readonly source: string;
  /** Whether these are the built-in policies, which nobody has chosen or configured. */
  readonly isLibrary: boolean;
  /** The path of a module that exports `policies`, in the order of the bundle's. */
  readonly javascript: () => Promise<string>;
  /** Whether the Rego has been compiled already, so that no engine is needed to run it. */
  readonly isCompiled: boolean;
  /** All the Rego as one module with an entrypoint each. */
  readonly wasm: () => Promise<Uint8Array>;
}
