import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EmittedFile, emitPolicies, loadPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { clone, codeBlocksIn } from "./code-blocks.js";
import { type Deployment, deploymentOf } from "./deployment.js";

const pages = ["gatekeeper", "kyverno", "kyverno-validating-policy", "validating-admission-policy"];

const ofQuickstart = {
  params: { teams: ["checkout", "payments", "platform"] },
  excludedNamespaces: ["kube-system"],
} as const;

function written(source: SourcePolicy, given: Partial<Deployment> = {}): readonly EmittedFile[] {
  const collector = new Collector();
  const deployment = deploymentOf(source, given);
  const targets = ["gatekeeper", "kyverno", "kyverno-vpol", "vap"] as const;
  const files = emitPolicies({ deployments: [{ ...source, deployment, targets }], collector });
  expect(collector.diagnostics).toEqual([]);
  return files;
}

function loaded(root: string, file: string): SourcePolicy {
  const collector = new Collector();
  const [source] = loadPolicies({ root, files: [file], collector });
  expect(collector.diagnostics).toEqual([]);
  if (source === undefined) throw new Error(`${file} is no policy`);
  return source;
}

describe("the pages of the targets", () => {
  it.each(pages)("%s shows what is written", (page) => {
    const source = loaded(join(clone, "examples/quickstart"), "policies/team-label/policy.ts");
    const files = written(source, ofQuickstart);
    const shown = codeBlocksIn(`docs/targets/${page}.md`).filter(
      ({ file }) => file?.startsWith("resource/") === false,
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const { file, text } of shown)
      expect(text).toBe(files.find(({ path }) => path === file)?.text.trimEnd());
  });
  it("show what is written where parameters are in the cluster", () => {
    const source = loaded(join(clone, "examples/quickstart"), "policies/team-label/policy.ts");
    const files = written(source, { ...ofQuickstart, vapParameters: { kind: "resource" } });
    const shown = codeBlocksIn("docs/targets/validating-admission-policy.md").flatMap(
      ({ file = "", text }) =>
        file.startsWith("resource/") ? [{ file: file.slice("resource/".length), text }] : [],
    );
    const paths = files.map(({ path }) => path).filter((path) => path.startsWith("vap/"));
    expect([...shown.map(({ file }) => file), "vap/kustomization.yaml"]).toEqual(paths);
    for (const { file, text } of shown)
      expect(text).toBe(files.find(({ path }) => path === file)?.text.trimEnd());
  });
});

describe("the README", () => {
  it("shows the Rego that its example becomes", () => {
    const blocks = codeBlocksIn("README.md");
    const textOf = (language: string) => blocks.find((block) => block.language === language)?.text ?? "";
    const folder = mkdtempSync(join(import.meta.dirname, ".generated-"));
    writeFileSync(join(folder, "policy.ts"), textOf("ts"));
    const [template] = written(loaded(folder, "policy.ts"));
    rmSync(folder, { recursive: true });
    const { rego } = parse(template?.text ?? "").spec.targets[0].code[0].source;
    // The library of `containers` and the rule for missing parameters come after it.
    expect(rego.slice(0, textOf("rego").length)).toBe(textOf("rego"));
  });
});

describe("the configuration of the quickstart", () => {
  it("is the one that the pages show", () => {
    const text = readFileSync(join(clone, "examples/quickstart/policyc.yaml"), "utf8");
    expect(text).toContain("checkout, payments, platform");
    expect(text).toContain("kube-system");
  });
});
