import type { SourcePolicy } from "@policyc/compiler";
import { renderDiagnostic } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import {
  compiledPolicy,
  engineNames,
  type PolicyUnderTest,
  runSuites,
  type TestResult,
} from "@policyc/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { kyvernoPolicies, kyvernoSuites, ownSuites, reasonToSkip, upstream } from "./kyverno/suites.js";
import { unanswered } from "./kyverno/unanswered.js";

const kubernetes = "1.30";
const suites = kyvernoSuites();

const noEngine = findEngine() === undefined ? ["where the engine is not built"] : [];
const missing = [...(suites.length === 0 ? [`without ${upstream}`] : []), ...noEngine];
const skipped = (reasons: readonly string[]) =>
  reasons.length === 0 ? "" : ` (skipped ${reasons.join(" and ")})`;

let policies: readonly PolicyUnderTest[] = [];
beforeAll(() => {
  policies = kyvernoPolicies().map(underTest);
}, 120_000);

describe.skipIf(noEngine.length > 0)(`samples of our own${skipped(noEngine)}`, () => {
  it("stand in for the files that the tests name and we do not have", async () => {
    const results = await runSuites(ownSuites(), policies, { engines: engineNames, kubernetes });
    expect(results.length).toBeGreaterThan(50);
    expect(results.flatMap(disappointment)).toEqual([]);
  });
});

describe.skipIf(missing.length > 0)(`Kyverno's own tests of its policies${skipped(missing)}`, () => {
  for (const one of suites) {
    const reason = reasonToSkip(one);
    const why = reason === undefined ? "every engine says what Kyverno expects" : `skipped: ${reason}`;
    it.skipIf(reason !== undefined)(`${one.name}: ${why}`, async () => {
      const results = await runSuites([one.suite], policies, { engines: engineNames, kubernetes });
      expect(results.length).toBeGreaterThan(0);
      expect(results.flatMap(disappointment)).toEqual([]);
    });
  }

  it("has a policy for each test that can be answered, and none for the others", () => {
    const answered = suites.filter((one) => reasonToSkip(one) === undefined);
    expect(answered.flatMap(({ suite }) => suite.cases).length).toBeGreaterThan(700);
    expect([...unanswered.keys()].filter((name) => !suites.some((one) => one.name === name))).toEqual([]);
  });
});

function disappointment({ outcome, case: name, details, diagnostics }: TestResult): readonly string[] {
  if (outcome === "passed") return [];
  return [`${name}: ${outcome}`, ...details, ...diagnostics.map(({ message }) => message)];
}

/** As `policyc test` has it. */
function underTest(source: SourcePolicy): PolicyUnderTest {
  return compiledPolicy(source, {
    file: source.file,
    targets: ["gatekeeper", "vap"],
    minKubernetes: kubernetes,
    accept: (files, { diagnostics: [problem] }) => {
      if (problem !== undefined) throw new Error(renderDiagnostic(problem, () => undefined));
      return files;
    },
  });
}
