import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { nameOf, readDocuments } from "../documents.js";
import { at, type JsonObject, listOf, objectOf, textOf } from "../json.js";
import { type Expectation, expectationOf } from "./expectation.js";
import { type Review, reviewOf } from "./review.js";

/** A gator Suite of the gatekeeper-library, with every file that it names read in. */
export interface UpstreamSuite {
  /** The folder's name, such as `allowedrepos`. */
  readonly name: string;
  readonly folder: string;
  /** `metadata.name` of the ConstraintTemplate that the suite is about. */
  readonly template: string;
  readonly tests: readonly UpstreamTest[];
}

/** The cases of one constraint. */
export interface UpstreamTest {
  readonly name: string;
  readonly parameters: JsonObject;
  readonly match: JsonObject;
  readonly cases: readonly UpstreamCase[];
}

export interface UpstreamCase {
  /** Unique among all suites: `allowedrepos/allowed-repos/example-allowed`. */
  readonly name: string;
  readonly review: Review;
  readonly inventory: readonly JsonObject[];
  readonly expects: Expectation;
  /** Whether the policy has to look at the object: an engine that does not say so proves nothing. */
  readonly mustBeAsked?: boolean;
  /** The version that the object is written in, where the policy names another one: an API server converts. */
  readonly unconverted?: string;
}

/** The folder with the suites that others wrote; they are not part of this repository. */
export function upstreamFolder(): string {
  const { POLICYC_UPSTREAM } = process.env;
  const beside = resolve(import.meta.dirname, "../../../../shared/upstream");
  return join(POLICYC_UPSTREAM ?? beside, "gatekeeper-library");
}

/** All suites by name; none where the folder is missing. */
export async function readUpstreamSuites(folder: string): Promise<readonly UpstreamSuite[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).sort();
  const suites = names.filter((name) => existsSync(join(folder, name, "suite.yaml")));
  return Promise.all(suites.map((name) => readSuite(join(folder, name), name)));
}

async function readSuite(folder: string, name: string): Promise<UpstreamSuite> {
  const template = await firstDocument(join(folder, "interface.yaml"));
  const suite = await firstDocument(join(folder, "suite.yaml"));
  const tests = listOf(at(suite, "tests")).map((test) => readTest(test, { folder, prefix: name }));
  return { name, folder, template: nameOf(template), tests: await Promise.all(tests) };
}

interface Place {
  readonly folder: string;
  readonly prefix: string;
}

async function readTest(test: unknown, { folder, prefix }: Place): Promise<UpstreamTest> {
  const constraint = await firstDocument(join(folder, textOf(at(test, "constraint"))));
  const name = `${prefix}/${textOf(at(test, "name"))}`;
  const cases = listOf(at(test, "cases")).map((one) => readCase(one, { folder, prefix: name }));
  return {
    name,
    parameters: objectOf(at(constraint, "spec", "parameters")),
    match: objectOf(at(constraint, "spec", "match")),
    cases: await Promise.all(cases),
  };
}

async function readCase(one: unknown, { folder, prefix }: Place): Promise<UpstreamCase> {
  const object = await firstDocument(join(folder, textOf(at(one, "object"))));
  const files = listOf(at(one, "inventory")).map((file) => readDocuments(join(folder, textOf(file))));
  return {
    name: `${prefix}/${textOf(at(one, "name"))}`,
    review: reviewOf(object),
    inventory: (await Promise.all(files)).flat(),
    expects: expectationOf(listOf(at(one, "assertions"))),
  };
}

async function firstDocument(file: string): Promise<JsonObject> {
  const [document] = await readDocuments(file);
  if (document === undefined) throw new Error(`${file} holds no object`);
  return document;
}
