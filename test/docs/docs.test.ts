import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { emitPolicies, loadPolicies, targetNames } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import * as sdk from "@policyc/sdk";
import { readSuite } from "@policyc/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CodeBlock, clone, codeBlocksIn, linksIn, pages } from "./code-blocks.js";
import { deploymentOf } from "./deployment.js";

const blocks = pages().flatMap(codeBlocksIn);
const folder = mkdtempSync(join(import.meta.dirname, ".generated-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the pages", () => {
  it("lead to files that are there", () => {
    const dead = pages().flatMap((page) =>
      linksIn(page)
        .filter((target) => !existsSync(join(clone, target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });
});

describe("the page about policies", () => {
  it("names each function of the SDK", () => {
    const page = readFileSync(join(clone, "docs/policy.md"), "utf8");
    const functions = Object.entries(sdk).flatMap(([name, value]) =>
      typeof value === "function" ? [name] : [],
    );
    expect(functions.filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
  });
});

describe("a policy in the docs", () => {
  const policies = blocks.filter(
    ({ language, text }) => language === "ts" && /^import[\s\S]*^export default policy\(/m.test(text),
  );
  const files = policies.map((block) => [titled(block), writePolicy(block)] as const);
  const said = new Map<string, string[]>();

  beforeAll(() => {
    const collector = new Collector();
    const sources = loadPolicies({ root: clone, files: files.map(([, file]) => file), collector });
    const deployments = sources.map((source) => ({
      ...source,
      deployment: deploymentOf(source),
      targets: targetNames,
    }));
    emitPolicies({ deployments, collector });
    for (const diagnostic of collector.diagnostics) {
      const file = diagnostic.span?.file ?? "";
      said.set(file, [...(said.get(file) ?? []), renderDiagnostic(diagnostic, () => undefined)]);
    }
    for (const { file } of sources) said.set(file, said.get(file) ?? []);
  });

  it("is there", () => expect(policies.length).toBeGreaterThan(8));

  it.each(files)("%s compiles for every target", (_, file) => {
    expect(said.get(relative(clone, file))).toEqual([]);
  });
});

describe("a suite in the docs", () => {
  const suites = blocks.filter(({ language, text }) => language === "yaml" && /^cases:/m.test(text));

  it.each(suites.map((block) => [titled(block), block] as const))("%s is one", (_, { text }) => {
    const suite = readSuite(
      text,
      "suite.yaml",
      () => "{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a }] } }",
    );
    expect([...suite.diagnostics, ...suite.cases.flatMap(({ diagnostics }) => diagnostics)]).toEqual([]);
    expect(suite.cases.length).toBeGreaterThan(0);
  });
});

function titled({ page, line }: CodeBlock): string {
  return `${page}:${line}`;
}

function writePolicy({ page, line, text }: CodeBlock): string {
  const own = join(folder, `${page.replaceAll(/\W/g, "-")}-${line}`);
  mkdirSync(own);
  writeFileSync(join(own, "policy.ts"), text);
  return join(own, "policy.ts");
}
