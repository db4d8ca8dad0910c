import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { findEngine } from "@policyc/engine";
import { afterEach, describe, expect, it } from "vitest";
import { clone, projectWith, type TestProject } from "./support/project.js";
import { allowedRepos, fine, hostNetworkSuite, noHostNetwork, pod } from "./support/samples.js";
import { type Watching, watching } from "./support/watching.js";

const running: Watching[] = [];

async function watched(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ project: TestProject; started: string; round: Watching["round"] }> {
  const project = projectWith({ ...fine, ...files });
  const watch = await watching(project, ...args);
  running.push(watch);
  return { project, started: await watch.round(), round: watch.round };
}

afterEach(async () => {
  for (const watch of running.splice(0)) expect(await watch.interrupt()).toBe(0);
});

/** The files below `dist` that were replaced: each is written anew and moved to its place. */
function inodes(project: TestProject): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.keys(project.tree("dist")).map((path) => [path, statSync(join(project.folder, "dist", path)).ino]),
  );
}

const louder = allowedRepos.replace("has an invalid image", "must not use the image");

describe("policyc build --watch", () => {
  it("compiles a changed policy again, and writes its files alone", async () => {
    const { project, started, round } = await watched({}, "build", "--watch");
    expect(started).toContain("✓ compiled allowed-repos, no-host-network: 14 files written in dist");
    const before = inodes(project);
    project.write({ "policies/allowed-repos/policy.ts": louder });
    expect(await round()).toContain("✓ compiled allowed-repos: ");
    const after = inodes(project);
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toEqual([
      ".policyc.json",
      "gatekeeper/allowed-repos/template.yaml",
      "kyverno-vpol/allowed-repos.yaml",
      "kyverno/allowed-repos.yaml",
      "vap/allowed-repos.yaml",
    ]);
    expect(project.tree("dist")["vap/allowed-repos.yaml"]).toContain("must not use the image");
    expect(await project.policyc("build", "--check")).toMatchObject({ code: 0 });
  });

  it("compiles who uses a changed module, through others too, and nobody else", async () => {
    const { project, round } = await watched(
      {
        "policies/no-host-network/policy.ts": noHostNetwork
          .replace("\nexport default", '\nimport { why } from "../modules/why.js";\n\nexport default')
          .replace('"hostNetwork is not allowed"', "why"),
        "policies/modules/why.ts": 'export { why } from "./reason.js";\n',
        "policies/modules/reason.ts": 'export const why = "hostNetwork is not allowed";\n',
      },
      "build",
      "--watch",
    );
    project.write({ "policies/modules/reason.ts": 'export const why = "not on the node";\n' });
    expect(await round()).toContain("✓ compiled no-host-network: ");
    expect(project.tree("dist")["vap/no-host-network.yaml"]).toContain("not on the node");
  });

  it("leaves alone who uses nothing of a module that is another now", async () => {
    const using = (policy: string, name: string): string =>
      policy
        .replace("\nexport default", `\nimport { ${name} } from "../modules/why.js";\n\nexport default`)
        .replace('"hostNetwork is not allowed"', name);
    const why = 'export const network = "not on the network";\nexport const node = "not on the node";\n';
    const { project, round } = await watched(
      {
        "policies/no-host-network/policy.ts": using(noHostNetwork, "network"),
        "policies/no-node/policy.ts": using(noHostNetwork.replace("no-host-network", "no-node"), "node"),
        "policies/modules/why.ts": why,
      },
      "build",
      "--watch",
    );
    project.write({ "policies/modules/why.ts": `${why}// Both are said to people.\n` });
    expect(await round()).toContain("✓ compiled no policy: 0 files written");
    project.write({ "policies/modules/why.ts": why.replace("on the node", "on a node") });
    expect(await round()).toContain("✓ compiled no-node: ");
    expect(project.tree("dist")["vap/no-node.yaml"]).toContain("not on a node");
    project.write({ "policies/modules/why.ts": why });
    expect(await round()).toContain("✓ compiled no-node: ");
    expect(project.tree("dist")["vap/no-node.yaml"]).toContain("not on the node");
  });

  it("tells what is wrong, leaves what is written, and goes on when it is mended", async () => {
    const { project, round } = await watched({}, "build", "--watch");
    const before = project.tree("dist");
    project.write({ "policies/allowed-repos/policy.ts": allowedRepos.replace("params.repos", "params.rep") });
    const broken = await round();
    expect(broken).toContain("policies/allowed-repos/policy.ts:18:18 error PC1100");
    expect(broken).toContain("✗ nothing was written");
    expect(project.tree("dist")).toEqual(before);
    project.write({ "policies/allowed-repos/policy.ts": louder });
    const mended = await round();
    expect(mended).not.toContain("error");
    expect(mended).toContain("✓ compiled allowed-repos: ");
  });

  it("follows a module outside of the project", async () => {
    const other = projectWith({ "why.ts": 'export const why = "not allowed";\n' });
    const path = `../../../${basename(other.folder)}/why.js`;
    const { project, round } = await watched(
      {
        "policies/no-host-network/policy.ts": noHostNetwork
          .replace("\nexport default", `\nimport { why } from "${path}";\n\nexport default`)
          .replace('"hostNetwork is not allowed"', "why"),
      },
      "build",
      "--watch",
    );
    other.write({ "why.ts": 'export const why = "not on the node";\n' });
    expect(await round()).toContain("✓ compiled no-host-network: ");
    expect(project.tree("dist")["vap/no-host-network.yaml"]).toContain("not on the node");
  });

  it("finds the module that a policy has missed", async () => {
    const missing = noHostNetwork
      .replace("\nexport default", '\nimport { why } from "./why.js";\n\nexport default')
      .replace('"hostNetwork is not allowed"', "why");
    const { project, started, round } = await watched(
      { "policies/no-host-network/policy.ts": missing },
      "build",
      "--watch",
    );
    expect(started).toContain("✗ nothing was written");
    project.write({ "policies/no-host-network/why.ts": 'export const why = "not on the node";\n' });
    expect(await round()).toContain("14 files written");
  });

  it("does not compile what is saved as it was", async () => {
    const { project, round } = await watched({}, "build", "--watch");
    project.write({ "policies/allowed-repos/policy.ts": allowedRepos });
    expect(await round()).toContain("✓ compiled no policy: 0 files written");
    project.write({ "policies/allowed-repos/policy.ts": louder });
    expect(await round()).toContain("✓ compiled allowed-repos: ");
  });

  it("takes over a policy that appears, and removes the files of one that goes", async () => {
    const { project, round } = await watched({}, "build", "--watch");
    const another = noHostNetwork.replace('"no-host-network"', '"no-node-network"');
    project.write({ "policies/no-node-network/policy.ts": another });
    expect(await round()).toContain("✓ compiled no-node-network: ");
    rmSync(join(project.folder, "policies/no-node-network"), { recursive: true });
    expect(await round()).toContain("5 removed");
    expect(await project.policyc("build", "--check")).toMatchObject({ code: 0 });
  });

  it("follows policyc.yaml, also when it is broken for a while", async () => {
    const { project, round } = await watched({}, "build", "--watch");
    project.write({ "policyc.yaml": "stages: enforce\n" });
    expect(await round()).toContain("policyc.yaml:1:1 error PC6");
    project.write({ "policyc.yaml": "stage: enforce\n" });
    expect(await round()).toContain("✓ compiled no policy: ");
    expect(project.tree("dist")["gatekeeper/allowed-repos/constraint.yaml"]).toContain("deny");
  });

  it("does not go together with a run that only looks", async () => {
    const { code, stderr } = await projectWith(fine).policyc("build", "--watch", "--check");
    expect(code).toBe(2);
    expect(stderr).toContain("cannot be used with option");
  });
});

