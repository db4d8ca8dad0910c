import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const samples = join(process.env["POLICYC_SAMPLES"] ?? join(root, "../shared/samples"));

/** What a hardening guide recommends, and which of our policies find what is wrong with it. Good ones have none. */
const judged: Readonly<Record<string, readonly string[]>> = {
  "audit-policy.yaml": ["audit-no-secret-bodies", "audit-quiet-noise"],
  "ci-scan-step.yaml": ["ci-scan-target"],
  "externalsecret-db.yaml": ["externalsecret-api-version"],
  "falco-rules.yaml": ["falco-rules-complete", "falco-rules-defined"],
  "linkerd-server.yaml": ["linkerd-server-authenticated"],
  "namespace-restricted.yaml": [],
  "networkpolicy-default-deny.yaml": [],
  "role-app-reader.yaml": [],
};

/** The packs whose verdict on the samples is complete. */
const packs = [
  "audit",
  "control-plane",
  "governance",
  "images",
  "mesh",
  "namespaces",
  "network",
  "rbac",
  "runtime",
  "secrets",
];

interface Report {
  readonly violations: readonly { readonly file: string; readonly policy: string }[];
}

function check(): Report {
  const args = ["check", "--pack", packs.join(","), "--engine", "js", "--format", "json", samples];
  const { stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--conditions=@policyc/source", "packages/cli/src/main.ts", ...args],
    { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  return JSON.parse(stdout);
}

describe.skipIf(!existsSync(samples))(
  "the samples of a hardening guide (skipped without ../shared/samples)",
  () => {
    it("are judged for what is wrong with them, and for nothing else", () => {
      const { violations } = check();
      const found = Object.keys(judged).map((file) => {
        const policies = violations.filter((one) => one.file.endsWith(`/${file}`)).map((one) => one.policy);
        return [file, [...new Set(policies)].sort()];
      });
      expect(Object.fromEntries(found)).toEqual(judged);
    });
  },
);
