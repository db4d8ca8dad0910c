import { findEngine } from "@policyc/engine";
import { describe, expect, it } from "vitest";
import { projectWith, type TestProject } from "./support/project.js";

const auditLevel = `
import { document, policy, violation } from "@policyc/sdk";

interface Rule {
  level: "None" | "Metadata" | "Request" | "RequestResponse";
  resources?: { group?: string; resources?: string[] }[];
  /** A rule may be refined by others of its kind. */
  but?: Rule;
}
interface AuditPolicy {
  apiVersion: "audit.k8s.io/v1";
  kind: "Policy";
  rules: Rule[];
}
const AuditPolicy = document<AuditPolicy>({
  name: "AuditPolicy",
  title: "audit policy",
  recognise: { fields: { apiVersion: "audit.k8s.io/v1", kind: "Policy" } },
});

export default policy({
  name: "audit-level",
  title: "Audit levels",
  description: "Nothing is recorded with its body.",
  severity: "low",
  match: [AuditPolicy],
  *check({ object }) {
    if (object.kind !== "Policy") yield violation("the kind of a document is its own affair");
    for (const rule of object.rules)
      if (rule.level === "RequestResponse") yield violation(\`level <\${rule.level}> records bodies\`, rule);
  },
});
`;

const ruleTags = `
import { document, type Integer, policy, violation } from "@policyc/sdk";

interface Rules {
  items: { rule?: string; macro?: string; tags?: string[]; priority?: "WARNING" | Integer; enabled?: boolean }[];
}
const Rules = document<Rules>({ name: "Rules", recognise: { items: { hasAny: ["rule", "macro"] } }, closed: true });

export default policy({
  name: "rule-tags",
  title: "Rules have tags",
  description: "Each rule says what it is about.",
  severity: "low",
  match: [Rules],
  *check({ object }) {
    for (const item of object.items)
      if (item.rule !== undefined && (item.tags ?? []).length === 0) yield violation(\`rule <\${item.rule}> has no tags\`, item);
  },
});
`;

const workflow = `
import { document, policy } from "@policyc/sdk";

interface Workflow { on: unknown; jobs: { [name: string]: { "timeout-minutes"?: number } } }
const Workflow = document<Workflow>({ name: "Workflow", recognise: { has: ["on", "jobs"] } });

export default policy({
  name: "workflow-timeout",
  title: "Jobs end",
  description: "Each job has a time limit.",
  severity: "low",
  match: [Workflow],
  require: ({ object }) => Object.values(object.jobs).every((job) => job["timeout-minutes"] !== undefined),
  message: "a job has no timeout-minutes",
});
`;

const suites = {
  "policies/audit-level/suite.yaml": `
cases:
  - name: metadata is fine
    manifest: { apiVersion: audit.k8s.io/v1, kind: Policy, rules: [{ level: Metadata }], omitStages: null }
    allow: true
  - name: bodies are not
    object: audit.yaml
    deny: ["level <RequestResponse> records bodies"]
  - name: a Pod is no audit policy
    manifest: { apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a }] } }
    allow: true
`,
  "policies/audit-level/audit.yaml":
    "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: RequestResponse\n",
  "policies/rule-tags/suite.yaml": `
cases:
  - name: a list at the top is its items
    object: rules.yaml
    deny: ["rule <shell> has no tags"]
  - name: also where it is written out
    manifest: [{ macro: m }, { rule: r, tags: [a] }]
    allow: true
`,
  "policies/rule-tags/rules.yaml": "- macro: m\n- rule: shell\n",
  "policies/workflow-timeout/suite.yaml": `
cases:
  - name: on is a word here
    object: workflow.yaml
    deny: 1
`,
  "policies/workflow-timeout/workflow.yaml": "on: push\njobs:\n  build: {}\n",
};

function project(files: Readonly<Record<string, string>> = {}): TestProject {
  return projectWith({
    "policies/audit-level/policy.ts": auditLevel,
    "policies/rule-tags/policy.ts": ruleTags,
    "policies/workflow-timeout/policy.ts": workflow,
    ...suites,
    ...files,
  });
}

