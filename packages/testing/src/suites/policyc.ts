import { Collector, type Diagnostic, type Span } from "@policyc/diagnostics";
import type { Json } from "@policyc/ir";
import {
  formatPath,
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonPath,
  listAt,
  objectAt,
  textAt,
} from "../fixtures/json.js";
import { type SchemaProblem, schemaProblems } from "../fixtures/schema.js";
import { parseYaml, type YamlDocument } from "../fixtures/yaml.js";
import { beside } from "./beside.js";
import { caseFixture, caseInventory } from "./case-object.js";
import {
  badPattern,
  noExpectation,
  noSubject,
  unknownSuiteField,
  wrongSuiteValue,
} from "./diagnostics/suite.js";
import { patternOf } from "./pattern.js";
import type { Expectation, Pattern, PolicyReference, ReadText, Suite, SuiteCase } from "./suite.js";
import { suiteSchema } from "./suite-schema.js";

/** Reads a `suite.yaml` beside a policy. What is wrong in one case leaves the others as they are. */
export function readSuite(text: string, file: string, read: ReadText): Suite {
  const collector = new Collector();
  const [document] = parseYaml(text, file, collector, "core");
  if (document === undefined)
    return { file, format: "policyc", cases: [], diagnostics: collector.diagnostics };
  const problems = schemaProblems(document.value, suiteSchema);
  const general = problems
    .filter((problem) => caseIndex(problem) === undefined)
    .map((problem) => suiteDiagnostic(problem, document));
  const policy = policyReference(document);
  const cases = listAt(document.value, "cases").flatMap((written, index) => {
    if (!isJsonObject(written)) return [];
    const own = problems
      .filter((problem) => caseIndex(problem) === index)
      .map((problem) => suiteDiagnostic(problem, document));
    return [suiteCase({ written, index, document, policy, read, problems: own })];
  });
  return { file, format: "policyc", cases, diagnostics: [...collector.diagnostics, ...general] };
}

function caseIndex({ path }: SchemaProblem): number | undefined {
  const [first, index] = path;
  return first === "cases" && typeof index === "number" ? index : undefined;
}

function suiteDiagnostic(problem: SchemaProblem, document: YamlDocument): Diagnostic {
  const { path } = problem;
  const field = formatPath(path);
  switch (problem.kind) {
    case "unknown":
      return unknownSuiteField(document.locate(path), field);
    case "missing":
      return wrongSuiteValue(document.locate(path.slice(0, -1)), field, "given");
    case "wrong":
      return wrongSuiteValue(document.locate(path), field === "" ? "the suite" : field, problem.expected);
  }
}

function policyReference(document: YamlDocument): PolicyReference {
  const path = textAt(document.value, "policy") ?? "./policy.ts";
  return { kind: "file", file: beside(document.file, path), span: document.locate(["policy"]) };
}

interface Written {
  readonly written: JsonObject;
  readonly index: number;
  readonly document: YamlDocument;
  readonly policy: PolicyReference;
  readonly read: ReadText;
  readonly problems: readonly Diagnostic[];
}

function suiteCase({ written, index, document, policy, read, problems }: Written): SuiteCase {
  const collector = new Collector();
  for (const problem of problems) collector.report(problem);
  const path: JsonPath = ["cases", index];
  const span = document.locate(written["name"] === undefined ? path : [...path, "name"]);
  const name = textAt(written, "name") ?? `case ${index + 1}`;
  const skip = textAt(written, "skip");
  if ((written["object"] === undefined) === (written["manifest"] === undefined))
    collector.report(noSubject(span, name));
  const expectations = expectationsOf(written, { path, name, document, collector });
  const reading = { document, read, collector };
  const fixture = collector.hasErrors ? undefined : caseFixture(written, path, reading);
  const inventory = caseInventory(written, path, reading);
  return {
    name,
    span,
    policy,
    fixture,
    inventory,
    expectations,
    params: givenParams(written, path, document),
    ...(skip === undefined ? {} : { skip }),
    diagnostics: collector.diagnostics,
  };
}

/** The case's parameters over the suite's; a value is located where it was said last. */
function givenParams(written: JsonObject, path: JsonPath, document: YamlDocument): SuiteCase["params"] {
  const own = objectAt(written, "params");
  const locate = ([name, ...rest]: JsonPath): Span => {
    if (name === undefined)
      return document.locate(Object.keys(own).length === 0 ? ["params"] : [...path, "params"]);
    return document.locate([...(Object.hasOwn(own, String(name)) ? path : []), "params", name, ...rest]);
  };
  return { values: { ...objectAt(document.value, "params"), ...own }, locate, complete: false };
}

interface InCase {
  readonly path: JsonPath;
  readonly name: string;
  readonly document: YamlDocument;
  readonly collector: Collector;
}

function expectationsOf(
  written: JsonObject,
  { path, name, document, collector }: InCase,
): readonly Expectation[] {
  const { allow, deny } = written;
  if ((allow === undefined) === (deny === undefined)) {
    collector.report(noExpectation(document.locate([...path, "name"]), name));
    return [];
  }
  if (deny === undefined) return [{ kind: "allow" }];
  return [denial(deny, (index) => document.locate([...path, "deny", index]), collector)];
}

function denial(deny: Json, locate: (index: number) => Span, collector: Collector): Expectation {
  if (typeof deny === "number") return { kind: "deny", count: deny };
  if (!isJsonList(deny)) return { kind: "deny" };
  const messages = deny.flatMap((text, index) =>
    typeof text === "string" ? pattern(text, locate(index), collector) : [],
  );
  return { kind: "deny", messages };
}

function pattern(text: string, span: Span, collector: Collector): readonly Pattern[] {
  try {
    return [patternOf(text)];
  } catch (error) {
    collector.report(badPattern(span, text, error instanceof Error ? error.message : String(error)));
    return [];
  }
}
