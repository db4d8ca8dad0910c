import { Collector, startOf } from "@policyc/diagnostics";
import { EngineError, findEngine, loadEngine } from "@policyc/engine";
import { formatPath, isSchemaValid, type JsonObject } from "@policyc/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { made } from "./choose.js";
import { type Corrupted, corrupted } from "./objects/corrupt.js";
import { type KubernetesObject, objectOf } from "./objects/object.js";
import { type KindName, kindNames } from "./objects/shapes.js";

/** What is written about an object before any engine is asked. */
function problemsOf(object: KubernetesObject): readonly string[] {
  const collector = new Collector();
  isSchemaValid({ object: jsonOf(object), locate: () => startOf("case") }, collector);
  return collector.diagnostics.map(({ message }) => message);
}

function jsonOf(value: KubernetesObject): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

const runs = { numRuns: 300, seed: 7 } as const;
const objects = (kind: KindName): fc.Arbitrary<KubernetesObject> =>
  made((choose) => objectOf(kind, choose, { bmpOnly: true }));
const brokenObjects = (kind: KindName): fc.Arbitrary<Corrupted> =>
  made((choose) => corrupted(kind, objectOf(kind, choose, { bmpOnly: true }), choose));

describe("an object that no API server takes reaches no engine", () => {
  it.each(kindNames)("%s: what is right is taken", (kind) => {
    fc.assert(
      fc.property(objects(kind), (object) => {
        expect(problemsOf(object)).toEqual([]);
      }),
      runs,
    );
  });

  it.each(kindNames)("%s: a field of another type, or none where one must be, is named", (kind) => {
    fc.assert(
      fc.property(brokenObjects(kind), ({ object, path }) => {
        const problems = problemsOf(object);
        expect(problems.join("\n")).toContain(formatPath(path));
      }),
      runs,
    );
  });
});

describe.skipIf(findEngine() === undefined)(
  "Kubernetes' own types (skipped where the engine is not built)",
  () => {
    it.each(kindNames)("%s: decode nothing of another type", async (kind) => {
      const engine = await loadEngine();
      fc.assert(
        fc.property(brokenObjects(kind), ({ object, isLeftOut }) => {
          if (!isLeftOut) expect(() => engine.admit(object)).toThrow(EngineError);
        }),
        { ...runs, numRuns: 60 },
      );
    });
  },
);
