import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { kindOf, nameOf, readDocuments } from "../documents.js";
import { moduleFolder } from "../engines.js";
import { at, type JsonObject, listOf, objectOf, textOf } from "../json.js";
import type { ApiClient } from "./api-client.js";
import type { Resources } from "./resources.js";
import { waitUntil } from "./wait-until.js";

/** The CRDs of these kinds as Gatekeeper and Kyverno ship them, out of the very modules that the engines are built from. */
export async function shippedCrds(kinds: ReadonlySet<string>): Promise<readonly JsonObject[]> {
  const gatekeeper = join(await gatekeeperModule(), "deploy", "gatekeeper.yaml");
  const kyverno = join(await moduleFolder("kyverno", "github.com/kyverno/kyverno"), "config", "crds");
  const files = (await readdir(kyverno, { recursive: true })).filter((file) => file.endsWith(".yaml"));
  const all = [gatekeeper, ...files.map((file) => join(kyverno, file))].map(readDocuments);
  const crds = (await Promise.all(all)).flat().filter((one) => kindOf(one) === "CustomResourceDefinition");
  return crds.filter((crd) => kinds.has(textOf(at(crd, "spec", "names", "kind"))));
}

/** The schema of a constraint's `spec.match`, which Gatekeeper puts into each constraint's CRD. */
export async function gatekeeperMatchSchema(): Promise<JsonObject> {
  const bases = join(await gatekeeperModule(), "config", "crd", "bases");
  const [crd] = await readDocuments(join(bases, "match.gatekeeper.sh_matchcrd.yaml"));
  const schema = at(crd, "spec", "versions", 0, "schema", "openAPIV3Schema", "properties", "embeddedMatch");
  return objectOf(schema);
}

/** Stores CRDs and waits until their kinds are served. */
export async function establish(
  client: ApiClient,
  resources: Resources,
  crds: readonly JsonObject[],
): Promise<void> {
  await Promise.all(crds.map((crd) => establishOne(client, resources, crd)));
}

async function establishOne(client: ApiClient, resources: Resources, crd: JsonObject): Promise<void> {
  const answer = await resources.apply(crd);
  if (!answer.ok) throw new Error(`the CRD ${nameOf(crd)} was refused: ${answer.message}`);
  const path = (await resources.pathOf(crd)) ?? "";
  await waitUntil(`the CRD ${nameOf(crd)}`, async () => {
    const { body } = await client.send({ method: "GET", path });
    const established = listOf(at(body, "status", "conditions")).some(
      (one) => at(one, "type") === "Established" && at(one, "status") === "True",
    );
    return established ? true : undefined;
  });
}

function gatekeeperModule(): Promise<string> {
  return moduleFolder("gator", "github.com/open-policy-agent/gatekeeper/v3");
}
