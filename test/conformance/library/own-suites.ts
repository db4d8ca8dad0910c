import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SourcePolicy } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import {
  type AdmissionRequest,
  admittedRequest,
  engineAdmitting,
  type Inventory,
  inventoryOf as otherObjects,
  readSuite,
  readTextFile,
  type SuiteCase,
} from "@policyc/testing";
import type { Dist, GatekeeperPolicy } from "../dist.js";
import { readDocuments } from "../documents.js";
import { gatorSuite } from "../gator-suite.js";
import { at, type JsonObject, objectOf } from "../json.js";
import { admissionReview } from "./admission-review.js";
import { assertionsOf } from "./assertions.js";
import { libraryPolicies, root } from "./library.js";

/** What the names of such suites start with, to tell them from those of others. */
export const ownPrefix = "library-";

/**
 * Writes the library's own suites down as gator suites, in the layout of the gatekeeper-library, so that every engine
 * is asked about them as it is asked about others' suites. Only policies that have a template are there.
 */
export async function writeOwnSuites(folder: string, dist: Dist): Promise<void> {
  for (const emitted of dist.gatekeeper) {
    const source = libraryPolicies().get(emitted.policy);
    if (source !== undefined) await writeSuite(folder, emitted, source);
  }
}

interface Group {
  readonly params: JsonObject;
  readonly cases: readonly SuiteCase[];
}

async function writeSuite(folder: string, emitted: GatekeeperPolicy, source: SourcePolicy): Promise<void> {
  const file = join(root, dirname(source.file), "suite.yaml");
  const suite = readSuite(await readFile(file, "utf8"), file, readTextFile);
  const { write, finish } = await gatorSuite(join(folder, `${ownPrefix}${emitted.policy}`), emitted.template);
  const [constraint = {}] = await readDocuments(emitted.constraint);
  const tests: JsonObject[] = [];
  for (const [index, group] of groupsOf(suite.cases, source).entries()) {
    const name = `${index + 1}`;
    await write(
      `constraint-${name}.yaml`,
      withParameters(constraint, group.params, `${emitted.policy}-${name}`),
    );
    const cases: JsonObject[] = [];
    for (const [position, one] of group.cases.entries()) {
      const stem = `case-${name}-${position + 1}`;
      const request = await requestOf(one, source);
      await write(`${stem}.yaml`, admissionReview(request));
      const inventory = [...inventoryOf(request), ...(await othersOf(one, source))];
      for (const [at, other] of inventory.entries()) await write(`${stem}-inventory-${at + 1}.yaml`, other);
      cases.push({
        name: `${position + 1} ${one.name}`,
        object: `${stem}.yaml`,
        inventory: inventory.map((_, at) => `${stem}-inventory-${at + 1}.yaml`),
        assertions: assertionsOf(one.expectations),
      });
    }
    tests.push({ name, template: "template.yaml", constraint: `constraint-${name}.yaml`, cases });
  }
  await finish(tests);
}

/** The cases that have the same parameters, in the order of the suite. */
function groupsOf(cases: readonly SuiteCase[], { policy }: SourcePolicy): readonly Group[] {
  const groups = new Map<string, SuiteCase[]>();
  for (const one of cases.filter(({ skip, fixture }) => skip === undefined && fixture !== undefined)) {
    const params = JSON.stringify({ ...policy.params.defaults, ...one.params.values });
    groups.set(params, [...(groups.get(params) ?? []), one]);
  }
  return [...groups].map(([params, own]) => ({ params: objectOf(JSON.parse(params)), cases: own }));
}

function withParameters(constraint: JsonObject, parameters: JsonObject, name: string): JsonObject {
  // A template without parameters refuses a Constraint that has some, if only none.
  const given = Object.keys(parameters).length === 0 ? {} : { parameters };
  const spec = { ...objectOf(at(constraint, "spec")), enforcementAction: "deny", ...given };
  return { ...constraint, metadata: { name }, spec };
}

/** The request of a case, as the API server would send it. */
export async function requestOf(one: SuiteCase, { policy }: SourcePolicy): Promise<AdmissionRequest> {
  if (one.fixture === undefined) throw new Error(`${one.name}: its object cannot be used`);
  const collector = new Collector();
  const request = one.fixture.fixture(policy.match.kinds, collector)?.request;
  if (request === undefined)
    throw new Error(`${one.name}: ${collector.diagnostics[0]?.message ?? "unusable"}`);
  if (one.fixture.evaluated === "raw") return request;
  const objects = [request.object, request.oldObject].filter((object) => object !== undefined);
  return admittedRequest(request, await engineAdmitting(objects));
}

/** The other objects of a case, as the API server would have stored them. */
async function othersOf({ inventory = [] }: SuiteCase, { policy }: SourcePolicy): Promise<Inventory> {
  const admit = await engineAdmitting(inventory.map(({ object }) => object));
  return otherObjects(inventory, { admit, kinds: policy.match.kinds });
}

/** What must be in the cluster for a case to mean something: the namespace, where it has labels of its own. */
function inventoryOf({ namespaceObject }: AdmissionRequest): readonly JsonObject[] {
  const labels = Object.keys(objectOf(at(namespaceObject, "metadata", "labels")));
  return namespaceObject === undefined || labels.length < 2 ? [] : [namespaceObject];
}
