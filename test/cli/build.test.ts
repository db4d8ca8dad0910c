import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { policycIn, projectWith, type TestProject } from "./support/project.js";
import { allowedRepos, fine, noHostNetwork } from "./support/samples.js";

async function built(files: Readonly<Record<string, string>> = {}): Promise<TestProject> {
  const project = projectWith({ ...fine, ...files });
  expect(await project.policyc("build")).toMatchObject({ code: 0 });
  return project;
}

describe("policyc build", () => {
  it("writes every policy for every engine, in a fixed layout", async () => {
    const project = await built();
    expect(Object.keys(project.tree("dist"))).toEqual([
      ".policyc.json",
      "gatekeeper/allowed-repos/constraint.yaml",
      "gatekeeper/allowed-repos/template.yaml",
      "gatekeeper/kustomization.yaml",
      "gatekeeper/no-host-network/constraint.yaml",
      "gatekeeper/no-host-network/template.yaml",
      "kyverno-vpol/allowed-repos.yaml",
      "kyverno-vpol/kustomization.yaml",
      "kyverno-vpol/no-host-network.yaml",
      "kyverno/allowed-repos.yaml",
      "kyverno/kustomization.yaml",
      "kyverno/no-host-network.yaml",
      "vap/allowed-repos.yaml",
      "vap/kustomization.yaml",
      "vap/no-host-network.yaml",
    ]);
  });
  it("lists the values of a parameter as its author does, whatever else is compiled", async () => {
    const project = await built({
      "policies/allowed-repos/policy.ts": allowedRepos
        .replace(
          "interface Params {",
          'type Level = "strict" | "ask" | "loose";\n\ninterface Params {\n  level?: Level;\n  ways: ("push" | "pull" | "copy")[];',
        )
        .replace('{ repos: ["registry.example/"] }', '{ repos: ["loose", "copy"], ways: ["pull"] }')
        .replace(
          "export default",
          'export const met = ["copy", "loose", "ask", "pull"] as const;\n\nexport default',
        ),
    });
    const template = project.tree("dist")["gatekeeper/allowed-repos/template.yaml"];
    expect(template).toContain("enum: [strict, ask, loose]");
    expect(template).toContain("enum: [push, pull, copy]");
  });
  it("finds modules where tsconfig.json and package.json say, and tells what is wrong in them", async () => {
    const importing = noHostNetwork
      .replace(
        "\nexport default",
        '\nimport { why } from "@rules/why.js";\nimport { end } from "#end";\n\nexport default',
      )
      .replace('"hostNetwork is not allowed"', "`${why}${end}`");
    const project = projectWith({
      ...fine,
      "policies/no-host-network/policy.ts": importing,
      "tsconfig.json": '{ "compilerOptions": { "paths": { "@rules/*": ["./rules/*"] } } }\n',
      "package.json": '{ "type": "module", "imports": { "#end": "./rules/end.ts" } }\n',
      "rules/why.ts": 'export { why } from "./reason.js";\n',
      "rules/reason.ts": 'export const why: string = "hostNetwork is not";\n',
      "rules/end.ts": 'export const end = " allowed";\n',
    });
    expect(await project.policyc("build")).toMatchObject({ code: 0 });
    expect(project.tree("dist")["vap/no-host-network.yaml"]).toContain("hostNetwork is not allowed");
    expect(await project.policyc("test")).toMatchObject({ code: 0 });
    project.write({ "rules/reason.ts": "export const why: string = 1;\n" });
    const broken = await project.policyc("build");
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain("rules/reason.ts:1:14 error PC1100");
  });

  it("has nothing to write the second time", async () => {
    const project = await built();
    const { stdout, stderr, code } = await project.policyc("build");
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining("error") });
    expect(stdout).toContain("✓ 2 policies, 14 files in dist, all up to date");
  });
  it("removes the files of a policy that is gone, and no others", async () => {
    const project = await built();
    project.write({
      "dist/README.md": "mine",
      "policyc.yaml": "settings: { allowed-repos: { enabled: false } }\n",
    });
    const { stdout } = await project.policyc("build");
    expect(stdout).toContain("removed dist/vap/allowed-repos.yaml");
    const paths = Object.keys(project.tree("dist"));
    expect(paths.filter((path) => path.includes("allowed-repos"))).toEqual([]);
    expect(paths).toContain("README.md");
  });
  it("builds one policy, and leaves the others as they are", async () => {
    const project = await built();
    const before = project.tree("dist");
    await project.policyc("build", "allowed-repos", "--stage", "enforce");
    const after = project.tree("dist");
    const changed = Object.keys(after).filter(
      (path) => after[path] !== before[path] && path !== ".policyc.json",
    );
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((path) => !path.includes("allowed-repos"))).toEqual([]);
  });
  it("builds one policy while another one is unfinished, and tells nothing of that", async () => {
    const project = await built({ "policyc.yaml": "settings: { no-host-network: { stage: warn } }\n" });
    project.write({ "policies/no-host-network/policy.ts": noHostNetwork.replace("!== true", "!= true") });
    const one = await project.policyc("build", "allowed-repos");
    expect(one.code).toBe(0);
    expect(one.stderr).not.toContain("error");
    expect((await project.policyc("build", "no-host-network")).stderr).toContain("PC1012");
    expect((await project.policyc("build")).code).toBe(2);
  });
  it("builds one target, and leaves the others as they are", async () => {
    const project = await built();
    const before = Object.keys(project.tree("dist"));
    await project.policyc("build", "--target", "vap");
    expect(Object.keys(project.tree("dist"))).toEqual(before);
  });
  it("builds an environment into its own folder", async () => {
    const project = await built({
      "policyc.yaml": "environments: { production: { out: live, stage: enforce, targets: [vap] } }\n",
    });
    await project.policyc("build", "--env", "production");
    const live = project.tree("live");
    expect(Object.keys(live)).toEqual([
      ".policyc.json",
      "vap/allowed-repos.yaml",
      "vap/kustomization.yaml",
      "vap/no-host-network.yaml",
    ]);
    expect(live["vap/allowed-repos.yaml"]).toContain("Deny");
    expect(project.tree("dist")["vap/allowed-repos.yaml"]).not.toContain("Deny");
  });
  it("gives parameters their values from policyc.yaml", async () => {
    const project = await built({
      "policyc.yaml": "settings: { allowed-repos: { params: { repos: [ghcr.io/shop/] } } }\n",
    });
    const dist = project.tree("dist");
    expect(dist["gatekeeper/allowed-repos/constraint.yaml"]).toContain("ghcr.io/shop/");
    expect(dist["vap/allowed-repos.yaml"]).toContain("ghcr.io/shop/");
  });
  it("puts the parameters of admission policies where policyc.yaml says", async () => {
    const project = await built({
      "policyc.yaml":
        "targets: [vap]\nvap: { paramsFrom: resource }\nsettings: { allowed-repos: { params: { repos: [ghcr.io/shop/] } } }\n",
    });
    const dist = project.tree("dist");
    expect(Object.keys(dist)).toEqual([
      ".policyc.json",
      "vap/allowed-repos.yaml",
      "vap/crds/allowed-repos.yaml",
      "vap/kustomization.yaml",
      "vap/no-host-network.yaml",
      "vap/params/allowed-repos.yaml",
    ]);
    expect(dist["vap/params/allowed-repos.yaml"]).toContain("ghcr.io/shop/");
    expect(dist["vap/allowed-repos.yaml"]).not.toContain("ghcr.io/shop/");
    expect(await project.policyc("build", "--check", "--verify")).toMatchObject({ code: 0 });
  });
  it("finds policyc.yaml from a folder below, and writes where it says", async () => {
    const project = projectWith({ ...fine, "policyc.yaml": "out: manifests\n" });
    const { code, stdout } = await policycIn(join(project.folder, "policies/allowed-repos"), ["build"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("../../manifests/vap") });
    expect(Object.keys(project.tree("manifests"))).toContain("vap/allowed-repos.yaml");
  });
  it("tells how long each step took", async () => {
    const { stderr } = await projectWith(fine).policyc("build", "--timings");
    expect(stderr).toMatch(/\d m?s {2}read the policies\n/);
  });
});

