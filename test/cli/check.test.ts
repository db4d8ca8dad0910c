import { readFileSync } from "node:fs";
import { findEngine } from "@policyc/engine";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { projectWith, type TestProject } from "./support/project.js";
import { fine } from "./support/samples.js";

const host = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      hostNetwork: true
      containers:
        - name: web
          image: docker.io/library/nginx
`;

const clean = `apiVersion: v1
kind: Pod
metadata: { name: clean, namespace: shop }
spec: { containers: [{ name: clean, image: registry.example/clean }] }
`;

function project(files: Readonly<Record<string, string>> = {}): TestProject {
  return projectWith({ ...fine, "policyc.yaml": "stage: audit\n", "manifests/web.yaml": host, ...files });
}

/** Without the engine, the TypeScript alone: what is tested here is the command. */
const engine = findEngine() === undefined ? ["--engine", "js"] : [];

describe("policyc check", () => {
  it("tells each violation with its place, why, and how to mend it", async () => {
    const tried = project({
      "policies/no-host-network/policy.ts": fine["policies/no-host-network/policy.ts"].replace(
        '  severity: "high",',
        '  severity: "low",\n  rationale: "It sees all traffic.",\n  remediation: "Use a Service.",',
      ),
    });
    const { stdout, code } = await tried.policyc("check", "manifests", ...engine);
    expect(code).toBe(1);
    expect(stdout).toBe(`manifests/web.yaml:4:3 in Deployment shop/web
    3 | metadata:
  > 4 |   name: web
      |   ^^^^^^^^^
    5 |   namespace: shop
  low no-host-network: hostNetwork is not allowed
    why:  It sees all traffic.
    help: Use a Service.

manifests/web.yaml:13:11 in Deployment shop/web
    12 |       containers:
  > 13 |         - name: web
       |           ^
    14 |           image: docker.io/library/nginx
  high allowed-repos: container <web> has an invalid image <docker.io/library/nginx>

