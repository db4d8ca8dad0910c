import { Collector, type Diagnostic } from "@policyc/diagnostics";
import type { Json } from "@policyc/ir";
import { isJsonObject, listAt, textsAt } from "../../fixtures/json.js";
import { type Manifest, parseManifests } from "../../fixtures/manifest.js";
import { parseYaml, type YamlDocument } from "../../fixtures/yaml.js";
import { beside } from "../beside.js";
import { fileNotThere } from "../diagnostics/suite.js";
import type { ReadText, Suite, SuiteCase } from "../suite.js";
import { hold, isOfKyvernoCli, type TestReading } from "./document.js";
import { type InTest, resultCases } from "./result.js";
import { testSchema } from "./test-schema.js";
import { testUser } from "./user-info.js";
import { testValues } from "./values.js";

/** Whether a document is a Test of Kyverno's command line, which takes one for a Test without a kind as well. */
export function isKyvernoTest(value: Json): boolean {
  if (isOfKyvernoCli(value, "Test")) return true;
  const isUntyped = isJsonObject(value) && value["kind"] === undefined && value["apiVersion"] === undefined;
  return isUntyped && listAt(value, "policies").length > 0 && listAt(value, "results").length > 0;
}

/**
 * Reads a `kyverno-test.yaml`. The policies that it names are left aside: those of the project that bear their names
 * take their place. Each resource of each result is a case.
 */
export function readKyvernoTest(text: string, file: string, read: ReadText): Suite {
  const collector = new Collector();
  const documents = parseYaml(text, file, collector, "core").filter(({ value }) => isKyvernoTest(value));
  const cases = documents.flatMap((document) => testCases({ document, read, collector }));
  return { file, format: "kyverno", cases, diagnostics: collector.diagnostics };
}

function testCases(reading: TestReading): readonly SuiteCase[] {
  const { document, collector } = reading;
  hold(document, testSchema, "Test", collector);
  const { manifests, problems } = resources(reading);
  for (const problem of problems) collector.report(problem);
  const inTest: InTest = {
    document,
    manifests,
    isComplete: problems.length === 0,
    values: testValues(reading),
    user: testUser(reading),
    beyond: beyond(document),
  };
  return listAt(document.value, "results").flatMap((written, index) =>
    isJsonObject(written) ? resultCases(written, ["results", index], inTest) : [],
  );
}

interface Resources {
  readonly manifests: readonly Manifest[];
  readonly problems: readonly Diagnostic[];
}

function resources({ document, read }: TestReading): Resources {
  const own = new Collector();
  const manifests = textsAt(document.value, "resources").flatMap((path, index) => {
    const file = beside(document.file, path);
    const text = read(file);
    if (text === undefined) own.report(fileNotThere(document.locate(["resources", index]), path));
    return text === undefined ? [] : parseManifests(text, file, own);
  });
  return { manifests, problems: own.diagnostics };
}

/** What a Test may have that changes verdicts and that policyc knows nothing of. */
const unknownWorlds = [
  ["exceptions", "PolicyExceptions"],
  ["clusterResources", "other objects of a cluster"],
  ["context", "a Context of other objects"],
  ["apiCallResponses", "the answers of an API"],
  ["globalContextEntries", "global context entries"],
  ["paramResources", "parameters in the cluster"],
  ["jsonPayload", "JSON that is no Kubernetes object"],
  ["jsonPayloads", "JSON that is no Kubernetes object"],
  ["httpPayloads", "HTTP requests"],
  ["envoyPayloads", "Envoy's requests"],
] as const;

function beyond({ value }: YamlDocument): string | undefined {
  const found = unknownWorlds.find(([field]) => isJsonObject(value) && value[field] !== undefined);
  return found === undefined
    ? undefined
    : `the test needs ${found[1]} (\`${found[0]}\`), which policyc does not read`;
}
