import { beforeAll, expect, test } from "vitest";
import "./index.js";
import { loadPolicy } from "./index.js";
import type { PolicyHandle } from "./policy-handle.js";

let policy: PolicyHandle;

beforeAll(async () => {
  policy = await loadPolicy(new URL("../evaluators/policy.sample.ts", import.meta.url));
}, 120_000);

function pod(image: string) {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "web" },
    spec: { containers: [{ name: "a", image }] },
  };
}

test("a policy's file is enough: it is compiled as `policyc build` would", () => {
  expect(policy.name).toBe("allowed-images");
  expect(policy).toAllow(pod("registry.example/a"));
  expect(policy).toDeny(pod("x/a"), "image <x/a> is not allowed");
  expect(policy).toAllow(pod("x/a"), { params: { repos: ["x/"] } });
});

test("a file that does not compile says why", async () => {
  const url = new URL("../evaluators/location.ts", import.meta.url);
  await expect(loadPolicy(url)).rejects.toThrow();
}, 60_000);
