import { Collector, type Diagnostic, type Span } from "@policyc/diagnostics";
import { type JsonObject, type JsonPath, textAt, textsAt } from "../../fixtures/json.js";
import { kindOf } from "../../fixtures/kind-schema.js";
import type { Manifest } from "../../fixtures/manifest.js";
import type { UserInfo } from "../../fixtures/request.js";
import { isServable } from "../../fixtures/schema-validity.js";
import type { YamlDocument } from "../../fixtures/yaml.js";
import type { Expectation, SuiteCase } from "../suite.js";
import { noNamedResources, noSuchResource } from "./diagnostics/kyverno.js";
import { inValues, kyvernoRequest } from "./request.js";
import type { TestValues } from "./values.js";

/** What the results of one Test have in common. */
export interface InTest {
  readonly document: YamlDocument;
  readonly manifests: readonly Manifest[];
  /** Whether all files of `resources` could be read; what is missing has been reported already. */
  readonly isComplete: boolean;
  readonly values: TestValues;
  readonly user: UserInfo | undefined;
  /** Why no result of the Test can be run. */
  readonly beyond: string | undefined;
}

/** The cases of one result: one for each resource that it names. A name that leads to nothing is a case that fails. */
export function resultCases(result: JsonObject, path: JsonPath, test: InTest): readonly SuiteCase[] {
  const { document, manifests } = test;
  const kind = textAt(result, "kind") ?? "";
  const named = namesOf(result, path);
  const skip = test.beyond ?? reasonToSkip(result);
  const skipped = (span: Span, because: string, name = ""): readonly SuiteCase[] => [
    { ...withoutResource(result, span, name), skip: because },
  ];
  if (named.length === 0) {
    const span = document.locate(path);
    return skip === undefined ? [broken(result, span, noNamedResources)] : skipped(span, skip);
  }
  return named.flatMap(({ name, at }) => {
    const span = document.locate(at);
    const found = manifests.filter((manifest) => isNamed(manifest, kind, name));
    if (found.length > 0)
      return found.map((manifest) => resultCase(result, { manifest, name, span, skip }, test));
    // What is mutated, or a payload, is no file of `resources`.
    if (skip !== undefined) return skipped(span, skip, name);
    if (!test.isComplete) return skipped(span, "a file of `resources` could not be read", name);
    return [
      broken(result, span, (where) => noSuchResource(where, kind === "" ? "resource" : kind, name), name),
    ];
  });
}

function namesOf(
  result: JsonObject,
  path: JsonPath,
): readonly { readonly name: string; readonly at: JsonPath }[] {
  const single = textAt(result, "resource");
  const namespace = textAt(result, "namespace");
  return [
    ...textsAt(result, "resources").map((name, index) => ({ name, at: [...path, "resources", index] })),
    ...(single === undefined
      ? []
      : [{ name: namespace === undefined ? single : `${namespace}/${single}`, at: [...path, "resource"] }]),
  ];
}

/** `name` or `namespace/name`; an object without a namespace is in `default`. */
function isNamed({ object }: Manifest, kind: string, name: string): boolean {
  if (kind !== "" && kindOf(object).kind !== kind) return false;
  const own = textAt(object, "metadata", "name") ?? textAt(object, "metadata", "generateName") ?? "";
  return name === own || name === `${textAt(object, "metadata", "namespace") ?? "default"}/${own}`;
}

interface Subject {
  readonly manifest: Manifest;
  readonly name: string;
  readonly span: Span;
  readonly skip: string | undefined;
}

function resultCase(
  result: JsonObject,
  { manifest: written, name, span, skip }: Subject,
  test: InTest,
): SuiteCase {
  const policy = textAt(result, "policy") ?? "";
  const rule = ruleOf(result);
  const variables = test.values.for({
    policy,
    rule,
    resource: textAt(written.object, "metadata", "name") ?? "",
  });
  const manifest = inValues(written, variables);
  const collector = new Collector();
  const servable = isServable(manifest, collector);
  const wanted = textAt(result, "result") ?? "pass";
  return {
    name: caseName(result, name),
    span,
    policy: { kind: "kyverno", policy, rule, span },
    params: { values: {}, locate: () => span, complete: false },
    fixture: servable
      ? kyvernoRequest({
          manifest,
          variables,
          values: test.values,
          user: test.user,
          operation: textAt(result, "operation"),
        })
      : undefined,
    expectations: expectationsOf(wanted),
    // A `skip` is a rule that does not apply; the others say that it was asked.
    mustMatch: wanted !== "skip",
    variables,
    ...(skip === undefined ? {} : { skip }),
    diagnostics: collector.diagnostics,
  };
}

function broken(result: JsonObject, span: Span, problem: (span: Span) => Diagnostic, name = ""): SuiteCase {
  return { ...withoutResource(result, span, name), diagnostics: [problem(span)] };
}

function withoutResource(result: JsonObject, span: Span, name: string): SuiteCase {
  return {
    name: caseName(result, name),
    span,
    policy: { kind: "kyverno", policy: textAt(result, "policy") ?? "", rule: ruleOf(result), span },
    params: { values: {}, locate: () => span, complete: false },
    fixture: undefined,
    expectations: [],
    diagnostics: [],
  };
}

function caseName(result: JsonObject, resource: string): string {
  const parts = [textAt(result, "rule"), textAt(result, "kind"), resource, textAt(result, "result")];
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

/** Kyverno calls the rules that it makes for controllers `autogen-…`; ours is one rule for all kinds. */
function ruleOf(result: JsonObject): string | undefined {
  const rule = textAt(result, "rule");
  return rule === undefined || rule === "" ? undefined : rule.replace(/^autogen-(?:cronjob-)?/, "");
}

function expectationsOf(result: string): readonly Expectation[] {
  switch (result) {
    case "fail":
    case "warn":
      return [{ kind: "deny" }];
    case "error":
      return [{ kind: "never", because: "a predicate of policyc always gives a verdict, never an error" }];
    default:
      return [{ kind: "allow" }];
  }
}

const otherBodies = [
  ["patchedResource", "mutates"],
  ["patchedResources", "mutates"],
  ["generatedResource", "generates"],
  ["generatedResources", "generates"],
  ["cloneSourceResource", "generates"],
  ["isMutatingPolicy", "mutates"],
  ["isMutatingAdmissionPolicy", "mutates"],
  ["isGeneratingPolicy", "generates"],
  ["isDeletingPolicy", "deletes"],
  ["isImageValidatingPolicy", "asks an image registry"],
] as const;

function reasonToSkip(result: JsonObject): string | undefined {
  const found = otherBodies.find(([field]) => result[field] !== undefined && result[field] !== false);
  return found === undefined
    ? undefined
    : `it is about a policy that ${found[1]} (\`${found[0]}\`), a policyc policy only validates`;
}
