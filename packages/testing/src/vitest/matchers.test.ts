import { findEngine } from "@policyc/engine";
import { beforeAll, expect, test } from "vitest";
import { samplePolicy } from "../evaluators/emitted.sample.js";
import "./index.js";
import { type PolicyHandle, policyHandle } from "./policy-handle.js";

let policy: PolicyHandle;

beforeAll(async () => {
  policy = await policyHandle(samplePolicy, findEngine() === undefined ? ["js"] : ["js", "wasm"], "1.30");
}, 60_000);

function pod(...images: string[]) {
  const containers = images.map((image, index) => ({ name: `c${index}`, image }));
  return { apiVersion: "v1", kind: "Pod", metadata: { name: "web" }, spec: { containers } };
}

test("a policy allows and denies", () => {
  expect(policy).toAllow(pod("registry.example/a"));
  expect(policy).toDeny(pod("x/a"));
  expect(policy).toDeny(pod("x/a"), "image <x/a>");
  expect(policy).toDeny(pod("x/a", "x/b"), /<x\/b>/);
  expect(policy).toDeny(pod("x/a", "x/b"), 2);
  expect(policy).not.toDeny(pod("x/a"), "x/b");
});

test("manifests may be YAML, and cases say more than the manifest", () => {
  expect(policy).toAllow(
    "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: x}]}}",
    { params: { repos: ["x"] } },
  );
  expect(policy).toAllow(pod("x/a"), { operation: "UPDATE", oldObject: pod("x/a") });
});

test("a failure says what the policy says", () => {
  expect(() => expect(policy).toAllow(pod("x/a"))).toThrow(
    "allowed-images says:\n  - image <x/a> is not allowed",
  );
  expect(() => expect(policy).toDeny(pod("registry.example/a"))).toThrow("allowed-images allows it");
});

test("what the API server would refuse is an error, not a verdict", () => {
  expect(() =>
    expect(policy).toDeny({ apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: {} }),
  ).toThrow("PC4003");
  expect(() => expect(policy).toAllow(pod(), { params: { repo: [] } })).toThrow("PC2201");
});

test.runIf(findEngine() !== undefined)(
  "engines that differ are an error, not a verdict",
  async () => {
    const lying = {
      ...samplePolicy,
      emit: (params: Parameters<typeof samplePolicy.emit>[0]) => samplePolicyFiles(params),
    };
    const handle = await policyHandle(lying, ["js", "wasm"], "1.30");
    expect(() => expect(handle).toDeny(pod("x/a"))).toThrow("what you test is not what you ship");
  },
  60_000,
);

async function samplePolicyFiles(params: Parameters<typeof samplePolicy.emit>[0]) {
  const files = await samplePolicy.emit(params);
  return files.map((file) => ({ ...file, text: file.text.replaceAll("is not allowed", "is bad") }));
}
