import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const files = readdirSync(join(root, "policies"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("/policy.ts") && !name.includes("node_modules"))
  .map((name) => join("policies", name));
const collector = new Collector();
const sources = loadPolicies({ root, files, collector });

describe("what a policy of the library says about itself", () => {
  it("can be read without running it", () => {
    expect(collector.diagnostics).toEqual([]);
    expect(sources.length).toBe(files.length);
  });

  it("is complete: why it matters, how to fix it and what adopting it takes; controls where a standard has one", () => {
    const incomplete = sources.filter(
      ({ policy: { rationale, remediation, rollout } }) =>
        rationale === undefined || remediation === undefined || rollout === undefined,
    );
    expect(incomplete.map(({ file }) => file)).toEqual([]);
  });

  it("is covered only by policies that there are, and by none that it covers itself", () => {
    const byName = new Map(sources.map(({ policy }) => [policy.name, policy.coveredBy ?? []]));
    const above = (name: string): readonly string[] =>
      (byName.get(name) ?? []).flatMap((other) => [other, ...above(other)]);
    const unknown = [...byName.values()].flat().filter((name) => !byName.has(name));
    expect(unknown).toEqual([]);
    expect([...byName.keys()].filter((name) => above(name).includes(name))).toEqual([]);
  });
});
