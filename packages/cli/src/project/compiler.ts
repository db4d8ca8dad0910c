import {
  type Emission,
  type EmissionThread,
  type EmittedFile,
  emissionThread,
  emitPolicies,
  loadPolicies,
  type PolicyDeployment,
  type SourcePolicy,
  type Sources,
} from "@policyc/compiler";

/** Who makes policies of modules, and manifests of policies. */
export interface Compiler {
  readonly load: (sources: Sources) => readonly SourcePolicy[];
  /** Told how a policy will most likely be deployed while others are still being read. */
  readonly expect?: (item: PolicyDeployment) => void;
  readonly emit: (emission: Emission) => Promise<readonly EmittedFile[]>;
}

/** Reads and compiles everything, once. Of many policies, a second thread prints those that are read already. */
export function freshCompiler(): Compiler {
  let thread: EmissionThread | undefined;
  return {
    load: (sources) => {
      thread = emissionThread(sources.files.length);
      return loadPolicies(sources);
    },
    expect: (item) => thread?.begin(item),
    emit: async (emission) => {
      const memory = emission.collector.hasErrors ? undefined : await thread?.answers();
      thread?.end();
      return emitPolicies({ ...emission, ...(memory === undefined ? {} : { memory }) });
    },
  };
}
