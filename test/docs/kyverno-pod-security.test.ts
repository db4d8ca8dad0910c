import { readFileSync } from "node:fs";
import { join } from "node:path";
import { emitPolicies, loadPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { describe, expect, it } from "vitest";
import { deploymentOf } from "./deployment.js";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/kyverno-pod-security.md"), "utf8");

describe("Pod Security for Kyverno users", () => {
  it.each(["kyverno", "kyverno-vpol"] as const)("shows what is emitted for %s", (target) => {
    const collector = new Collector();
    const files = ["policies/pod-security/restricted-privilege-escalation/policy.ts"];
    const [source] = loadPolicies({ root, files, collector });
    if (source === undefined) throw new Error("the policy is gone");
    const deployment = deploymentOf(source, { stage: "enforce" });
    const emitted = emitPolicies({ deployments: [{ ...source, deployment, targets: [target] }], collector });
    expect(collector.diagnostics).toEqual([]);
    const text = emitted.find(({ path }) => path.endsWith(`${source.policy.name}.yaml`))?.text ?? "";
    expect(page).toContain(text.slice(text.indexOf("\nspec:\n") + 1).trimEnd());
  });
});