describe("documents that are no objects of a cluster", () => {
  it.skipIf(findEngine() === undefined)(
    "mean the same to every engine (skipped where the engine is not built)",
    async () => {
      const { stdout, stderr, code } = await project().policyc("test", "--engine", "all");
      expect({ stderr: stderr.replaceAll(/^policyc: .*\n/gm, ""), code }).toEqual({ stderr: "", code: 0 });
      expect(stdout).toContain("✓ 6 passed");
    },
  );

  it("are left out of what a cluster gets, and the build says so", async () => {
    const tried = project();
    const { stdout, code } = await tried.policyc("build");
    expect(code).toBe(0);
    expect(stdout).toContain(
      "left out audit-level, rule-tags, workflow-timeout: look at documents alone, which no cluster sees; use `policyc check`",
    );
    expect(Object.keys(tried.tree("dist"))).toEqual([".policyc.json"]);
  });

  it("cannot be asked to go to a cluster", async () => {
    const tried = project({ "policyc.yaml": "settings:\n  audit-level:\n    targets: [vap]\n" });
    const { stderr, code } = await tried.policyc("build");
    expect(code).toBe(2);
    expect(stderr).toContain("policyc.yaml:3:5");
    expect(stderr).toContain("policy `audit-level` looks at documents alone, which no cluster ever sees");
  });

  it.each([
    [
      "a value that the type does not allow",
      {
        "policies/audit-level/audit.yaml":
          "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: Loud\n",
      },
      "audit.yaml:4:5 error PC4004: `rules[0].level` must be one of `None`, `Metadata`, `Request`, `RequestResponse`",
    ],
    [
      "a value deep in a type that contains itself",
      {
        "policies/audit-level/audit.yaml":
          "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: None\n    but: { level: None, but: { level: 3 } }\n",
      },
      "`rules[0].but.but.level` must be one of",
    ],
    [
      "a field that a closed type does not have",
      { "policies/rule-tags/rules.yaml": "- rule: shell\n  tgas: [a]\n" },
      "rules.yaml:2:3 error PC4002: `Rules` has no field `items[0].tgas`",
    ],
    [
      "a document of no known kind",
      { "policies/rule-tags/rules.yaml": "- name: shell\n" },
      "rules.yaml:1:1 error PC4008: this document is neither a Kubernetes object nor a `Rules`",
    ],
  ])("%s is an error in a suite", async (_, files, message) => {
    const { stderr, code } = await project(files).policyc("test", "--engine", "js");
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it("are found in a ConfigMap, where each part of them is", async () => {
    const tried = project({
      "policyc.yaml": "stage: audit\n",
      "manifests/audit.yaml": `apiVersion: v1
kind: ConfigMap
metadata: { name: audit, namespace: kube-system }
data:
  nginx.conf: "server { listen 80; }"
  policy.yaml: |
    apiVersion: audit.k8s.io/v1
    kind: Policy
    rules:
      - level: Metadata
      - level: RequestResponse
`,
    });
    const pretty = await tried.policyc("check", "manifests", "--engine", "js");
    expect(
      pretty.stdout,
    ).toBe(`manifests/audit.yaml:11:9 in audit policy of ConfigMap kube-system/audit › data["policy.yaml"]
    10 |       - level: Metadata
  > 11 |       - level: RequestResponse
       |         ^
    12 |
  low audit-level: level <RequestResponse> records bodies

✗ 1 violation of 1 policy in 1 object and 1 document (3 policies of policyc.yaml)
`);
    const json = await tried.policyc("check", "manifests", "--engine", "js", "--format", "json");
    expect(JSON.parse(json.stdout).violations).toMatchObject([
      {
        line: 11,
        column: 9,
        object: {
          kind: "audit policy",
          holder: {
            kind: "ConfigMap",
            namespace: "kube-system",
            name: "audit",
            field: 'data["policy.yaml"]',
          },
        },
      },
    ]);
    const sarif = await tried.policyc("check", "manifests", "--engine", "js", "--format", "sarif");
    expect(JSON.parse(sarif.stdout).runs[0].results[0].locations[0]).toMatchObject({
      physicalLocation: { region: { startLine: 11, startColumn: 9 } },
      logicalLocations: [
        { fullyQualifiedName: 'audit policy of ConfigMap kube-system/audit › data["policy.yaml"]' },
      ],
    });
  });

  it("are exempt where what carries them is", async () => {
    const map = (namespace: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: audit, namespace: ${namespace} }
data:
  policy.yaml: |
    apiVersion: audit.k8s.io/v1
    kind: Policy
    rules: [{ level: RequestResponse }]
`;
    const tried = project({
      "policyc.yaml": `exemptions:
  - { reason: they test it, expires: 2099-01-31, policies: [audit-level], namespaces: [lab], names: [audit] }
`,
      "lab.yaml": map("lab"),
      "other.yaml": map("other"),
    });
    const { stdout, stderr, code } = await tried.policyc("check", ".", "--engine", "js,wasm");
    expect({ stderr: stderr.replaceAll(/^policyc: .*\n/gm, ""), code }).toEqual({ stderr: "", code: 1 });
    expect(stdout).toContain("other.yaml:8:13 in audit policy of ConfigMap other/audit");
    expect(stdout).not.toContain("lab.yaml");
  });

  it("are held against their schema in a ConfigMap too", async () => {
    const tried = project({
      "policyc.yaml": "stage: audit\n",
      "map.yaml": `apiVersion: v1
kind: ConfigMap
metadata: { name: rules }
data:
  rules.yaml: |
    - rule: shell
      tgas: [a]
`,
    });
    const { stderr, code } = await tried.policyc("check", "map.yaml", "--engine", "js");
    expect(code).toBe(2);
    expect(stderr).toContain("map.yaml:7:7 error PC4002: `Rules` has no field `items[0].tgas`");
  });

  it("need something to be recognised by", async () => {
    const tried = project({
      "policies/rule-tags/policy.ts": ruleTags.replace('{ items: { hasAny: ["rule", "macro"] } }', "{}"),
    });
    const { stderr, code } = await tried.policyc("build");
    expect(code).toBe(2);
    expect(stderr).toContain("PC2103: nothing tells a document of the kind `Rules` from any other");
  });
});
