import { readFileSync } from "node:fs";
import { Collector } from "@policyc/diagnostics";
import { expect, test } from "vitest";
import { readSuite } from "./policyc.js";
import type { Suite } from "./suite.js";
import { suiteSchema } from "./suite-schema.js";

const files: Readonly<Record<string, string>> = {
  "policies/a/samples/pod.yaml":
    "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: a, image: x }] }\n",
  "policies/a/samples/two.yaml": "apiVersion: v1\nkind: Secret\n---\napiVersion: v1\nkind: Secret\n",
  "policies/a/samples/wrong.yaml":
    "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  contaners: []\n",
};

function read(text: string): Suite {
  return readSuite(text, "policies/a/suite.yaml", (path) => files[path]);
}

function problems(suite: Suite): readonly string[] {
  const all = [...suite.diagnostics, ...suite.cases.flatMap(({ diagnostics }) => diagnostics)];
  return all.map(
    ({ code, span }) => `${code} ${span?.file.split("/").at(-1)}:${span?.start.line}:${span?.start.column}`,
  );
}

test("a case is an object, a request and what is expected", () => {
  const suite = read(`params: { repos: [a], mode: x }
cases:
  - name: first
    object: samples/pod.yaml
    params: { repos: [b] }
    operation: UPDATE
    oldObject: samples/pod.yaml
    userInfo: { username: eve, groups: [dev], extra: { scopes: [read] } }
    options: { fieldManager: kubectl }
    namespace: { labels: { team: shop } }
    deny: 2
`);
  expect(problems(suite)).toEqual([]);
  const [one] = suite.cases;
  expect(one).toMatchObject({
    name: "first",
    span: { start: { line: 3, column: 5 } },
    policy: { kind: "file", file: "policies/a/policy.ts" },
    params: { values: { repos: ["b"], mode: "x" }, complete: false },
    expectations: [{ kind: "deny", count: 2 }],
  });
  expect(one?.params.locate(["repos", 0]).start).toEqual({ line: 5, column: 23 });
  expect(one?.params.locate(["mode"]).start).toEqual({ line: 1, column: 23 });
  expect(one?.fixture?.fixture([], new Collector())?.request).toMatchObject({
    operation: "UPDATE",
    userInfo: { username: "eve", groups: ["dev"], extra: { scopes: ["read"] } },
    options: { kind: "UpdateOptions", fieldManager: "kubectl" },
    object: { metadata: { name: "web", namespace: "default" } },
    oldObject: { metadata: { name: "web" } },
    namespaceObject: { metadata: { labels: { team: "shop", "kubernetes.io/metadata.name": "default" } } },
  });
});

test("an object can be written in the suite, and is located there", () => {
  const suite = read(
    "cases:\n  - name: inline\n    manifest:\n      apiVersion: v1\n      kind: Secret\n      metadata: { name: a }\n      type: x\n    allow: true\n",
  );
  const fixture = suite.cases[0]?.fixture?.fixture([], new Collector());
  expect(fixture?.locate(["type"])).toMatchObject({
    file: "policies/a/suite.yaml",
    start: { line: 7, column: 7 },
  });
});

test("the policy may be elsewhere", () => {
  const suite = read("policy: ../b/other.ts\ncases: [{ name: a, object: samples/pod.yaml, allow: true }]\n");
  expect(suite.cases[0]?.policy).toMatchObject({ file: "policies/b/other.ts" });
});

const valid = "object: samples/pod.yaml, allow: true";

test.each([
  ["no cases", "cases: []\n", ["PC4102 suite.yaml:1:1"]],
  ["not YAML", "cases: [\n", ["PC4001 suite.yaml:2:1"]],
  ["an unknown field", `cases:\n  - { name: a, ${valid}, dney: 1 }\n`, ["PC4101 suite.yaml:2:55"]],
  ["an unknown field of the suite", `polcy: x\ncases: [{ name: a, ${valid} }]\n`, ["PC4101 suite.yaml:1:1"]],
  ["no name", `cases:\n  - { ${valid} }\n`, ["PC4102 suite.yaml:2:5"]],
  [
    "allow: false",
    "cases:\n  - { name: a, object: samples/pod.yaml, allow: false }\n",
    ["PC4102 suite.yaml:2:42"],
  ],
  ["deny: 0", "cases:\n  - { name: a, object: samples/pod.yaml, deny: 0 }\n", ["PC4102 suite.yaml:2:42"]],
  [
    "an unknown operation",
    `cases:\n  - { name: a, ${valid}, operation: PATCH }\n`,
    ["PC4102 suite.yaml:2:55"],
  ],
  [
    "a file that is not there",
    "cases:\n  - name: a\n    object: samples/nope.yaml\n    allow: true\n",
    ["PC4103 suite.yaml:3:5"],
  ],
  ["nothing expected", "cases:\n  - name: a\n    object: samples/pod.yaml\n", ["PC4104 suite.yaml:2:5"]],
  ["both expected", `cases:\n  - { name: a, ${valid}, deny: true }\n`, ["PC4104 suite.yaml:2:7"]],
  ["no object", "cases:\n  - { name: a, allow: true }\n", ["PC4105 suite.yaml:2:7"]],
  [
    "two objects in one file",
    "cases:\n  - { name: a, object: samples/two.yaml, allow: true }\n",
    ["PC4007 suite.yaml:2:16"],
  ],
  [
    "an invalid object",
    "cases:\n  - { name: a, object: samples/wrong.yaml, allow: true }\n",
    ["PC4003 wrong.yaml:4:1", "PC4002 wrong.yaml:5:3"],
  ],
  [
    "a bad expression",
    "cases:\n  - { name: a, object: samples/pod.yaml, deny: [ok, /(/] }\n",
    ["PC4107 suite.yaml:2:53"],
  ],
])("%s is reported where it is", (_, text, expected) => {
  expect(problems(read(text))).toEqual(expected);
});

test("what is wrong in one case leaves the others as they are", () => {
  const suite = read(`cases:\n  - { name: a }\n  - { name: b, ${valid} }\n`);
  expect(suite.cases.map(({ fixture }) => fixture !== undefined)).toEqual([false, true]);
});

test("the published JSON schema is the one that is used", () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL("../../suite.schema.json", import.meta.url), "utf8"),
  );
  expect(published).toEqual(suiteSchema);
});

test("an object of the inventory has a kind: it stands there itself", () => {
  const suite = read(`cases:
  - name: beside another
    object: samples/pod.yaml
    inventory:
      - manifest: { apiVersion: v1, kind: Secret }
    allow: true
`);
  expect(problems(suite)).toEqual(["PC4102 suite.yaml:5:9"]);
});
