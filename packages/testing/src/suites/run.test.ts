import { dirname, join } from "node:path";
import { Collector } from "@policyc/diagnostics";
import { expect, test } from "vitest";
import { emitSample, samplePolicy } from "../evaluators/emitted.sample.js";
import type { EngineName, Params } from "../evaluators/evaluator.js";
import { readGatorSuite } from "./gator.js";
import { readSuite } from "./policyc.js";
import type { TestResult } from "./result.js";
import { runSuites } from "./run.js";

const folder = dirname(samplePolicy.file);
const files: Readonly<Record<string, string>> = {
  [join(folder, "good.yaml")]:
    "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - { name: a, image: registry.example/a }\n",
  [join(folder, "bad.yaml")]:
    "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - { name: a, image: b }\n    - { name: b, image: c }\n",
  [join(folder, "constraint.yaml")]:
    "apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sAllowedImages\nmetadata: { name: a }\nspec: { parameters: { repos: [b] } }\n",
};

function suite(cases: string) {
  return readSuite(
    `policy: policy.sample.ts\ncases:\n${cases}`,
    join(folder, "suite.yaml"),
    (path) => files[path],
  );
}

function run(cases: string, engines: readonly EngineName[] = ["js"]): Promise<readonly TestResult[]> {
  return runSuites([suite(cases)], [samplePolicy], {
    engines,
    kubernetes: "1.30",
    admitting: async () => undefined,
  });
}

test("a case passes, fails or is skipped", async () => {
  const results = await run(`  - { name: good, object: good.yaml, allow: true }
  - { name: bad, object: bad.yaml, deny: ["image <b>", "image <c>"] }
  - { name: other parameters, object: bad.yaml, params: { repos: [b] }, deny: 1 }
  - { name: wrong, object: bad.yaml, allow: true }
  - { name: later, object: bad.yaml, allow: true, skip: not now }
`);
  expect(results.map(({ case: name, outcome, details }) => [name, outcome, details])).toEqual([
    ["good", "passed", []],
    ["bad", "passed", []],
    ["other parameters", "passed", []],
    ["wrong", "failed", ["expected the object to be allowed, but it is denied"]],
    ["later", "skipped", ["not now"]],
  ]);
  expect(results[1]?.violations[1]).toMatchObject({
    message: "image <c> is not allowed",
    span: { file: join(folder, "bad.yaml"), start: { line: 7, column: 7 } },
  });
});

test("a denial that never comes because the policy does not look at the object says so", async () => {
  const [result] = await run(
    "  - { name: another kind, manifest: { apiVersion: v1, kind: ConfigMap, metadata: { name: a } }, deny: true }\n",
  );
  expect(result?.details).toEqual([
    "expected the object to be denied, but it is allowed",
    expect.stringContaining("the policy was not asked: "),
  ]);
});

test("a case names the namespace that its object cannot name", () => {
  const [one] = suite(
    "  - { name: a, manifest: { apiVersion: v1, kind: PodExecOptions }, operation: CONNECT, namespace: { name: shop }, allow: true }\n",
  ).cases;
  const fixture = one?.fixture?.fixture([], new Collector());
  expect(fixture?.request).toMatchObject({ namespace: "shop", operation: "CONNECT" });
});

test("what cannot be run is broken, never passed", async () => {
  const results = await run(`  - { name: parameter, object: good.yaml, params: { repo: [b] }, allow: true }
  - { name: file, object: nope.yaml, allow: true }
`);
  expect(results.map(({ outcome, diagnostics }) => [outcome, diagnostics.map(({ code }) => code)])).toEqual([
    ["broken", ["PC2201"]],
    ["broken", ["PC4103"]],
  ]);
  expect(results[0]?.diagnostics[0]?.span?.start).toEqual({ line: 3, column: 53 });
});

test("a suite without its policy is broken, someone else's is skipped", async () => {
  const own = suite("  - { name: good, object: good.yaml, allow: true }\n");
  const text =
    "apiVersion: test.gatekeeper.sh/v1\nkind: Suite\ntests: [{ constraint: constraint.yaml, cases: [{ name: a, object: bad.yaml, assertions: [{ violations: 1 }] }] }]\n";
  const foreign = readGatorSuite(text, join(folder, "gator.yaml"), (path) => files[path]);
  const options = { engines: ["js"], kubernetes: "1.30" } as const;
  const without = await runSuites([own, foreign], [], options);
  expect(without.map(({ outcome, diagnostics }) => [outcome, diagnostics.map(({ code }) => code)])).toEqual([
    ["broken", ["PC4110"]],
    ["skipped", []],
  ]);
  const [found] = await runSuites([foreign], [samplePolicy], options);
  expect(found).toMatchObject({
    outcome: "passed",
    policy: "allowed-images",
    violations: [{ message: "image <c> is not allowed" }],
  });
});

test("a suite that cannot be read is broken, never nothing", async () => {
  const broken = readSuite("cases: [\n", "a.yaml", () => undefined);
  const results = await runSuites([broken], [samplePolicy], { engines: ["js"], kubernetes: "1.30" });
  expect(results).toMatchObject([{ suite: "a.yaml", outcome: "broken", diagnostics: [{ code: "PC4001" }] }]);
});

test("results are told as they come, and cases can be selected", async () => {
  const told: string[] = [];
  const two = suite(
    "  - { name: a, object: good.yaml, allow: true }\n  - { name: b, object: good.yaml, allow: true }\n",
  );
  await runSuites([two], [samplePolicy], {
    engines: ["js"],
    kubernetes: "1.30",
    onResult: (result) => told.push(result.case),
    select: ({ name }) => name === "b",
  });
  expect(told).toEqual(["b"]);
});

test("the same parameters are emitted once", async () => {
  const asked: Params[] = [];
  const emit = (params: Params) => {
    asked.push(params);
    return emitSample(params);
  };
  const cases =
    "  - { name: a, object: good.yaml, allow: true }\n  - { name: b, object: bad.yaml, deny: true }\n";
  await runSuites([suite(cases)], [{ ...samplePolicy, emit }], { engines: ["js"], kubernetes: "1.30" });
  expect(asked).toEqual([]);
});
