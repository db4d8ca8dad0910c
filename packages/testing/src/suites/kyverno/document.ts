import type { Collector, Diagnostic } from "@policyc/diagnostics";
import type { Json } from "@policyc/ir";
import { formatPath, type JsonObject, textAt } from "../../fixtures/json.js";
import { type SchemaProblem, schemaProblems } from "../../fixtures/schema.js";
import { parseYaml, type YamlDocument } from "../../fixtures/yaml.js";
import { unknownTestField, wrongTestValue } from "./diagnostics/kyverno.js";

/** What a Test, and the files that it names, are read with. */
export interface TestReading {
  /** The document with the Test. */
  readonly document: YamlDocument;
  readonly read: (path: string) => string | undefined;
  readonly collector: Collector;
}

/** Whether a document is of Kyverno's command line: a `Test`, `Values` or `UserInfo`. */
export function isOfKyvernoCli(value: Json, kind: string): boolean {
  return (
    textAt(value, "kind") === kind && textAt(value, "apiVersion")?.startsWith("cli.kyverno.io/") === true
  );
}

/** The first document of a file that a Test names. */
export function firstDocument(text: string, file: string, collector: Collector): YamlDocument | undefined {
  return parseYaml(text, file, collector, "core").find(({ value }) => value !== null);
}

/** Reports every field that Kyverno's decoder would refuse. */
export function hold(document: YamlDocument, schema: JsonObject, kind: string, collector: Collector): void {
  for (const problem of schemaProblems(document.value, schema))
    collector.report(diagnostic(problem, document, kind));
}

function diagnostic(problem: SchemaProblem, { locate }: YamlDocument, kind: string): Diagnostic {
  const { path } = problem;
  const field = path.length === 0 ? kind : formatPath(path);
  switch (problem.kind) {
    case "unknown":
      return unknownTestField(locate(path), field, kind);
    case "missing":
      return wrongTestValue(locate(path.slice(0, -1)), field, kind, "given");
    case "wrong":
      return wrongTestValue(locate(path), field, kind, problem.expected);
  }
}
