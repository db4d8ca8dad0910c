import { Collector } from "@policyc/diagnostics";
import { expect, test } from "vitest";
import { readGatorSuite } from "./gator.js";

const files: Readonly<Record<string, string>> = {
  "lib/samples/constraint.yaml": `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedImages
metadata: { name: a }
spec:
  match: { kinds: [{ apiGroups: [""], kinds: [Pod] }] }
  parameters:
    repos: [b/]
`,
  "lib/samples/pod.yaml":
    "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { ephemeralContainers: [{ name: a, image: x }] }\n",
  "lib/samples/review.yaml":
    "apiVersion: admission.k8s.io/v1beta1\nkind: AdmissionReview\nrequest: { operation: UPDATE, object: { apiVersion: v1, kind: Pod, metadata: { name: web } } }\n",
};

const header = "kind: Suite\napiVersion: test.gatekeeper.sh/v1alpha1\n";
const read = (text: string) => readGatorSuite(header + text, "lib/suite.yaml", (path) => files[path]);

const test1 = (cases: string) =>
  `tests:\n- name: one\n  template: template.yaml\n  constraint: samples/constraint.yaml\n  cases:\n${cases}`;

test("a case is the raw object with the Constraint's match and parameters", () => {
  const suite = read(
    test1(
      "  - name: a\n    object: samples/pod.yaml\n    assertions:\n    - violations: yes\n    - violations: 1\n      message: not allowed\n",
    ),
  );
  expect(suite.cases[0]).toMatchObject({
    name: "one/a",
    policy: { kind: "constraint", constraintKind: "K8sAllowedImages" },
    params: { values: { repos: ["b/"] }, complete: true },
    constraintMatch: { kinds: [{ kinds: ["Pod"] }] },
    expectations: [
      { kind: "violations", wanted: "yes" },
      { kind: "violations", wanted: 1, message: { written: "not allowed" } },
    ],
    fixture: { evaluated: "raw" },
    diagnostics: [],
  });
  const request = suite.cases[0]?.fixture?.fixture([], new Collector())?.request;
  expect(request).not.toHaveProperty("operation");
  expect(request).not.toHaveProperty("namespace");
  expect(suite.cases[0]?.params.locate(["repos", 0])).toMatchObject({
    file: "lib/samples/constraint.yaml",
    start: { line: 7 },
  });
});

test("an AdmissionReview is the request", () => {
  const suite = read(
    test1("  - name: a\n    object: samples/review.yaml\n    assertions:\n    - violations: no\n"),
  );
  expect(suite.cases[0]?.fixture?.fixture([], new Collector())?.request).toMatchObject({
    operation: "UPDATE",
    kind: { kind: "Pod" },
  });
  expect(suite.cases[0]?.expectations).toEqual([{ kind: "violations", wanted: "no" }]);
});

test.each([
  ["a case", test1("  - { name: a, object: samples/pod.yaml, skip: true }\n"), "the suite says `skip: true`"],
  [
    "the suite",
    `skip: true\n${test1("  - { name: a, object: samples/pod.yaml, assertions: [{}] }\n")}`,
    "the suite says `skip: true`",
  ],
  [
    "an invalid Constraint",
    "tests: [{ name: a, constraint: samples/constraint.yaml, invalid: true }]\n",
    "it tests that a Constraint is refused, which needs an API server",
  ],
])("%s is skipped with a reason", (_, text, reason) => {
  expect(read(text).cases).toMatchObject([{ skip: reason, diagnostics: [] }]);
});

test("an inventory is read, and a file of it that is not there is told", () => {
  const [one] = read(
    test1("  - { name: a, object: samples/pod.yaml, inventory: [samples/pod.yaml], assertions: [{}] }\n"),
  ).cases;
  expect(one?.inventory?.map(({ object }) => object["kind"])).toEqual(["Pod"]);
  const [other] = read(
    test1("  - { name: a, object: samples/pod.yaml, inventory: [x.yaml], assertions: [{}] }\n"),
  ).cases;
  expect(other?.diagnostics).toHaveLength(1);
});

test.each([
  ["no assertions", test1("  - { name: a, object: samples/pod.yaml }\n"), "PC4108"],
  [
    "violations: maybe",
    test1("  - { name: a, object: samples/pod.yaml, assertions: [{ violations: maybe }] }\n"),
    "PC4108",
  ],
  [
    "a bad expression",
    test1("  - { name: a, object: samples/pod.yaml, assertions: [{ message: ( }] }\n"),
    "PC4107",
  ],
  ["a file that is not there", test1("  - { name: a, object: nope.yaml, assertions: [{}] }\n"), "PC4103"],
  ["no constraint", "tests: [{ name: a, cases: [] }]\n", "PC4108"],
])("%s is an error, as for gator", (_, text, code) => {
  const suite = read(text);
  expect(
    [...suite.diagnostics, ...suite.cases.flatMap(({ diagnostics }) => diagnostics)].map((one) => one.code),
  ).toEqual([code]);
});
