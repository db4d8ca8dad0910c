import { beforeAll, describe, expect, it } from "vitest";
import { projectWith, type TestProject, type Transcript } from "./support/project.js";
import { fine, noHostNetwork } from "./support/samples.js";

/** Spoils a project that has been built, runs a command, and says what came of it. */
async function spoiled(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = ["build"],
): Promise<Transcript & { readonly distIsAsBefore: boolean }> {
  const project = projectWith(fine);
  expect((await project.policyc("build")).code).toBe(0);
  const before = project.tree("dist");
  project.write(files);
  const transcript = await project.policyc(...args);
  return { ...transcript, distIsAsBefore: JSON.stringify(project.tree("dist")) === JSON.stringify(before) };
}

/** One clear message at its place, exit 2, `dist/` as it was, no stack trace. */
function refuses(transcript: Awaited<ReturnType<typeof spoiled>>, ...said: readonly string[]): void {
  for (const text of said) expect(transcript.stderr).toContain(text);
  expect(transcript.stderr).not.toMatch(/\n\s+at .*:\d+:\d+\)?/);
  expect(transcript.stderr).toMatch(/\n1 error(, \d+ warnings?)?\n$/);
  expect(transcript.code).toBe(2);
  expect(transcript.stdout).not.toContain("✓");
  expect(transcript.distIsAsBefore).toBe(true);
}

const settings = (params: string): string => `settings:\n  allowed-repos:\n    params: ${params}\n`;
const suite = (text: string): Readonly<Record<string, string>> => ({
  "policies/no-host-network/suite.yaml": text,
});
const changed = (from: string, to: string): string => noHostNetwork.replace(from, to);

describe("policyc.yaml", () => {
  it("that is not YAML", async () => {
    refuses(
      await spoiled({ "policyc.yaml": "targets: [vap\nout: dist\n" }),
      "policyc.yaml:2:",
      "PC6002",
      "not valid YAML",
    );
  });
  it("with an unknown key", async () => {
    refuses(
      await spoiled({ "policyc.yaml": "stages: warn\n" }),
      "policyc.yaml:1:1 error PC6003",
      "did you mean `stage`?",
    );
  });
  it("with a parameter that the policy's schema forbids", async () => {
    refuses(
      await spoiled({ "policyc.yaml": settings("{ repos: registry.example/ }") }),
      "policyc.yaml:3:22 error PC2211",
      "`repos` is text, and should be a list",
    );
  });
  it("with a parameter that the policy does not have", async () => {
    refuses(
      await spoiled({ "policyc.yaml": settings("{ repo: [] }") }),
      "policyc.yaml:3:15 error PC2210",
      "did you mean `repos`?",
    );
  });
  it("with settings for a policy that is not there", async () => {
    refuses(
      await spoiled({ "policyc.yaml": "settings: { alowed-repos: { stage: warn } }\n" }),
      "policyc.yaml:1:13 error PC6005",
      "did you mean `allowed-repos`?",
    );
  });
  it("with an exemption that has expired", async () => {
    const text =
      'settings:\n  allowed-repos:\n    exemptions: [{ reason: moving, expires: "2020-01-31", names: [old] }]\n';
    refuses(
      await spoiled({ "policyc.yaml": text }),
      "policyc.yaml:3:45 error PC6007",
      "expired on 2020-01-31",
    );
  });
  it("without the environment that is asked for", async () => {
    const files = { "policyc.yaml": "environments: { production: {} }\n" };
    refuses(
      await spoiled(files, ["build", "--env", "prodution"]),
      "policyc.yaml:1:1 error PC6006",
      "did you mean `production`?",
    );
  });
  it("that is not there", async () => {
    refuses(
      await spoiled({}, ["build", "--config", "other.yaml"]),
      "other.yaml",
      "PC6001",
      "there is no such file",
    );
  });
});

