import { describe, expect, it } from "vitest";
import { projectWith } from "./support/project.js";
import { allowedRepos, fine, hostNetworkSuite, noHostNetwork } from "./support/samples.js";

const suiteFile = "policies/no-host-network/suite.yaml";

describe("policyc test", () => {
  it("is quiet when all is well: one line of sum", async () => {
    const { code, stdout } = await projectWith(fine).policyc("test", "--engine", "js");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "✓ 2 passed (2 cases of 1 policy, by js)\n" });
  });
  it("shows where a case fails, what was expected and what was said, and exits 1", async () => {
    const wrong = hostNetworkSuite.replace("[hostNetwork is not allowed]", "[host network is forbidden]");
    const { code, stdout } = await projectWith({ ...fine, [suiteFile]: wrong }).policyc(
      "test",
      "--engine",
      "js",
    );
    expect(code).toBe(1);
    expect(stdout).toContain(`✗ no-host-network: a pod on the node's network ${suiteFile}:5:5\n`);
    expect(stdout).toContain("- expected the message `host network is forbidden`, which nothing says\n");
    expect(stdout).toContain("+ did not expect the message `hostNetwork is not allowed`\n");
    expect(stdout).toContain("✗ 1 failed, 1 passed (2 cases of 1 policy, by js)\n");
  });
  it("evaluates no CEL that an older Kubernetes could not say", async () => {
    const sortedNames = `import { Pod, policy, sorted } from "@policyc/sdk";
export default policy({
  name: "names",
  title: "Names",
  description: "Names.",
  severity: "low",
  match: [Pod],
  require: ({ object }) => sorted(object.spec.containers.map((c) => c.name)).join() !== "a,b",
  message: "a and b",
});
`;
    const { code, stderr } = await projectWith({
      "policies/names/policy.ts": sortedNames,
      "policies/names/suite.yaml":
        "cases:\n  - name: one\n    manifest: { apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a, image: a }] } }\n    allow: true\n",
    }).policyc("test", "--engine", "js,cel");
    expect(code).toBe(2);
    expect(stderr).toContain(
      "PC3201: ValidatingAdmissionPolicy cannot say a sorted list before Kubernetes 1.35",
    );
    expect(stderr).not.toContain("refuses the emitted CEL");
  });
  it("runs the cases whose name matches", async () => {
    const { stdout } = await projectWith(fine).policyc("test", "--engine", "js", "--run", "of its own");
    expect(stdout).toContain("✓ 1 passed");
  });
  it("does not look like a success where nothing ran", async () => {
    const { code, stdout, stderr } = await projectWith(fine).policyc(
      "test",
      "--engine",
      "js",
      "--run",
      "no such case",
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("error PC6032: no case ran: none matches `no such case`");
  });
  it("runs the suites that it is given, wherever they are", async () => {
    const project = projectWith({
      ...fine,
      "more/host/suite.yaml": `policy: ../../policies/no-host-network/policy.ts\ncases:\n  - name: again\n    object: ../../policies/no-host-network/samples/pod.yaml\n    allow: true\n`,
    });
    for (const path of ["more", "more/host/suite.yaml"]) {
      expect(await project.policyc("test", "--engine", "js", path)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("✓ 1 passed"),
      });
    }
  });
  it("runs the suite of one policy while another one is unfinished", async () => {
    const project = projectWith(fine);
    project.write({
      "policies/allowed-repos/policy.ts": allowedRepos.replace("image.startsWith(repo)", "image == repo"),
    });
    const one = await project.policyc("test", "policies/no-host-network");
    expect(one.code).toBe(0);
    expect(one.stderr).not.toContain("error");
    const whole = await project.policyc("test");
    expect(whole.stderr).toContain("policies/allowed-repos/policy.ts");
    expect(whole.code).toBe(2);
  });
  it("runs Gatekeeper's own Suite files", async () => {
    const project = projectWith({
      ...fine,
      "gator/suite.yaml": `kind: Suite
apiVersion: test.gatekeeper.sh/v1alpha1
tests:
  - name: host-network
    template: template.yaml
    constraint: constraint.yaml
    cases:
      - name: denied
        object: pod.yaml
        assertions: [{ violations: 1, message: hostNetwork }]
`,
      "gator/constraint.yaml":
        "apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: NoHostNetwork\nmetadata: { name: n }\nspec: {}\n",
      "gator/pod.yaml":
        "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { hostNetwork: true, containers: [{ name: c, image: i }] }\n",
    });
    expect(await project.policyc("test", "--engine", "js", "gator")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("✓ 1 passed"),
    });
  });
  it("runs Kyverno's own Test files, and passes nothing that Kyverno calls Excluded", async () => {
    const test = (rule: string) => `apiVersion: cli.kyverno.io/v1alpha1
kind: Test
metadata: { name: host }
policies: [policy.yaml]
resources: [pod.yaml]
results:
  - { policy: no-host-network, rule: ${rule}, kind: Pod, resources: [p], result: fail }
`;
    const pod =
      "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { hostNetwork: true, containers: [{ name: c, image: i }] }\n";
    const run = (rule: string) =>
      projectWith({
        ...fine,
        "their/.kyverno-test/kyverno-test.yaml": test(rule),
        "their/.kyverno-test/pod.yaml": pod,
      }).policyc("test", "--engine", "js", "their");
    expect(await run("no-host-network")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("✓ 1 passed"),
    });
    expect(await run("host-network")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("`no-host-network` has no rule `host-network`"),
    });
  });
  it("gives programs JSON", async () => {
    const { stdout } = await projectWith(fine).policyc("test", "--engine", "js", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      engines: ["js"],
      summary: { passed: 2, failed: 0, skipped: 0, broken: 0 },
      results: [
        { policy: "no-host-network", case: "a pod of its own", file: suiteFile, line: 2, outcome: "passed" },
        {},
      ],
    });
  });
  it("compiles the CEL of a policy for the Kubernetes that it needs, and runs each case once", async () => {
    const newer = noHostNetwork
      .replace("  match:", '  minKubernetes: "1.35",\n  match:')
      .replace("no-host-network", "newer");
    const files = {
      ...fine,
      "policies/newer/policy.ts": newer,
      "policies/newer/suite.yaml": hostNetworkSuite.replace("samples/", "../no-host-network/samples/"),
    };
    const { code, stdout } = await projectWith(files).policyc("test", "--engine", "js,cel");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "✓ 4 passed (4 cases of 2 policies, js and cel agreeing)\n",
    });
  });
  it("evaluates the CEL that is written where parameters are in the cluster", async () => {
    const files = {
      ...fine,
      "policies/allowed-repos/suite.yaml": reposSuite,
      "policyc.yaml": "vap: { paramsFrom: resource }\n",
    };
    const { code, stdout } = await projectWith(files).policyc("test", "--engine", "js,cel");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "✓ 4 passed (4 cases of 2 policies, js and cel agreeing)\n",
    });
    const wrong = { ...files, "policyc.yaml": "vap: { paramsFrom: configMap, paramsNamespace: policies }\n" };
    expect(await projectWith(wrong).policyc("test", "--engine", "cel")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("PC2212"),
    });
  });
  it("lets the engines agree", async () => {
    const { code, stdout } = await projectWith(fine).policyc("test", "--engine", "all");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "✓ 2 passed (2 cases of 1 policy, js, wasm, opa and cel agreeing)\n",
    });
  });
});

const reposSuite = `cases:
  - name: the author's registry
    manifest: &pod
      apiVersion: v1
      kind: Pod
      metadata: { name: web }
      spec: { containers: [{ name: web, image: registry.example/web }] }
    allow: true
  - name: another one
    manifest: *pod
    params: { repos: [ghcr.io/] }
    deny: [container <web> has an invalid image <registry.example/web>]
`;
