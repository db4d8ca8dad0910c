import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Collector, type Diagnostic } from "@policyc/diagnostics";
import { describe, expect, it } from "vitest";
import { readConfig } from "./config-file.js";

function read(text: string): { config: unknown; diagnostics: readonly Diagnostic[] } {
  const root = mkdtempSync(join(tmpdir(), "policyc-config-"));
  writeFileSync(join(root, "policyc.yaml"), text);
  const collector = new Collector();
  const file = readConfig(join(root, "policyc.yaml"), root, collector);
  rmSync(root, { recursive: true });
  return { config: file?.config, diagnostics: collector.diagnostics };
}

function complaint(text: string): string {
  const { config, diagnostics } = read(text);
  expect(config).toBeUndefined();
  return diagnostics
    .map(
      ({ code, span, message, hint }) =>
        `${code} ${span?.start.line}:${span?.start.column} ${message}; ${hint}`,
    )
    .join("\n");
}

describe("policyc.yaml", () => {
  it("may be empty", () => {
    expect(read("# nothing yet\n")).toEqual({ config: {}, diagnostics: [] });
  });
  it("takes a whole configuration", () => {
    const { diagnostics } = read(`
policies: [policies/**/policy.ts]
out: dist
targets: [gatekeeper, vap]
stage: enforce
minKubernetes: "1.30"
excludedNamespaces: [kube-system, "*-system"]
settings:
  allowed-repos:
    enabled: true
    params: { repos: [a/] }
    exemptions: [{ reason: legacy, expires: 2027-01-31, namespaces: [old] }]
environments:
  production: { out: dist/production, settings: { allowed-repos: { stage: warn } } }
`);
    expect(diagnostics).toEqual([]);
  });
  it("names an unknown key and the one that was meant", () => {
    expect(complaint("out: a\nexludedNamespaces: []\n")).toBe(
      "PC6003 2:1 unknown key `exludedNamespaces`; did you mean `excludedNamespaces`?",
    );
  });
  it("names an unknown key deep inside", () => {
    expect(complaint("settings:\n  a:\n    stages: warn\n")).toBe(
      "PC6003 3:5 unknown key `stages`; did you mean `stage`?",
    );
  });
  it("knows where parameters of an admission policy can be", () => {
    expect(complaint("vap: { paramsFrom: configmap }\n")).toBe(
      "PC6004 1:20 `vap.paramsFrom` cannot be `configmap`; did you mean `configMap`?",
    );
  });
  it("knows that an unquoted version is a number", () => {
    expect(complaint("minKubernetes: 1.30\n")).toBe(
      "PC6004 1:16 `minKubernetes` is a number, and should be text; put it in quotes: YAML reads it as something else than text",
    );
  });
  it("suggests the target that was meant", () => {
    expect(complaint("targets: [gatekeper]\n")).toBe(
      "PC6004 1:11 `targets[0]` cannot be `gatekeper`; did you mean `gatekeeper`?",
    );
  });
  it("wants a reason and a day for an exemption", () => {
    expect(complaint("settings: { a: { exemptions: [{ names: [x] }] } }\n")).toContain("lacks `reason`");
  });
  it("collects everything that is wrong", () => {
    expect(complaint("oops: 1\nstage: loud\n").split("\n")).toHaveLength(2);
  });
  it("reports what is not YAML", () => {
    expect(complaint("targets: [a\nout: b\n")).toMatch(/^PC6002 2:\d+ this is not valid YAML/);
  });
});
