import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { findEngine } from "@policyc/engine";
import { describe, expect, it } from "vitest";
import { clone, policycIn, projectWith } from "./support/project.js";
import { fine } from "./support/samples.js";

const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: backupplans.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: BackupPlan, plural: backupplans }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [schedule]
              properties: { schedule: { type: string } }
`;

describe("policyc init", () => {
  it("writes a project that builds and passes its test, and keeps what is there", async () => {
    const outer = projectWith({ "mine/policyc.yaml": "stage: warn\n" });
    const { stdout, code } = await outer.policyc("init", "mine");
    expect(code).toBe(0);
    expect(stdout).toContain("kept  mine/policyc.yaml");
    expect(stdout).toContain("wrote mine/policies/no-host-network/policy.ts");
    expect(stdout).toContain("wrote mine/tsconfig.json");
    symlinkSync(join(outer.folder, "node_modules"), join(outer.folder, "mine/node_modules"));
    const folder = join(outer.folder, "mine");
    expect(await policycIn(folder, ["build"])).toMatchObject({ code: 0 });
    const engine = findEngine() === undefined ? ["--engine", "js"] : [];
    expect(await policycIn(folder, ["test", ...engine])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("✓ 2 passed"),
    });
  });
});

describe("policyc init beside a package", () => {
  it("says what is still to be installed", async () => {
    const { stdout } = await projectWith({ "package.json": "{}\n" }).policyc("init");
    expect(stdout).toContain("kept  package.json");
    expect(stdout).toContain("  npm install --save-dev policyc @policyc/sdk\n");
  });
});

describe("policyc kinds", () => {
  it("makes a module that a policy can import", async () => {
    const tried = projectWith({
      "crd.yaml": crd,
      "policies/plans/policy.ts": `import { policy } from "@policyc/sdk";
import { BackupPlan } from "../kinds/backup-plan.js";
export default policy({
  name: "plans",
  title: "Plans",
  description: "Backups are made every night.",
  severity: "low",
  match: [BackupPlan],
  require: ({ object }) => object.spec?.schedule === "@daily",
  message: "the backup is not made every night",
});
`,
    });
    expect(await tried.policyc("kinds", "crd.yaml", "--out", "policies/kinds")).toEqual({
      code: 0,
      stdout: "wrote policies/kinds/backup-plan.ts: BackupPlan (example.com/v1)\n",
      stderr: "",
    });
    expect(await tried.policyc("build")).toMatchObject({ code: 0 });
  });

  it("reads stdin, and prints", async () => {
    const { stdout } = await projectWith({}).fed(crd, "kinds", "-");
    expect(stdout).toContain("export const BackupPlan: Kind<BackupPlan>");
  });

  it.each([
    ["kind: Pod\n", [], "PC6102"],
    [crd, ["--served", "v2"], "`BackupPlan` is not served as `v2`"],
  ])("refuses what it cannot read", async (text, args, message) => {
    const { stderr, code } = await projectWith({}).fed(text, "kinds", "-", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("policyc rollout", () => {
  it("puts most effect for least effort first", async () => {
    const rollout = (text: string, effect: string) =>
      text.replace(
        "  match:",
        `  rollout: { effect: "${effect}", difficulty: "low", load: "low" },\n  match:`,
      );
    const tried = projectWith({
      "policyc.yaml": "stage: audit\n",
      "policies/a/policy.ts": rollout(fine["policies/allowed-repos/policy.ts"], "low"),
      "policies/b/policy.ts": rollout(fine["policies/no-host-network/policy.ts"], "high"),
    });
    const { stdout, code } = await tried.policyc("rollout");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /1 +no-host-network +policies +high +high +low +low\n +2|1 +no-host-network[^\n]*\n2 +allowed-repos/,
    );
    expect(JSON.parse((await tried.policyc("rollout", "--json")).stdout)[0]).toMatchObject({
      policy: "no-host-network",
      effect: "high",
    });
  });
});

describe("policyc explain", () => {
  it("says so where no page explains a code", async () => {
    const { stderr, code } = await policycIn(clone, ["explain", "PC0000"]);
    expect(code).toBe(2);
    expect(stderr).toContain("no page explains PC0000");
  });
});
