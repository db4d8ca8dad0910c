import { readFileSync } from "node:fs";
import { join } from "node:path";
import { emitPolicies, loadPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { describe, expect, it } from "vitest";
import { clone, codeBlocksIn } from "./code-blocks.js";

const pages = ["gatekeeper", "kyverno", "kyverno-validating-policy", "validating-admission-policy"];

describe("the pages of the targets", () => {
  const root = join(clone, "examples/quickstart");
  const collector = new Collector();
  const [source] = loadPolicies({ root, files: ["policies/team-label/policy.ts"], collector });
  if (source === undefined) throw new Error("the policy is gone");
  const deployment = {
    stage: "audit",
    params: { teams: ["checkout", "payments", "platform"] },
    excludedNamespaces: ["kube-system"],
    exemptions: [],
    minKubernetes: "1.30",
  } as const;
  const targets = ["gatekeeper", "kyverno", "kyverno-vpol", "vap"] as const;
  const files = emitPolicies({ deployments: [{ ...source, deployment, targets }], collector });

  it.each(pages)("%s shows what is written", (page) => {
    expect(collector.diagnostics).toEqual([]);
    const shown = codeBlocksIn(`docs/targets/${page}.md`).filter(({ file }) => file !== undefined);
    expect(shown.length).toBeGreaterThan(0);
    for (const { file, text } of shown)
      expect(text).toBe(files.find(({ path }) => path === file)?.text.trimEnd());
  });
});

describe("the configuration of the quickstart", () => {
  it("is the one that the pages show", () => {
    const text = readFileSync(join(clone, "examples/quickstart/policyc.yaml"), "utf8");
    expect(text).toContain("checkout, payments, platform");
    expect(text).toContain("kube-system");
  });
});
