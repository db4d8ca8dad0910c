import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { nameOf, readDocuments } from "./documents.js";

/** What the compiler wrote, by target and policy; a target that was not emitted is empty. */
export interface Dist {
  readonly folder: string;
  readonly gatekeeper: readonly GatekeeperPolicy[];
  readonly kyverno: readonly PolicyFile[];
  readonly kyvernoVpol: readonly PolicyFile[];
  readonly vap: readonly PolicyFile[];
}

export interface GatekeeperPolicy {
  readonly policy: string;
  /** `metadata.name` of the ConstraintTemplate: what ties it to an upstream suite. */
  readonly templateName: string;
  readonly template: string;
  readonly constraint: string;
  /** These two and whatever else is to be applied with them. */
  readonly files: readonly string[];
}

export interface PolicyFile {
  readonly policy: string;
  readonly file: string;
}

export async function readDist(folder: string): Promise<Dist> {
  if (!existsSync(folder)) throw new Error(`no emitted policies: the folder ${folder} does not exist`);
  return {
    folder,
    gatekeeper: await gatekeeperPolicies(join(folder, "gatekeeper")),
    kyverno: await policyFiles(join(folder, "kyverno")),
    kyvernoVpol: await policyFiles(join(folder, "kyverno-vpol")),
    vap: await policyFiles(join(folder, "vap")),
  };
}

async function gatekeeperPolicies(folder: string): Promise<readonly GatekeeperPolicy[]> {
  const policies = (await entries(folder)).map(async (policy) => {
    const names = (await entries(join(folder, policy))).filter((name) => name.endsWith(".yaml"));
    const template = join(folder, policy, "template.yaml");
    // A template that is no YAML answers no suite; the API server's part of the result says what is wrong.
    const [document] = await readDocuments(template).catch(() => []);
    return {
      policy,
      templateName: document === undefined ? "" : nameOf(document),
      template,
      constraint: join(folder, policy, "constraint.yaml"),
      files: names.map((name) => join(folder, policy, name)),
    };
  });
  return Promise.all(policies);
}

async function policyFiles(folder: string): Promise<readonly PolicyFile[]> {
  const files = (await entries(folder)).filter((name) => name.endsWith(".yaml"));
  return files.map((name) => ({ policy: basename(name, ".yaml"), file: join(folder, name) }));
}

async function entries(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => name !== "kustomization.yaml").sort();
}
