import { resolve } from "node:path";
import {
  type EmissionMemory,
  type EmissionThread,
  emissionThread,
  emitPolicies,
  policyModules,
  type SourcePolicy,
} from "@policyc/compiler";
import type { Compiler } from "../project/compiler.js";

/** A compiler that stays, and compiles again only what a change concerns. */
export interface LivingCompiler extends Compiler {
  /** Takes over files that have changed, appeared or gone since; absolute. */
  readonly update: (files: readonly string[]) => void;
  /** The modules that the policies were made from; absolute. */
  readonly inputs: () => ReadonlySet<string>;
  /** The names of the policies that were compiled again since the last round that did its work. */
  readonly compiled: () => readonly string[];
  /** Ends such a round. */
  readonly settle: () => void;
  /** No more rounds. */
  readonly close: () => void;
}

/** A compiler for the project of one folder. */
export function livingCompiler(root: string): LivingCompiler {
  const own: EmissionMemory = new WeakMap();
  let thread: EmissionThread | undefined;
  let modules = policyModules(root);
  let inputs: ReadonlySet<string> = new Set();
  let policies: readonly SourcePolicy[] = [];
  let settled: ReadonlySet<SourcePolicy> = new Set();
  let isBroken = false;
  let modulesRead = 0;
  return {
    load: (wanted) => {
      modulesRead = wanted.files.length;
      policies = modules.lower({
        ...wanted,
        files: wanted.files.map((file) => resolve(wanted.root, file)),
        onInputs: (files) => {
          inputs = new Set(files);
        },
      });
      isBroken = wanted.collector.hasErrors || policies.length < wanted.files.length;
      return policies;
    },
    expect: (item) => {
      thread ??= emissionThread(modulesRead);
      thread?.begin(item);
    },
    emit: async (emission) => emitPolicies({ ...emission, memory: (await thread?.answers()) ?? own }),
    update: (files) => {
      const changed = files.filter(isModule);
      for (const file of changed.filter((path) => inputs.has(path))) modules.update(file);
      // A new module may be what a policy has missed, and TypeScript remembers what it could not find.
      if (isBroken && changed.some((path) => !inputs.has(path))) modules = policyModules(root);
    },
    inputs: () => inputs,
    compiled: () => policies.filter((policy) => !settled.has(policy)).map(({ policy }) => policy.name),
    settle: () => {
      settled = new Set(policies);
    },
    close: () => thread?.end(),
  };
}

/** Whether a file is a module of TypeScript. */
export function isModule(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file);
}
