import { serialize } from "node:v8";
import type { Diagnostic } from "@policyc/diagnostics";
import type { Policy } from "@policyc/ir";
import type { SourceProject } from "./project/project.js";
import type { ts } from "./typescript.js";

/** A policy and the module that it comes from. */
export interface SourcePolicy {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly policy: Policy;
}

/** What came of a module: its policy, unless something is wrong with it. */
export interface LoweredModule {
  readonly policies: readonly SourcePolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What came of each module, until a file that it was made from changes. */
export class LoweredModules {
  readonly #project: SourceProject;
  readonly #lowered = new Map<ts.SourceFile, LoweredModule>();
  /** What came of a module before, by its name: a file that many share changes for few of them. */
  readonly #before = new Map<string, LoweredModule>();
  /** INVARIANT: of the time when the module was lowered. Only who changes files asks, so it is looked up then. */
  readonly #inputs = new Map<ts.SourceFile, ReadonlySet<ts.SourceFile>>();

  constructor(project: SourceProject) {
    this.#project = project;
  }

  get(file: ts.SourceFile): LoweredModule | undefined {
    return this.#lowered.get(file);
  }

  /** A policy that came out as before stays the same object, so that whoever knows it has nothing to do. */
  remember(file: ts.SourceFile, { policies, diagnostics }: LoweredModule): LoweredModule {
    const before = this.#before.get(file.fileName)?.policies;
    const isAsBefore = before !== undefined && isSame(before, policies);
    const lowered = { policies: isAsBefore ? before : policies, diagnostics };
    this.#before.delete(file.fileName);
    this.#lowered.set(file, lowered);
    this.#inputs.delete(file);
    return lowered;
  }

  /** To be called before the file changes. Who imports a file that nobody knew yet cannot be told: perhaps all. */
  forgetUsersOf(changed: ts.SourceFile | undefined): void {
    const unknown = [...this.#lowered.keys()].filter((file) => !this.#inputs.has(file));
    for (const [file, inputs] of this.#project.modulesOf(unknown)) this.#inputs.set(file, inputs);
    for (const [file, inputs] of this.#inputs) {
      if (changed !== undefined && !inputs.has(changed)) continue;
      const lowered = this.#lowered.get(file);
      if (lowered !== undefined) this.#before.set(file.fileName, lowered);
      this.#lowered.delete(file);
      this.#inputs.delete(file);
    }
  }
}

/** To the last place. As bytes they are compared many times faster than part by part. */
function isSame(some: readonly SourcePolicy[], others: readonly SourcePolicy[]): boolean {
  return serialize(some).equals(serialize(others));
}