✗ 2 violations of 2 policies in 1 object (2 policies of policyc.yaml)
`);
  });

  it("asks about the pods that operators make of custom resources", async () => {
    const rollout = host.replace("apps/v1", "argoproj.io/v1alpha1").replace("Deployment", "Rollout");
    const tried = project({ "manifests/web.yaml": rollout });
    const { stdout, code } = await tried.policyc("check", "manifests", ...engine);
    expect(code).toBe(1);
    expect(stdout).toContain("manifests/web.yaml:4:3 in Pod shop/web of Rollout shop/web › spec.template\n");
    expect(stdout).toContain(
      "manifests/web.yaml:13:11 in Pod shop/web of Rollout shop/web › spec.template\n",
    );
  });

  it("is quiet where all is well", async () => {
    const tried = project({ "manifests/web.yaml": clean });
    expect(await tried.policyc("check", "manifests/web.yaml", ...engine)).toMatchObject({
      code: 0,
      stdout: "✓ no violations in 1 object (2 policies of policyc.yaml)\n",
    });
  });

  it("reads several documents, Lists, JSON and stdin", async () => {
    const list = JSON.stringify({
      apiVersion: "v1",
      kind: "List",
      items: [
        {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "a" },
          spec: { containers: [{ name: "a", image: "a" }] },
        },
      ],
    });
    const tried = project({ "manifests/list.json": list, "manifests/two.yml": `${clean}---\n${clean}` });
    const { stdout, code } = await tried.fed(host, "check", "-", "manifests", "--format", "json", ...engine);
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report.summary).toMatchObject({ objects: 5, violations: 5, bySeverity: { high: 5 } });
    expect(
      report.violations.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`),
    ).toEqual([
      "manifests/list.json:1",
      "manifests/web.yaml:4",
      "manifests/web.yaml:13",
      "stdin:4",
      "stdin:13",
    ]);
  });

  it("leaves aside what is about something else, and says so", async () => {
    const tried = project({
      "chart/templates/a.yaml": "kind: Pod\nname: {{ .Values.name }}\nx: {{- if }}\n",
      "chart/values.yaml": "replicas: 2\n",
      "chart/tsconfig.json": "{ // comment\n]",
      "chart/web.yaml": clean,
    });
    const { stdout, code } = await tried.policyc("check", "chart", ...engine);
    expect(code).toBe(0);
    expect(stdout).toContain("skipped chart/templates/a.yaml: it is a template");
    expect(stdout).toContain("skipped chart/values.yaml: it has no Kubernetes object");
    expect(stdout).toContain("skipped chart/tsconfig.json: it is not JSON");
    expect(stdout).toContain("✓ no violations in 1 object");
  });

  it("tells a few of many files that it leaves aside", async () => {
    const values = Array.from({ length: 8 }, (_, index) => [`chart/${index}.yaml`, "replicas: 2\n"] as const);
    const { stdout } = await project(Object.fromEntries(values)).policyc("check", "chart", ...engine);
    expect(stdout.match(/^skipped chart/gm)).toHaveLength(5);
    expect(stdout).toContain("skipped 3 files more: --format json lists them");
    expect(stdout).toContain("! nothing was checked");
  });

  it.each([
    ["YAML that does not parse", "a: [", "web.yaml:1:5 error PC4001: this is not YAML"],
    [
      "a manifest that breaks its schema",
      "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: {}\n",
      "PC4003",
    ],
  ])("%s is an error, not a pass", async (_, text, message) => {
    const { stderr, code } = await project({ "manifests/web.yaml": text }).policyc(
      "check",
      "manifests",
      ...engine,
    );
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it.each([
    ["apps/v1", "Depolyment", "use `kind: Deployment`"],
    ["app/v1", "Deployment", "use `apiVersion: apps/v1`"],
    ["v1", "Deployment", "use `apiVersion: apps/v1`"],
    ["extensions/v1beta1", "Deployment", "use `apiVersion: apps/v1`"],
    ["apps/v1beta1", "Deploymnet", "use `apiVersion: apps/v1` and `kind: Deployment`"],
    ["rbac.authorisation.k8s.io/v1", "Role", "use `apiVersion: rbac.authorization.k8s.io/v1`"],
    ["rbac.authorization.k8s.io/v1", "Rolebinding", "use `kind: RoleBinding`"],
    ["networking.k8s.io/v1beta1", "Ingress", "use `apiVersion: networking.k8s.io/v1`"],
    ["autoscaling/v2beta2", "HorizontalPodAutoscaler", "use `apiVersion: autoscaling/v2`"],
  ])(
    "an object of %s that is called %s is an error that tells what was meant",
    async (version, kind, hint) => {
      const text = `apiVersion: ${version}\nkind: ${kind}\nmetadata: { name: a }\nspec: { of: another version }\n`;
      const { stderr, code } = await project({ "manifests/web.yaml": text }).policyc(
        "check",
        "manifests",
        ...engine,
      );
      expect(code).toBe(2);
      expect(stderr).toContain(`has no \`${kind}\` in \`${version}\``);
      expect(stderr).toContain(hint);
    },
  );

  it.each([
    ["serving.knative.dev/v1", "Service"],
    ["snapshot.storage.k8s.io/v1", "VolumeSnapshot"],
    ["gateway.networking.k8s.io/v1", "Gateway"],
    ["skaffold/v4beta6", "Config"],
    ["v1", "Config"],
    ["batch/v1beta1", "CronJob"],
  ])("an object of %s that is called %s is none", async (version, kind) => {
    const job = "{ spec: { template: { spec: { containers: [{ name: a }], restartPolicy: Never } } } }";
    const text = `apiVersion: ${version}\nkind: ${kind}\nmetadata: { name: a }\nspec: { schedule: "@daily", jobTemplate: ${job} }\n`;
    const { stderr } = await project({ "manifests/web.yaml": text }).policyc("check", "manifests", ...engine);
    expect(stderr).not.toContain("PC5003");
  });

  it.each([
    [["nowhere"], "PC5002: there is nothing to check at `nowhere`"],
    [["manifests", "--pack", "polcies"], "no pack is called `polcies`"],
    [["manifests", "--policy", "no-host-netwrok"], "did you mean `no-host-network`?"],
  ])("%j is wrong input", async (args, message) => {
    const { stderr, code } = await project().policyc("check", ...args, ...engine);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it("keeps to the settings of policyc.yaml: parameters, exemptions, what is disabled", async () => {
    const settings = `settings:
  allowed-repos: { params: { repos: [docker.io/] } }
  no-host-network:
    exemptions: [{ reason: "it is a proxy", expires: "2999-01-01", namespaces: [shop] }]
`;
    const tried = project({ "policyc.yaml": settings });
    expect(await tried.policyc("check", "manifests", ...engine)).toMatchObject({ code: 0 });
    tried.write({ "policyc.yaml": "settings: { allowed-repos: { enabled: false } }\n" });
    const { stdout } = await tried.policyc("check", "manifests", ...engine);
    expect(stdout).toContain("✗ 1 violation of 1 policy in 1 object (1 policy of policyc.yaml)");
  });

  it("sees that a policy has changed", async () => {
    const tried = project();
    await tried.policyc("check", "manifests", ...engine);
    tried.write({
      "policies/no-host-network/policy.ts": fine["policies/no-host-network/policy.ts"].replace(
        "hostNetwork is not allowed",
        "not so",
      ),
    });
    const { stdout } = await tried.policyc("check", "manifests", ...engine);
    expect(stdout).toContain("no-host-network: not so");
  });

  it("fails on what is bad enough, and tells the rest all the same", async () => {
    const { stdout, code } = await project().policyc(
      "check",
      "manifests",
      "--fail-on",
      "critical",
      ...engine,
    );
    expect(code).toBe(0);
    expect(stdout).toContain("✗ 2 violations");
  });

  it("has the built-in library where there is no policyc.yaml", async () => {
    const tried = projectWith({ "web.yaml": host });
    const { stdout, code } = await tried.policyc("check", "--pack", "images", "web.yaml", ...engine);
    expect(code).toBe(1);
    expect(stdout).toContain("web.yaml:13:11 in Deployment shop/web");
    expect(stdout).toContain("medium imagedigests: container <web> uses an image without a digest");
    expect(stdout).not.toContain("privilege");
  });

  it("has it as the policyc.yaml of a project without policies configures it", async () => {
    const tried = projectWith({
      "web.yaml": host,
      "policyc.yaml": `exemptions:
  - { reason: it is being moved, expires: 2099-01-31, policies: [imagedigests], namespaces: [shop] }
settings:
  allowedrepos: { params: { repos: [registry.example/] } }
  disallowedtags: { enabled: false }
`,
    });
    const { stdout, code } = await tried.policyc("check", "--pack", "images", "web.yaml", ...engine);
    expect(code).toBe(1);
    expect(stdout).toContain("high allowedrepos: container <web> has an invalid image repo");
    expect(stdout).not.toContain("imagedigests");
    expect(stdout).not.toContain("disallowedtags");
    expect(stdout).toContain("of the built-in library with policyc.yaml)");
  });

  it("has it with the settings of a project that has policies too, where it is asked for", async () => {
    const tried = project({
      "policyc.yaml": `settings:
  no-host-network: { enabled: false }
  imagedigests: { enabled: false }
`,
    });
    const args = ["check", "--library", "--pack", "images", "manifests", ...engine] as const;
    const { stdout, stderr, code } = await tried.policyc(...args);
    expect(stderr).not.toContain("no-host-network");
    expect(code).toBe(1);
    expect(stdout).not.toContain("imagedigests");
    expect(stdout).toContain("of the built-in library with policyc.yaml)");
  });

  it("refuses settings for a policy that neither the project nor the library has", async () => {
    const tried = projectWith({ "web.yaml": host, "policyc.yaml": "settings:\n  imagedigest: {}\n" });
    const { stderr, code } = await tried.policyc("check", "web.yaml", ...engine);
    expect(code).toBe(2);
    expect(stderr).toContain("policyc.yaml:2:3");
    expect(stderr).toContain("`imagedigests`");
  });

  it("asks a policy of the library that must be configured when it is called by name, and names it else", async () => {
    const tried = projectWith({ "web.yaml": host });
    const images = await tried.policyc("check", "--pack", "images", "web.yaml", ...engine);
    expect(images.stdout).toContain(
      "not asked before a policyc.yaml gives them your settings: allowedrepos,",
    );
    expect(images.stdout).not.toContain("has an invalid image repo");
    const named = await tried.policyc("check", "--policy", "allowedrepos", "web.yaml", ...engine);
    expect(named.stdout).toContain("high allowedrepos: container <web> has an invalid image repo");
  });

  it("tells a fault once, with all policies that have found it, and keeps every violation for programs", async () => {
    const tried = projectWith({ "web.yaml": host });
    const args = ["check", "--pack", "pod-security", "web.yaml", ...engine];
    const { stdout } = await tried.policyc(...args);
    expect(stdout.match(/must not set hostNetwork to true/g)).toHaveLength(1);
    expect(stdout).toContain("critical baseline-host-namespaces: pod must not set hostNetwork to true");
    expect(stdout).toContain(
      "also found by host-network-ports, pod-security-baseline, pod-security-restricted",
    );
    const report = JSON.parse((await tried.policyc(...args, "--format", "json")).stdout);
    const found = report.violations.filter(({ line }: { line: number }) => line === 10);
    expect(new Set(found.map(({ fault }: { fault: number }) => fault)).size).toBe(1);
    expect(found).toHaveLength(4);
    const [run] = JSON.parse((await tried.policyc(...args, "--format", "sarif")).stdout).runs;
    expect(run.results).toHaveLength(report.summary.faults);
    expect(run.results[0].properties.alsoFoundBy).toContain("pod-security-restricted");
  });

  it("writes SARIF 2.1.0 that its schema accepts", async () => {
    const schema = JSON.parse(
      readFileSync(new URL("./support/sarif-2.1.0.schema.json", import.meta.url), "utf8"),
    );
    const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const tried = project({
      "manifests/bad input.yaml": "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: {}\n",
    });
    const { stdout, code } = await tried.policyc("check", "manifests", "--format", "sarif", ...engine);
    const log = JSON.parse(stdout);
    expect(code).toBe(2);
    expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
    const [run] = log.runs;
    expect(run.results).toHaveLength(2);
    expect(run.results[1]).toMatchObject({
      ruleId: "allowed-repos",
      level: "error",
      message: { text: "container <web> has an invalid image <docker.io/library/nginx>" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "manifests/web.yaml" },
            region: { startLine: 13, startColumn: 11 },
          },
        },
      ],
    });
    expect(run.tool.driver.rules[run.results[1].ruleIndex].id).toBe("allowed-repos");
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          descriptor: { id: "PC4003" },
          locations: [{ physicalLocation: { artifactLocation: { uri: "manifests/bad%20input.yaml" } } }],
        },
      ],
    });
    log.runs[0].results[0].level = "bad";
    expect(isSarif(log)).toBe(false);
  });
});
