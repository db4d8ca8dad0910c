import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Policy } from "@policyc/sdk";
import { bundleText, isPolicy, PolicyNotLoadable } from "./policy-module.js";

/** The policies of several files as one module that Node can run, e.g. to publish it. */
export interface PolicyBundle {
  /** ECMAScript; exports `policies`, in the order of the files. */
  readonly text: string;
  /** Absolute paths of all files that went into it. */
  readonly inputs: readonly string[];
}

/** Bundles policies with all that they import. What they share is there once. */
export function bundlePolicies(files: readonly string[]): Promise<PolicyBundle> {
  const paths = files.map((file) => resolve(file));
  const imports = paths.map((path, index) => `import p${index} from ${JSON.stringify(path)};`);
  const names = paths.map((_, index) => `p${index}`);
  return bundleText(`${imports.join("\n")}\nexport const policies = [${names.join(", ")}];\n`);
}

/** Runs a bundle of policies. */
export async function importBundle(file: string): Promise<readonly Policy[]> {
  const module: { policies?: unknown } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const { policies } = module;
  if (!Array.isArray(policies) || !policies.every(isPolicy))
    throw new PolicyNotLoadable(`${file} is no bundle of policies`);
  return policies;
}
