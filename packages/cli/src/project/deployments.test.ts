import { Collector, type Diagnostic, startOf } from "@policyc/diagnostics";
import type { Policy } from "@policyc/ir";
import { describe, expect, it } from "vitest";
import type { Config } from "./config.js";
import { type DeploymentFlags, type PlannedPolicy, planDeployments } from "./deployments.js";
import type { Project } from "./project.js";
import { readYaml } from "./yaml-document.js";

const span = startOf("policies/allowed-repos/policy.ts");

const policy: Policy = {
  name: "allowed-repos",
  title: "Allowed repositories",
  description: "",
  severity: "high",
  controls: [],
  match: { kinds: [], operations: ["CREATE"] },
  params: {
    schema: {
      type: "object",
      required: ["repos"],
      properties: { repos: { type: "array", items: { type: "string" } }, strict: { type: "boolean" } },
    },
    defaults: { repos: ["docker.io/"], strict: true },
  },
  constraintKind: "AllowedRepos",
  functions: [],
  body: { kind: "sequence", items: [], span },
  span,
};

interface Planned {
  readonly planned: readonly PlannedPolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

function plan(text: string, options: { env?: string; flags?: DeploymentFlags; of?: Policy } = {}): Planned {
  const document = readYaml("policyc.yaml", text);
  const config: Config = document.value ?? {};
  const overlay = config.environments?.[options.env ?? ""];
  const path = ["environments", options.env ?? ""];
  const project: Project = {
    root: "/",
    globs: [],
    config,
    document,
    layers: [{ says: config, path: [] }, ...(overlay === undefined ? [] : [{ says: overlay, path }])],
  };
  const collector = new Collector();
  const policies = [{ file: span.file, policy: options.of ?? policy }];
  const planned = planDeployments({
    project,
    policies,
    flags: options.flags ?? {},
    today: "2026-06-01",
    collector,
  });
  return { planned, diagnostics: collector.diagnostics };
}

describe("a deployment", () => {
  it("is harmless where nothing is said", () => {
    expect(plan("").planned[0]).toMatchObject({
      targets: ["gatekeeper", "kyverno", "kyverno-vpol", "vap"],
      deployment: {
        stage: "audit",
        minKubernetes: "1.30",
        params: policy.params.defaults,
        excludedNamespaces: [],
      },
    });
  });
  it("merges parameters key by key, the environment last", () => {
    const { planned } = plan(
      `
settings: { allowed-repos: { params: { repos: [a/] } } }
environments: { production: { stage: enforce, settings: { allowed-repos: { params: { strict: false } } } } }
`,
      { env: "production" },
    );
    expect(planned[0]?.deployment).toMatchObject({
      stage: "enforce",
      params: { repos: ["a/"], strict: false },
    });
  });
  it("adds the policy's excluded namespaces to everybody's", () => {
    const { planned } = plan(
      "excludedNamespaces: [kube-system]\nsettings: { allowed-repos: { excludedNamespaces: [legacy, kube-system] } }",
    );
    expect(planned[0]?.deployment.excludedNamespaces).toEqual(["kube-system", "legacy"]);
  });
  it("takes flags before everything", () => {
    const { planned } = plan("settings: { allowed-repos: { stage: warn, targets: [vap, kyverno] } }", {
      flags: { stage: "enforce", targets: ["vap", "gatekeeper"] },
    });
    expect(planned[0]).toMatchObject({ targets: ["vap"], deployment: { stage: "enforce" } });
  });
  it("leaves out a disabled policy", () => {
    expect(plan("settings: { allowed-repos: { enabled: false } }").planned).toEqual([]);
  });
  it("needs no newer Kubernetes than promised", () => {
    const { diagnostics } = plan('minKubernetes: "1.30"', { of: { ...policy, minKubernetes: "1.32" } });
    expect(diagnostics[0]?.code).toBe("PC6011");
    expect(plan("", { of: { ...policy, minKubernetes: "1.32" } }).planned[0]?.deployment.minKubernetes).toBe(
      "1.32",
    );
  });
});

describe("the parameters of an admission policy", () => {
  const texts: Policy = {
    ...policy,
    params: {
      schema: { type: "object", properties: { level: { type: "string" } } },
      defaults: { level: "high" },
    },
    match: {
      ...policy.match,
      kinds: [{ group: "", version: "v1", kind: "Pod", plural: "pods", scope: "Namespaced" }],
    },
  };
  const lists: Policy = { ...texts, params: policy.params };
  const source = (text: string, of: Policy = texts, env?: string) =>
    plan(text, { of, ...(env === undefined ? {} : { env }) }).planned[0]?.deployment.vapParameters;

  it("are in the policy where nothing is said", () => {
    expect(source("")).toBeUndefined();
    expect(source("vap: { paramsFrom: inline }")).toBeUndefined();
  });
  it("are where the file says, the policy's own settings last", () => {
    expect(source("vap: { paramsFrom: resource }", lists)).toEqual({ kind: "resource" });
    const text = `
vap: { paramsFrom: configMap, paramsNamespace: policies }
settings: { allowed-repos: { vap: { paramsFrom: resource } } }
environments: { test: { settings: { allowed-repos: { vap: { paramsFrom: inline } } } } }
`;
    expect(source(text)).toEqual({ kind: "resource", namespace: "policies" });
    expect(source(text, texts, "test")).toBeUndefined();
  });
  it("need a namespace for their ConfigMap", () => {
    const { planned, diagnostics } = plan("vap: { paramsFrom: configMap }", { of: texts });
    expect(planned).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "PC2213", span: { start: { line: 1, column: 20 } } }]);
  });
  it("are not put into a ConfigMap where they are no text", () => {
    const text = "vap: { paramsFrom: configMap, paramsNamespace: policies }";
    expect(plan(text, { of: lists }).diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "PC2212 the parameter `repos` of policy `allowed-repos` is no text, and a ConfigMap holds nothing else",
      "PC2212 the parameter `strict` of policy `allowed-repos` is no text, and a ConfigMap holds nothing else",
    ]);
    expect(source(text)).toEqual({ kind: "configMap", namespace: "policies" });
  });
  it("are nobody's concern where the target is not built", () => {
    const text = "targets: [gatekeeper]\nvap: { paramsFrom: configMap }";
    expect(plan(text, { of: lists }).diagnostics).toEqual([]);
  });
});

