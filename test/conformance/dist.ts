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
    const template = join(folder, policy, "template.yaml");
    const [document] = await readDocuments(template);
    const templateName = document === undefined ? "" : nameOf(document);
    return { policy, templateName, template, constraint: join(folder, policy, "constraint.yaml") };
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
