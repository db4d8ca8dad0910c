import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findEngine } from "@policyc/engine";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

interface Results {
  readonly results: readonly { readonly policy: string; readonly case: string; readonly outcome: string }[];
}

function policyc(...args: readonly string[]): Results {
  const text = execFileSync(
    process.execPath,
    ["--import", "tsx", "--conditions=@policyc/source", "packages/cli/src/main.ts", ...args],
    {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  return JSON.parse(text);
}

describe.skipIf(findEngine() === undefined)("the library (skipped where the engine is not built)", () => {
  const folders = readdirSync(join(root, "policies"), { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith("suite.yaml") && !name.includes("node_modules"),
  );

  it("means the same as JavaScript, as Rego in WebAssembly, as Rego in OPA and as Kubernetes' CEL", () => {
    const { results } = policyc("test", "--engine", "all", "--json");
    expect(new Set(results.map((result) => result.policy)).size).toBe(folders.length);
    expect(results.length).toBeGreaterThan(60);
    expect(results.filter((result) => result.outcome !== "passed")).toEqual([]);
    // Three minutes on two cores that do nothing else.
  }, 1_200_000);
});