describe("settings", () => {
  it("must be of a policy that exists", () => {
    expect(plan("settings:\n  alowed-repos: {}\n").diagnostics).toMatchObject([
      { code: "PC6005", hint: "did you mean `allowed-repos`?", span: { start: { line: 2, column: 3 } } },
    ]);
  });
  it("are looked at in every environment", () => {
    const { diagnostics } = plan("environments:\n  production:\n    settings:\n      other: {}\n");
    expect(diagnostics).toMatchObject([{ code: "PC6005", span: { start: { line: 4 } } }]);
  });
  it("give parameters that the policy's schema allows", () => {
    const { planned, diagnostics } = plan("settings:\n  allowed-repos:\n    params:\n      repos: [a/, 7]\n");
    expect(planned).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "PC2211",
        message: "parameter of policy `allowed-repos`: `repos[1]` is a number, and should be text",
      },
    ]);
    expect(diagnostics[0]?.span?.start).toEqual({ line: 4, column: 19 });
  });
  it("give parameters that the policy has", () => {
    expect(plan("settings: { allowed-repos: { params: { repo: [] } } }").diagnostics).toMatchObject([
      { code: "PC2210", hint: "did you mean `repos`?" },
    ]);
  });
  it("blame the environment that gave the value", () => {
    const text =
      "settings: { allowed-repos: { params: { strict: true } } }\nenvironments:\n  p: { settings: { allowed-repos: { params: { strict: 1 } } } }\n";
    expect(plan(text, { env: "p" }).diagnostics[0]?.span?.start.line).toBe(3);
    expect(plan(text).diagnostics).toEqual([]);
  });
});

describe("an exemption", () => {
  const exempt = (exemption: string): readonly Diagnostic[] =>
    plan(`settings:\n  allowed-repos:\n    exemptions:\n      - ${exemption}\n`).diagnostics;

  it("holds through its last day", () => {
    expect(exempt("{ reason: moving, expires: 2026-06-01, names: [old] }")).toEqual([]);
  });
  it("is refused once it has expired", () => {
    expect(exempt("{ reason: moving, expires: 2026-05-31, names: [old] }")).toMatchObject([
      {
        code: "PC6007",
        message: "the exemption `moving` expired on 2026-05-31",
        span: { start: { line: 4, column: 36 } },
      },
    ]);
  });
  it("needs a day of the calendar", () => {
    expect(exempt("{ reason: moving, expires: 2027-02-30, names: [old] }")).toMatchObject([
      { code: "PC6008" },
    ]);
  });
  it("must not exempt everything", () => {
    expect(exempt("{ reason: moving, expires: 2027-02-28 }")).toMatchObject([{ code: "PC6010" }]);
  });
});

describe("an exemption from several policies", () => {
  const exempted = (exemption: string): Planned => plan(`exemptions:\n  - ${exemption}\n`);

  it("holds for the policies that it names", () => {
    const { planned, diagnostics } = exempted(
      "{ policies: [allowed-repos], reason: moving, expires: 2026-06-01, names: [old] }",
    );
    expect(diagnostics).toEqual([]);
    expect(planned[0]?.deployment.exemptions).toEqual([
      { reason: "moving", expires: "2026-06-01", names: ["old"] },
    ]);
  });
  it("holds for the policies of a pack, before what a policy's own settings exempt", () => {
    const { planned } = plan(`
exemptions: [{ packs: [policies], reason: sensors, expires: 2026-06-01, namespaces: [falco] }]
settings: { allowed-repos: { exemptions: [{ reason: moving, expires: 2026-06-01, names: [old] }] } }
`);
    expect(planned[0]?.deployment.exemptions.map(({ reason }) => reason)).toEqual(["sensors", "moving"]);
  });
  it("holds for every policy where none is named, and for no other than those that are", () => {
    const of = (whom: string): number | undefined =>
      exempted(`{ ${whom}reason: moving, expires: 2026-06-01, names: [old] }`).planned[0]?.deployment
        .exemptions.length;
    expect(of("")).toBe(1);
    expect(of("policies: [others], ")).toBe(0);
    expect(of("packs: [others], ")).toBe(0);
  });
  it("is replaced by those of the environment", () => {
    const { planned } = plan(
      `
exemptions: [{ packs: [policies], reason: sensors, expires: 2026-06-01, namespaces: [falco] }]
environments: { production: { exemptions: [] } }
`,
      { env: "production" },
    );
    expect(planned[0]?.deployment.exemptions).toEqual([]);
  });
  it("names policies and packs that exist", () => {
    const { diagnostics } = exempted(
      "{ policies: [allowed-repo], packs: [policy], reason: moving, expires: 2026-06-01, names: [old] }",
    );
    expect(diagnostics).toMatchObject([
      { code: "PC6005", span: { start: { line: 2, column: 18 } } },
      { code: "PC6013", span: { start: { line: 2, column: 41 } } },
    ]);
  });
  it("ends, and has bounds", () => {
    const { diagnostics } = exempted("{ packs: [policies], reason: moving, expires: 2026-05-31 }");
    expect(diagnostics).toMatchObject([{ code: "PC6007" }, { code: "PC6010" }]);
  });
});