describe("a policy", () => {
  const replace = (text: string): Readonly<Record<string, string>> => ({
    "policies/no-host-network/policy.ts": text,
  });

  it("without a name", async () => {
    const transcript = await spoiled(replace(changed('  name: "no-host-network",\n', "")));
    expect(transcript).toMatchObject({ code: 2, distIsAsBefore: true });
    expect(transcript.stderr).toContain("policies/no-host-network/policy.ts:3:");
    expect(transcript.stderr).toContain("name");
  });
  it("with the name of another", async () => {
    refuses(
      await spoiled({ "policies/second/policy.ts": noHostNetwork }),
      "policies/second/policy.ts:3:",
      "PC2005",
      "policies/no-host-network/policy.ts:3:",
    );
  });
  it("with a type error", async () => {
    refuses(
      await spoiled(replace(changed("hostNetwork !== true", "hostNetwrk !== true"))),
      "policies/no-host-network/policy.ts:9:",
      "PC1100",
      "hostNetwrk",
    );
  });
  it("without the SDK, whatever TypeScript then has no type for", async () => {
    refuses(
      await spoiled(replace(changed("@policyc/sdk", "@policyc/sdc"))),
      "policies/no-host-network/policy.ts:1:",
      "Cannot find module '@policyc/sdc'",
    );
  });
  it("with a construct outside the language", async () => {
    refuses(
      await spoiled(replace(changed("podSpec(object).hostNetwork !== true", "Date.now() > 0"))),
      "policies/no-host-network/policy.ts:9:",
    );
  });
  it("that cannot be read", async () => {
    const files = { "policyc.yaml": "policies:\n  - policies/*/policy.ts\n  - policies/lost/policy.ts\n" };
    refuses(
      await spoiled(files),
      "policyc.yaml:3:5 error PC6001",
      "`policies/lost/policy.ts` cannot be read: there is no such file",
    );
  });
  it("that is a folder", async () => {
    const files = { "policyc.yaml": "policies: [policies/*/policy.ts, policies/no-host-network]\n" };
    refuses(await spoiled(files), "policyc.yaml:1:34 error PC6001", "it is a folder");
  });
  it("that no glob finds", async () => {
    const files = { "policyc.yaml": "policies: [policies/*/policy.ts, more/**/policy.ts]\n" };
    refuses(
      await spoiled(files),
      "policyc.yaml:1:34 error PC6009",
      "no policy was found at `more/**/policy.ts`",
    );
  });
  it("that is not in the project", async () => {
    refuses(await spoiled({}, ["build", "no-host-netwrk"]), "PC6005", "did you mean `no-host-network`?");
  });
  it("is missing altogether", async () => {
    const project = projectWith({});
    const { code, stderr } = await project.policyc("build");
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("PC6009") });
  });
});

describe("an output folder", () => {
  it("that is a file", async () => {
    refuses(
      await spoiled({ taken: "a file" }, ["build", "--out", "taken"]),
      "PC6020",
      "`taken` cannot be written: a file is where a folder should be",
    );
  });
  it("in which a file is in the way", async () => {
    const transcript = await spoiled({ "deploy/vap": "a file" }, ["build", "--out", "deploy"]);
    refuses(transcript, "`deploy/vap` cannot be written");
  });
});

describe("a suite", () => {
  const run = (files: Readonly<Record<string, string>>) => spoiled(files, ["test", "--engine", "js"]);

  it("that is not YAML", async () => {
    refuses(await run(suite("cases: [\n")), "policies/no-host-network/suite.yaml:", "PC4001");
  });
  it("that names a file that is not there", async () => {
    const text = "cases:\n  - name: lost\n    object: samples/lost.yaml\n    allow: true\n";
    refuses(await run(suite(text)), "policies/no-host-network/suite.yaml:3:", "samples/lost.yaml");
  });
  it("whose manifest breaks its schema", async () => {
    const files = {
      "policies/no-host-network/samples/pod.yaml":
        "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  hostNetwork: maybe\n  containers: [{ name: web }]\n",
    };
    refuses(await run(files), "policies/no-host-network/samples/pod.yaml:5:", "hostNetwork");
  });
  it("whose manifest is not YAML", async () => {
    refuses(
      await run({ "policies/no-host-network/samples/pod.yaml": "kind: [Pod\n" }),
      "policies/no-host-network/samples/pod.yaml:",
    );
  });
  it("that is not there", async () => {
    refuses(await spoiled({}, ["test", "--engine", "js", "nowhere"]), "nowhere");
  });
});

describe("a command line", () => {
  let project: TestProject;
  beforeAll(() => {
    project = projectWith({});
  });
  const refused = [
    [["biuld"], "unknown command 'biuld'"],
    [["build", "--target", "gatekeper"], "Allowed choices are gatekeeper, kyverno, kyverno-vpol, vap"],
    [["build", "--stage", "loud"], "Allowed choices are audit, warn, enforce"],
    [["build", "--chekc"], "Did you mean --check?"],
    [["test", "--run", "("], "Invalid regular expression"],
    [[], "Usage: policyc"],
  ] as const;

  it.each(refused)("%j is refused", async (args, said) => {
    const { code, stdout, stderr } = await project.policyc(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });
});
