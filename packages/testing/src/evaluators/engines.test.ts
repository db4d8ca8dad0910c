import { findEngine, loadEngine } from "@policyc/engine";
import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../fixtures/json.js";
import type { AdmissionRequest } from "../fixtures/request.js";
import { evaluatorsOf } from "../suites/policy-under-test.js";
import { engineAdmitting } from "./admit.js";
import { samplePolicy } from "./emitted.sample.js";
import { type EngineName, engineNames } from "./evaluator.js";
import { importPolicy, PolicyNotLoadable } from "./policy-module.js";

const evaluators = evaluatorsOf(samplePolicy, "1.30");
const { defaults } = samplePolicy.parameters;
const engineIsThere = findEngine() !== undefined;

// The first start after a build of the engine decompresses and compiles 60 MB.
beforeAll(async () => {
  if (!engineIsThere) return;
  await loadEngine();
  await evaluators("wasm", defaults);
}, 60_000);

function pod(...images: string[]): AdmissionRequest {
  const containers = images.map((image, index) => ({ name: `c${index}`, image }));
  return {
    kind: { group: "", version: "v1", kind: "Pod" },
    resource: { group: "", version: "v1", resource: "pods" },
    operation: "CREATE",
    namespace: "shop",
    object: {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "web", namespace: "shop" },
      spec: { containers },
    },
  };
}

async function messages(
  engine: EngineName,
  request: AdmissionRequest,
  params = defaults,
  constraintMatch?: JsonObject,
) {
  const evaluator = await evaluators(engine, params);
  const question = { request, params, ...(constraintMatch === undefined ? {} : { constraintMatch }) };
  return evaluator.evaluate(question).violations.map(({ message }) => message);
}

test("Node says where in the object a violation is", async () => {
  const evaluator = await evaluators("js", defaults);
  expect(evaluator.evaluate({ request: pod("registry.example/a", "evil/b"), params: defaults })).toEqual({
    allowed: false,
    violations: [{ message: "image <evil/b> is not allowed", at: ["spec", "containers", 1] }],
  });
});

test("a bundle is made once and found again", async () => {
  const policy = await importPolicy(samplePolicy.file);
  expect(await importPolicy(samplePolicy.file)).toBe(policy);
});

test("a file that is no policy says so", async () => {
  await expect(importPolicy(`${samplePolicy.file}.missing`)).rejects.toThrow(PolicyNotLoadable);
  await expect(importPolicy(samplePolicy.file.replace("policy.sample", "emitted.sample"))).rejects.toThrow(
    "no default export",
  );
});

describe.each(engineNames.filter((engine) => engine === "js" || engineIsThere))("%s", (engine) => {
  test("allows and denies", async () => {
    expect(await messages(engine, pod("registry.example/a"))).toEqual([]);
    const found = await messages(engine, pod("x/b", "x/a"));
    expect(found.join("; ").split("; ").sort()).toEqual([
      "image <x/a> is not allowed",
      "image <x/b> is not allowed",
    ]);
  });

  test("takes parameters", async () => {
    expect(await messages(engine, pod("x/b"), { repos: ["x/"] })).toEqual([]);
  });

  test("knows the operation", async () => {
    expect(await messages(engine, { ...pod("x/b"), operation: "UPDATE" })).toEqual([]);
  });

  test("does not look at other kinds", async () => {
    const secret = {
      kind: { group: "", version: "v1", kind: "Secret" },
      resource: { group: "", version: "v1", resource: "secrets" },
    };
    expect(await messages(engine, { ...pod("x/b"), ...secret })).toEqual([]);
  });

  test("takes a Constraint's match for its own", async () => {
    expect(await messages(engine, pod("x/b"), defaults, { namespaces: ["other"] })).toEqual([]);
    expect(await messages(engine, pod("x/b"), defaults, {})).toHaveLength(1);
  });
});

test.runIf(engineIsThere)("admission does not see the zero values that Go drops", async () => {
  const object = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "a" },
    spec: { hostNetwork: false, containers: [{ name: "a" }] },
  };
  const admit = await engineAdmitting([object]);
  expect(admit?.(object)).not.toHaveProperty("spec.hostNetwork");
  expect(await engineAdmitting([{ metadata: { name: "a" } }])).toBeUndefined();
});
