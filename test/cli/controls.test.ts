import { describe, expect, it } from "vitest";
import { projectWith } from "./support/project.js";
import { fine } from "./support/samples.js";

const reportOf = (version: string) =>
  JSON.stringify({
    Controls: [
      {
        id: "1",
        version,
        tests: [
          {
            section: "1.1",
            results: [
              { test_number: "1.1.1", status: "PASS" },
              { test_number: "1.1.2", status: "PASS" },
            ],
          },
        ],
      },
      { id: "1", version, tests: [{ section: "1.1", results: [{ test_number: "1.1.2", status: "FAIL" }] }] },
    ],
  });

const withControl = fine["policies/no-host-network/policy.ts"].replace(
  '  severity: "high",',
  '  severity: "high",\n  controls: ["CIS-2.0/5.6.4", "PSS/baseline"],',
);

const project = () =>
  projectWith({
    "policyc.yaml": "stage: audit\n",
    "policies/no-host-network/policy.ts": withControl,
    "nodes.json": reportOf("cis-1.12"),
    "older.json": reportOf("cis-1.10"),
    "eks.json": reportOf("eks-1.5.0"),
  });

describe("policyc controls", () => {
  it("tells what is covered, by what, and who checks the rest", async () => {
    const { stdout, code } = await project().policyc(
      "controls",
      "--framework",
      "cis",
      "--kube-bench",
      "nodes.json",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^5\.6\.4 +nothing in the namespace default +no-host-network$/m);
    expect(stdout).toMatch(/^1\.1\.1 .* kube-bench: PASS$/m);
    expect(stdout).toMatch(/^1\.1\.2 .* kube-bench: FAIL$/m);
    expect(stdout).toMatch(/^1\.1\.3 .* not in manifests: kube-bench, on the node$/m);
    expect(stdout).toMatch(/^5\.2\.4 .* no policy yet$/m);
    expect(stdout).toContain("CIS-2.0: 1 of 131 controls by policies, 2 more by kube-bench");
    expect(stdout).not.toContain("CIS-1.10");
  });

  it("shows the version that the report is of, with what policies say of another", async () => {
    const { stdout } = await project().policyc(
      "controls",
      "--framework",
      "cis",
      "--kube-bench",
      "older.json",
    );
    expect(stdout).toMatch(/^5\.7\.4 +nothing in the namespace default +no-host-network$/m);
    expect(stdout).toContain("CIS-1.10: 1 of 130 controls by policies, 2 more by kube-bench");
    expect(stdout).not.toContain("CIS-2.0");
  });

  it("refuses a report whose sections mean something else", async () => {
    const { stderr, code } = await project().policyc("controls", "--kube-bench", "eks.json");
    expect(code).toBe(2);
    expect(stderr).toContain("`eks.json` is a report of `eks-1.5.0`, whose sections have other numbers");
    expect(stderr).toContain("one of cis-2.0, cis-1.12, cis-1.10");
  });

  it("counts a policy of a whole level for each control of the level", async () => {
    const { stdout } = await project().policyc("controls", "--framework", "pss", "--format", "json");
    const [{ controls }] = JSON.parse(stdout);
    const served = controls.filter(({ policies }: { policies: string[] }) => policies.length > 0);
    expect(served.map(({ id }: { id: string }) => id)).toContain("baseline/host-ports");
    expect(served.map(({ id }: { id: string }) => id)).not.toContain("restricted/seccomp");
  });

  it("refuses what is no report", async () => {
    const { stderr, code } = await project().policyc("controls", "--kube-bench", "policyc.yaml");
    expect(code).toBe(2);
    expect(stderr).toContain("`policyc.yaml` is no report of kube-bench");
  });
});
