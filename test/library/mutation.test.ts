import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { findEngine } from "@policyc/engine";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

interface Mutated {
  readonly policy: string;
  readonly mutants: number;
  readonly survivors: readonly unknown[];
}

function mutated(...args: readonly string[]): readonly Mutated[] {
  const text = execFileSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "--conditions=@policyc/source",
      "packages/cli/src/main.ts",
      "mutate",
      "--json",
      ...args,
    ],
    { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  return JSON.parse(text);
}

describe.skipIf(findEngine() === undefined)("the suites of the library (skipped without the engine)", () => {
  // All packs take some ten minutes: `policyc mutate`, by hand before a release.
  it("notice every change of a condition, in the packs that are mutated quickest", () => {
    const results = mutated("--pack", "governance,namespaces");
    expect(results.length).toBeGreaterThan(5);
    expect(results.filter(({ mutants }) => mutants === 0)).toEqual([]);
    expect(results.flatMap(({ survivors }) => survivors)).toEqual([]);
  });
});
