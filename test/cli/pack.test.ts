import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { installInto, type PackedPackage, packAll } from "./support/packages.js";
import { clone, treeOf } from "./support/project.js";
import { temporaryFolder } from "./support/temporary.js";

let packages: readonly PackedPackage[];
let project: string;

beforeAll(() => {
  packages = packAll();
  project = temporaryFolder("installed");
  cpSync(join(clone, "examples/quickstart"), project, {
    recursive: true,
    filter: (path) => !/\/(node_modules|dist)$/.test(path),
  });
  installInto(project, packages);
}, 300_000);

/** Runs the installed command by its shebang, with Node and nothing else in PATH: no Go, no pnpm. */
function installed(...args: readonly string[]): {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const { status, stdout, stderr } = spawnSync(join(project, "node_modules/.bin/policyc"), args, {
    cwd: project,
    encoding: "utf8",
    env: { PATH: dirname(process.execPath), HOME: project, POLICYC_CACHE: join(project, "cache") },
  });
  return { code: status, stdout, stderr };
}

/** What a package may hold beside compiled code. */
const beside: Readonly<Record<string, RegExp>> = {
  policyc: /^(bin\/policyc\.js|schema\/policyc\.schema\.json|dist\/diagnostics\/PC\d{4}\.md)$/,
  "@policyc/sdk": /^src\/.*\.ts$/,
  "@policyc/kinds": /^openapi\//,
  "@policyc/engine": /^(wasm\/engine\.(json|wasm\.br)|NOTICE)$/,
  "@policyc/library":
    /^(dist\/library\.(json|mjs|wasm)|(modules|documents)\/.*\.ts|[\w-]+\/[\w-]+\/(policy\.ts|README\.md))$/,
  "@policyc/testing": /^suite\.schema\.json$/,
};

describe("the packages", () => {
  it("hold compiled code, what it reads, and nothing else", () => {
    const strays = packages.flatMap(({ name, files }) =>
      files
        .filter((file) => !/^(package\.json|README\.md|LICENSE)$/.test(file))
        .filter((file) => !/^dist\/.*\.(c?js|d\.c?ts|json)$/.test(file) && beside[name]?.test(file) !== true)
        .map((file) => `${name}: ${file}`),
    );
    expect(strays).toEqual([]);
  });
  it("say what they are, and under which licence", () => {
    const licence = readFileSync(join(clone, "LICENSE"), "utf8");
    for (const { name, files, folder } of packages) {
      expect(files, name).toEqual(expect.arrayContaining(["README.md", "LICENSE"]));
      expect(readFileSync(join(folder, "LICENSE"), "utf8"), name).toBe(licence);
    }
    expect(packages.find(({ name }) => name === "@policyc/engine")?.files).toContain("NOTICE");
  });
  it("hold no tests", () => {
    expect(
      packages.flatMap(({ files }) => files).filter((file) => /\.test\.|__|tsbuildinfo/.test(file)),
    ).toEqual([]);
  });
  it("hold the command, the schema for editors, and the engine", () => {
    const files = Object.fromEntries(packages.map((one) => [one.name, one.files]));
    expect(files["policyc"]).toEqual(
      expect.arrayContaining(["bin/policyc.js", "dist/main.js", "schema/policyc.schema.json"]),
    );
    expect(files["@policyc/engine"]).toEqual(
      expect.arrayContaining(["wasm/engine.json", "wasm/engine.wasm.br"]),
    );
    expect(files["@policyc/sdk"]).toEqual(
      expect.arrayContaining(["dist/index.js", "dist/index.d.ts", "src/index.ts"]),
    );
  });
});

describe("an installed policyc, without Go", () => {
  it("says which engines are inside", () => {
    expect(installed("--version")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/OPA \d.*cel-go .*Kubernetes 1\./),
    });
  });
  it("builds a project", () => {
    expect(installed("build")).toMatchObject({ code: 0, stdout: expect.stringContaining("✓ 2 policies") });
    expect(Object.keys(treeOf(join(project, "dist")))).toContain("vap/team-label.yaml");
  });
  it("tests it, by the TypeScript and by the emitted Rego", () => {
    expect(installed("test")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^✓ 6 passed .*js and wasm agreeing/),
    });
  });
});

describe("an installed policyc, without a project", () => {
  it("checks manifests with the built-in library", () => {
    const { code, stdout } = installed("check", "--library", "manifests/bad.yaml");
    expect(code).toBe(1);
    expect(stdout).toMatch(/manifests\/bad\.yaml:\d+:\d+ in Deployment shop\/web/);
    expect(stdout).toContain("medium imagedigests: initContainer <migrate> uses an image without a digest");
    expect(stdout).toContain("not asked before a policyc.yaml gives them your settings: allowedrepos,");
    expect(stdout).toContain("of the built-in library with policyc.yaml)");
  });
});

describe("an installed policyc, without its engine", () => {
  beforeAll(() => rmSync(join(project, "node_modules/@policyc/engine/wasm"), { recursive: true }));

  it("says that it is missing", () => {
    expect(installed("--version")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("engine: not built"),
    });
  });
  it("builds all the same", () => {
    expect(installed("build", "--out", "without")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("✓ 2 policies"),
    });
  });
  it("tests the TypeScript all the same", () => {
    expect(installed("test", "--engine", "js")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("✓ 6 passed"),
    });
  });
  it("checks with the built-in library all the same, whose Rego has been compiled", () => {
    expect(installed("check", "--library", "manifests/bad.yaml").code).toBe(1);
  });
  it("says what is missing for the rest, and how to get it", () => {
    const { code, stderr } = installed("test");
    expect(code).toBe(2);
    expect(stderr).toMatch(/PC6030: `wasm` cannot evaluate: .*install Go/);
    expect(stderr).toContain("use `--engine js` meanwhile");
  });
});
