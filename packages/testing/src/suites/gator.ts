import { Collector, type Span } from "@policyc/diagnostics";
import type { Json } from "@policyc/ir";
import { isAdmissionReview, reviewedRequest } from "../fixtures/admission-review.js";
import {
  isJsonObject,
  type JsonObject,
  type JsonPath,
  listAt,
  objectAt,
  textAt,
  valueAt,
} from "../fixtures/json.js";
import { type Manifest, parseManifests } from "../fixtures/manifest.js";
import { bareRequestOf, type Fixture } from "../fixtures/request.js";
import { parseYaml, type YamlDocument } from "../fixtures/yaml.js";
import { manifestsIn, oneManifest } from "./case-object.js";
import { badGatorSuite, badPattern } from "./diagnostics/suite.js";
import { gatorPatternOf } from "./pattern.js";
import type { Expectation, Pattern, ReadText, Suite, SuiteCase } from "./suite.js";

/** Whether a document is a Suite of Gatekeeper's `gator verify`. */
export function isGatorSuite(value: Json): boolean {
  return (
    textAt(value, "kind") === "Suite" &&
    textAt(value, "apiVersion")?.startsWith("test.gatekeeper.sh/") === true
  );
}

/**
 * Reads a Suite of `gator verify`. Its template is left aside: the emitted one of the same kind takes its place. As
 * gator does, objects are evaluated as they are written, without a schema and without a request.
 */
export function readGatorSuite(text: string, file: string, read: ReadText): Suite {
  const collector = new Collector();
  const documents = parseYaml(text, file, collector, "core").filter(({ value }) => isGatorSuite(value));
  const cases = documents.flatMap((document) => {
    const skipAll = document.value !== null && valueAt(document.value, ["skip"]) === true;
    return listAt(document.value, "tests").flatMap((test, index) =>
      isJsonObject(test)
        ? testCases({ test, path: ["tests", index], document, read, skipAll, collector })
        : [],
    );
  });
  return { file, format: "gator", cases, diagnostics: collector.diagnostics };
}

interface Test {
  readonly test: JsonObject;
  readonly path: JsonPath;
  readonly document: YamlDocument;
  readonly read: ReadText;
  readonly skipAll: boolean;
  /** For what is wrong with the test as a whole. */
  readonly collector: Collector;
}

function testCases(context: Test): readonly SuiteCase[] {
  const { test, path, document, read, collector } = context;
  const constraintPath = textAt(test, "constraint");
  if (constraintPath === undefined || constraintPath === "") {
    collector.report(badGatorSuite(document.locate(path), "a test has no `constraint`"));
    return [];
  }
  const constraint = oneManifest(constraintPath, document.locate([...path, "constraint"]), {
    file: document.file,
    read,
    parse: parseManifests,
    collector,
  });
  if (constraint === undefined) return [];
  if (test["invalid"] === true) {
    const name = "invalid constraint";
    return [gatorCase({ name, skip: true }, path, { ...context, constraint })];
  }
  return listAt(test, "cases").flatMap((written, index) =>
    isJsonObject(written) ? [gatorCase(written, [...path, "cases", index], { ...context, constraint })] : [],
  );
}

interface CaseContext extends Test {
  readonly constraint: Manifest;
}

function gatorCase(written: JsonObject, path: JsonPath, context: CaseContext): SuiteCase {
  const { test, document, constraint } = context;
  const collector = new Collector();
  const span = document.locate([...path, "name"]);
  const skip = reasonToSkip(written, context);
  const expectations = listAt(written, "assertions").flatMap((assertion, index) =>
    expectationOf(assertion, document.locate([...path, "assertions", index]), collector),
  );
  // gator's own words: "assertions must be non-empty".
  if (listAt(written, "assertions").length === 0 && skip === undefined)
    collector.report(badGatorSuite(span, "a case has no `assertions`"));
  const fixture = skip === undefined ? fixtureOf(written, path, context, collector) : undefined;
  const match = valueAt(constraint.object, ["spec", "match"]);
  return {
    name: `${textAt(test, "name") ?? "test"}/${textAt(written, "name") ?? "case"}`,
    span,
    policy: { kind: "constraint", constraintKind: textAt(constraint.object, "kind") ?? "" },
    params: {
      values: objectAt(constraint.object, "spec", "parameters"),
      locate: (below) => constraint.locate(["spec", "parameters", ...below]),
      complete: true,
    },
    fixture: fixture === undefined ? undefined : { fixture: () => fixture, evaluated: "raw" },
    inventory: skip === undefined ? inventoryOf(written, path, context, collector) : [],
    expectations,
    ...(skip === undefined ? {} : { skip }),
    constraintMatch: isJsonObject(match) ? match : {},
    diagnostics: collector.diagnostics,
  };
}

function reasonToSkip(written: JsonObject, { test, skipAll }: CaseContext): string | undefined {
  if (test["invalid"] === true) return "it tests that a Constraint is refused, which needs an API server";
  if (skipAll || test["skip"] === true || written["skip"] === true) return "the suite says `skip: true`";
  if (textAt(test, "expansion") !== undefined)
    return "it needs an ExpansionTemplate, which policyc does not read";
  return undefined;
}

function fixtureOf(
  written: JsonObject,
  path: JsonPath,
  { document, read }: CaseContext,
  collector: Collector,
): Fixture | undefined {
  const object = textAt(written, "object");
  const span = document.locate([...path, "object"]);
  if (object === undefined || object === "") {
    collector.report(badGatorSuite(span, "a case has no `object`"));
    return undefined;
  }
  const manifest = oneManifest(object, span, { file: document.file, read, parse: parseManifests, collector });
  if (manifest === undefined) return undefined;
  return isAdmissionReview(manifest.object) ? reviewedRequest(manifest, collector) : bareRequestOf(manifest);
}

function inventoryOf(
  written: JsonObject,
  path: JsonPath,
  { document, read }: CaseContext,
  collector: Collector,
): readonly Manifest[] {
  return listAt(written, "inventory").flatMap((file, index) =>
    typeof file === "string"
      ? manifestsIn(file, document.locate([...path, "inventory", index]), {
          file: document.file,
          read,
          parse: parseManifests,
          collector,
        })
      : [],
  );
}

function expectationOf(assertion: Json, span: Span, collector: Collector): readonly Expectation[] {
  const violations = valueAt(assertion, ["violations"]);
  const wanted = wantedViolations(violations);
  if (wanted === undefined) {
    collector.report(badGatorSuite(span, '`violations` must be a number, "yes" or "no"'));
    return [];
  }
  const message = textAt(assertion, "message");
  if (message === undefined) return [{ kind: "violations", wanted }];
  return gatorPattern(message, span, collector).map((pattern) => ({
    kind: "violations",
    wanted,
    message: pattern,
  }));
}

/** YAML 1.1 readers turn `yes` into true. */
function wantedViolations(value: Json | undefined): "yes" | "no" | number | undefined {
  if (value === undefined || value === "yes" || value === true) return "yes";
  if (value === "no" || value === false) return "no";
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function gatorPattern(message: string, span: Span, collector: Collector): readonly Pattern[] {
  try {
    return [gatorPatternOf(message)];
  } catch (error) {
    collector.report(badPattern(span, message, error instanceof Error ? error.message : String(error)));
    return [];
  }
}
