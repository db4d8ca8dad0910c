import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { clone, projectWith, type TestProject } from "./support/project.js";

let project: TestProject;

beforeAll(() => {
  project = projectWith({});
  const example = join(clone, "examples/quickstart");
  cpSync(example, project.folder, {
    recursive: true,
    filter: (path) => !/\/(node_modules|dist)$/.test(path),
  });
});

describe("examples/quickstart", () => {
  it("passes its own suites", async () => {
    expect(await project.policyc("test")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("✓ 6 passed"),
    });
  });
  it("builds, and production otherwise", async () => {
    expect(await project.policyc("build")).toMatchObject({ code: 0 });
    expect(await project.policyc("build", "--env", "production")).toMatchObject({ code: 0 });
    const [audit, live] = [project.tree("dist/vap"), project.tree("dist/production/vap")];
    expect(Object.keys(live)).toEqual(Object.keys(audit));
    expect(live["no-latest-image.yaml"]).toContain("Deny");
    expect(audit["no-latest-image.yaml"]).not.toContain("Deny");
    expect(live["team-label.yaml"]).toContain("legacy-shop");
  });
  it("names only files that it has in its README", () => {
    const readme = readFileSync(join(clone, "examples/quickstart/README.md"), "utf8");
    const named = [...readme.matchAll(/^\| `([^`]+)` *\|/gm)].map(([, path = ""]) => path.replace(/\/$/, ""));
    const files = Object.keys(project.tree("."));
    expect(named.length).toBeGreaterThan(4);
    expect(
      named.filter((path) => !files.some((file) => file === path || file.startsWith(`${path}/`))),
    ).toEqual([]);
  });
});
