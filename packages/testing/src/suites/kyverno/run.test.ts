import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { samplePolicy } from "../../evaluators/emitted.sample.js";
import type { TestResult } from "../result.js";
import { runSuites } from "../run.js";
import { readKyvernoTest } from "./test.js";

const folder = dirname(samplePolicy.file);
const objects = `apiVersion: v1
kind: Pod
metadata: { name: good }
spec: { containers: [{ name: a, image: registry.example/a }] }
---
apiVersion: v1
kind: Pod
metadata: { name: bad }
spec: { containers: [{ name: a, image: b }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
`;

async function outcomes(results: string): Promise<readonly TestResult[]> {
  const text = `apiVersion: cli.kyverno.io/v1alpha1\nkind: Test\nresources: [objects.yaml]\nresults:\n${results}`;
  const suite = readKyvernoTest(text, join(folder, "kyverno-test.yaml"), () => objects);
  const policy = { ...samplePolicy, kyverno: { rule: "registries" } };
  return runSuites([suite], [policy], {
    engines: ["js"],
    kubernetes: "1.30",
    admitting: async () => undefined,
  });
}

const about = "policy: allowed-images, rule: registries";

test("a result passes where the policy says what it expects", async () => {
  const results = await outcomes(`- { ${about}, kind: Pod, resources: [good], result: pass }
- { ${about}, kind: Pod, resources: [bad], result: fail }
- { ${about}, kind: ConfigMap, resources: [settings], result: skip }
- { ${about}, kind: Pod, resources: [bad], result: pass }
`);
  expect(results.map(({ outcome }) => outcome)).toEqual(["passed", "passed", "passed", "failed"]);
});

test("what was not evaluated is no pass, whatever Kyverno's command line makes of it", async () => {
  const results = await outcomes(`- { ${about}, kind: ConfigMap, resources: [settings], result: pass }
- { ${about}, kind: Pod, resources: [god], result: pass }
- { policy: allowed-images, rule: registry, kind: Pod, resources: [good], result: pass }
- { policy: allowed-image, rule: registries, kind: Pod, resources: [good], result: pass }
- { ${about}, kind: Pod, resources: [good], result: error }
`);
  expect(results.map(({ outcome }) => outcome)).toEqual(["failed", "broken", "failed", "failed", "failed"]);
  expect(results[0]?.details[0]).toMatch("the policy was not asked");
});
