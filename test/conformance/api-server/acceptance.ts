import { basename } from "node:path";
import type { Dist, PolicyFile } from "../dist.js";
import { kindOf, nameOf, readDocuments } from "../documents.js";
import type { JsonObject } from "../json.js";
import { agrees, disagrees, type Outcome, type Subject } from "../outcome.js";
import type { ApiClient } from "./api-client.js";
import { constraintCrd } from "./constraint-crd.js";
import { establish, gatekeeperMatchSchema, shippedCrds } from "./custom-resources.js";
import type { Resources } from "./resources.js";
import type { StandIns } from "./stand-in-crds.js";
import { typeWarnings } from "./type-checking.js";
import { waitUntil } from "./wait-until.js";

export interface AcceptanceInput {
  readonly client: ApiClient;
  readonly resources: Resources;
  readonly dist: Dist;
  readonly standIns: StandIns;
}

/** The API server takes every object that we emit, knows every field in it, and finds no fault in the types of its CEL. */
export async function checkAcceptance(input: AcceptanceInput): Promise<readonly Outcome[]> {
  const { client, resources, dist } = input;
  const gatekeeper = dist.gatekeeper.flatMap(({ policy, files }) => files.map((file) => ({ policy, file })));
  const files = [...gatekeeper, ...dist.kyverno, ...dist.kyvernoVpol, ...dist.vap];
  await establish(client, resources, await shippedCrds(await kindsIn(files)));
  await establishConstraints(input);
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(...(await accept(resources, file)));
  for (const file of dist.vap) outcomes.push(...(await checkTypes(input, file)));
  return outcomes;
}

async function kindsIn(files: readonly PolicyFile[]): Promise<ReadonlySet<string>> {
  const objects = await Promise.all(files.map(({ file }) => readOrComplain(file)));
  return new Set(objects.flatMap(objectsIn).map(kindOf));
}

async function accept(resources: Resources, { policy, file }: PolicyFile): Promise<readonly Outcome[]> {
  const objects = await readOrComplain(file);
  if (typeof objects === "string") {
    return [disagrees({ engine: "api-server", policy, case: `${basename(file)} is YAML` }, objects)];
  }
  const outcomes = objects.map(async (object) => {
    const subject: Subject = { engine: "api-server", policy, case: `${kindOf(object)} is accepted` };
    // A kind that came a moment ago is not in discovery yet.
    const known = waitUntil(`the kind ${kindOf(object)}`, () => resources.pathOf(object), 10);
    if ((await known.catch(() => undefined)) === undefined)
      return disagrees(subject, "no such kind is served");
    const answer = await resources.apply(object, { dryRun: true });
    return answer.ok ? agrees(subject) : disagrees(subject, answer.message);
  });
  return Promise.all(outcomes);
}

async function readOrComplain(file: string): Promise<readonly JsonObject[] | string> {
  try {
    const objects = await readDocuments(file);
    return objects.length > 0 ? objects : "the file holds no object";
  } catch (error) {
    return String(error);
  }
}

/** What Gatekeeper's controller would do: each template becomes the CRD of its constraints. */
async function establishConstraints({ client, resources, dist }: AcceptanceInput): Promise<void> {
  const schema = await gatekeeperMatchSchema();
  const crds = dist.gatekeeper.map(async ({ template }) => {
    const crd = objectsIn(await readOrComplain(template)).map((object) => constraintCrd(object, schema));
    // A template that the API server refuses is in the result already, and so will be its constraint.
    await establish(client, resources, crd).catch(() => undefined);
  });
  await Promise.all(crds);
}

/** What cannot be read is in the result already. */
function objectsIn(read: readonly JsonObject[] | string): readonly JsonObject[] {
  return typeof read === "string" ? [] : read;
}

/** Stores the policy without its binding: it is type-checked and denies nothing. */
async function checkTypes(input: AcceptanceInput, { policy, file }: PolicyFile): Promise<readonly Outcome[]> {
  const objects = objectsIn(await readOrComplain(file));
  const policies = objects.filter((one) => kindOf(one) === "ValidatingAdmissionPolicy");
  const outcomes = policies.map(async (object) => {
    const subject: Subject = { engine: "api-server", policy, case: `types of ${nameOf(object)}` };
    const stored = await input.resources.apply(object);
    if (!stored.ok) return disagrees(subject, stored.message);
    const path = (await input.resources.pathOf(object)) ?? "";
    const warnings = await typeWarnings(input.client, path, input.standIns);
    await input.resources.remove(object);
    return warnings.length === 0 ? agrees(subject) : disagrees(subject, warnings.join("\n"));
  });
  return Promise.all(outcomes);
}
