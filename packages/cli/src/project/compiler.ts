import {
  type Emission,
  type EmittedFile,
  emitPolicies,
  loadPolicies,
  type SourcePolicy,
  type Sources,
} from "@policyc/compiler";

/** Who makes policies of modules, and manifests of policies. */
export interface Compiler {
  readonly load: (sources: Sources) => readonly SourcePolicy[];
  readonly emit: (emission: Emission) => readonly EmittedFile[];
}

/** Reads and compiles everything. */
export const freshCompiler: Compiler = { load: loadPolicies, emit: emitPolicies };
