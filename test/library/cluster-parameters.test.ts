import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { notInConfigMap, type ParameterSource, type SourcePolicy } from "@policyc/compiler";
import { findEngine } from "@policyc/engine";
import {
  compiledPolicy,
  type PolicyUnderTest,
  readSuite,
  readTextFile,
  runSuites,
  type Suite,
} from "@policyc/testing";
import { describe, expect, it } from "vitest";
import { libraryPolicies, root } from "../conformance/library/library.js";

const newest = "1.37";

/** Those of the library that a cluster can have as a ValidatingAdmissionPolicy with parameters. */
function parameterised(): readonly SourcePolicy[] {
  return [...libraryPolicies().values()].filter(
    ({ policy }) =>
      "properties" in policy.params.schema &&
      policy.unreachable?.["vap"] === undefined &&
      policy.match.kinds.some(({ document }) => document === undefined),
  );
}

function underTest(source: SourcePolicy, vapParameters: ParameterSource): PolicyUnderTest {
  return compiledPolicy(source, {
    file: join(root, source.file),
    targets: ["vap"],
    minKubernetes: "1.30",
    vapParameters,
    accept: (files, said) => {
      expect(said.diagnostics).toEqual([]);
      return files;
    },
  });
}

function suiteOf({ file }: SourcePolicy): Suite {
  const path = join(root, dirname(file), "suite.yaml");
  return readSuite(readFileSync(path, "utf8"), path, readTextFile);
}

/** The cases of each policy's own suite, as JavaScript and as the CEL that reads its parameters from an object. */
async function failures(
  sources: readonly SourcePolicy[],
  from: ParameterSource,
): Promise<readonly unknown[]> {
  const policies = sources.map((source) => underTest(source, from));
  const results = await runSuites(sources.map(suiteOf), policies, {
    engines: ["js", "cel"],
    kubernetes: newest,
  });
  expect(new Set(results.map(({ policy }) => policy)).size).toBe(sources.length);
  return results.filter(({ outcome }) => outcome !== "passed" && outcome !== "skipped");
}

describe.skipIf(findEngine() === undefined)(
  "parameters in an object of the cluster (skipped without the engine)",
  () => {
    it("mean the same in a custom resource as in JavaScript", async () => {
      const sources = parameterised();
      expect(sources.length).toBeGreaterThan(100);
      expect(await failures(sources, { kind: "resource" })).toEqual([]);
      // Two minutes on two cores that do nothing else.
    }, 900_000);
    it("mean the same in a ConfigMap, where they are text", async () => {
      const sources = parameterised().filter(({ policy }) => notInConfigMap(policy).length === 0);
      expect(sources.length).toBeGreaterThan(5);
      expect(await failures(sources, { kind: "configMap", namespace: "policies" })).toEqual([]);
    });
  },
);