describe("policyc build --check", () => {
  it("is silent where everything is up to date", async () => {
    const project = await built();
    expect(await project.policyc("build", "--check")).toMatchObject({ code: 0, stdout: "" });
  });
  it("names what a build would change, writes nothing, and exits 1", async () => {
    const project = await built();
    project.write({ "dist/vap/allowed-repos.yaml": "edited" });
    const before = project.tree("dist");
    const { code, stdout } = await project.policyc("build", "--check");
    expect(code).toBe(1);
    expect(stdout).toContain("outdated dist/vap/allowed-repos.yaml");
    expect(project.tree("dist")).toEqual(before);
  });
});

describe("policyc --version", () => {
  it("names policyc and the engines inside", async () => {
    const { code, stdout } = await projectWith({}).policyc("--version");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^policyc \d+\.\d+\.\d+\nengine: /);
  });
});

describe("policyc help", () => {
  it("shows the commands, and everything about one", async () => {
    const tried = projectWith({});
    expect(await tried.policyc("help")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("everything about a command"),
    });
    expect(await tried.policyc("help", "build")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("--verify"),
    });
  });
});

describe("policyc --help", () => {
  it.each([[], ["build"], ["test"]])(
    "teaches with examples and lists the exit codes: %s",
    async (...command) => {
      const { code, stdout } = await projectWith({}).policyc(...command, "--help");
      expect(code).toBe(0);
      expect(stdout).toContain("Examples:\n  $ policyc");
      expect(stdout).toContain("Exit codes:");
    },
  );
});