describe.skipIf(findEngine() === undefined)(
  "policyc test --watch (skipped where the engine is not built)",
  () => {
    it("runs the cases of a changed policy, a changed suite and a changed sample, and no others", async () => {
      const { project, started, round } = await watched(
        {
          "policies/allowed-repos/suite.yaml": hostNetworkSuite
            .replace("samples/pod.yaml", "pod.yaml")
            .replace("[hostNetwork is not allowed]", '["image"]'),
          "policies/allowed-repos/pod.yaml": pod.replace("image: web", "image: registry.example/web"),
        },
        "test",
        "--watch",
      );
      expect(started).toContain("✓ 4 passed (4 cases of 2 policies");
      project.write({ "policies/allowed-repos/policy.ts": louder });
      expect(await round()).toContain("✓ 2 passed (2 cases of 1 policy");
      project.write({
        "policies/no-host-network/suite.yaml": hostNetworkSuite.slice(
          0,
          hostNetworkSuite.indexOf("  - name: a pod on"),
        ),
      });
      expect(await round()).toContain("✓ 1 passed (1 case of 1 policy");
      project.write({ "policies/allowed-repos/pod.yaml": pod });
      expect(await round()).toContain("✗ 1 failed, 1 passed (2 cases of 1 policy");
    });

    it("runs a failed case again with whatever changes next, until it passes", async () => {
      const { project, started, round } = await watched(
        { "policies/no-host-network/policy.ts": noHostNetwork.replace("!== true", "=== true") },
        "test",
        "--watch",
      );
      expect(started).toContain("✗ 2 failed");
      project.write({ "policies/allowed-repos/policy.ts": louder });
      expect(await round()).toContain("✗ 2 failed");
      project.write({ "policies/no-host-network/policy.ts": noHostNetwork });
      expect(await round()).toContain("✓ 2 passed");
    });
  },
);

describe("Ctrl-C", () => {
  it("ends the process, and all is well", async () => {
    const { folder } = projectWith(fine);
    const main = join(clone, "packages/cli/src/main.ts");
    const child = spawn(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), "--conditions=@policyc/source", main, "build", "-w"],
      { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
    );
    for await (const text of child.stderr) if (String(text).includes("Ctrl-C ends")) break;
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
