import { rmSync } from "node:fs";
import { type EmittedFile, type Exemption, emitPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { findEngine, loadEngine } from "@policyc/engine";
import {
  type AdmissionRequest,
  agreement,
  celEvaluatorOf,
  compileCel,
  importPolicy,
  type JsonObject,
  javascriptEvaluator,
  parseYaml,
} from "@policyc/testing";
import { afterAll, describe, expect, it } from "vitest";
import { compileModules, generatedFolder } from "./support/modules.js";

const folder = generatedFolder();
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(findEngine() === undefined)(
  "requests as Kyverno tells them to its policies: JavaScript = ClusterPolicy = ValidatingPolicy (skipped where the engine is not built)",
  () => {
    it("a ClusterPolicy finds the sub-resource of ephemeral containers by what it changes", async () => {
      const policy = compiled(
        "sub-resource",
        `[Pod], operations: ["CREATE", "UPDATE", "DELETE"]`,
        'if (request.operation === "UPDATE" && request.subResource !== "ephemeralcontainers") return; yield violation(request.subResource ?? "none");',
      );
      expect(policy.diagnostics).toEqual([]);
      const said = await saidOf(policy, ofPods);
      expect(said).toEqual([["none"], [], [], ["ephemeralcontainers"], ["none"]]);
    });

    it("a Namespace is in itself, and has no Namespace around it", async () => {
      const policy = compiled(
        "namespaces",
        "[Namespace, Pod]",
        'yield violation(`${request.namespace ?? "none"} ${namespaceObject?.metadata.name ?? "none"}`);',
      );
      expect(policy.diagnostics).toEqual([]);
      expect(await saidOf(policy, [...ofNamespaces, ...ofPods.slice(0, 1)])).toEqual([
        ["x none"],
        ["x none"],
        ["x x"],
      ]);
      const alone = compiled(
        "only-namespaces",
        "[Namespace]",
        'yield violation(`${request.namespace ?? "none"} ${namespaceObject?.metadata.name ?? "none"}`);',
      );
      expect(await saidOf(alone, ofNamespaces)).toEqual([["x none"], ["x none"]]);
    });

    it("a Namespace is exempt where it is in itself", async () => {
      const exemptions = [{ reason: "ours", expires: "2999-01-01", namespaces: ["x"] }];
      const policy = compiled("exempt", "[Namespace, Pod]", 'yield violation("no");', exemptions);
      for (const { evaluate } of await evaluatorsOf(policy))
        for (const request of [...ofNamespaces, ...ofPods]) expect(evaluate(request).allowed).toBe(true);
    });

    it("who owns a namespace no policy in CEL is told, which is refused", () => {
      const { diagnostics } = compiled(
        "owners",
        "[Pod]",
        "for (const { name } of namespaceObject?.metadata.ownerReferences ?? []) yield violation(name);",
      );
      expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
        "PC3201 Kyverno ClusterPolicy and Kyverno ValidatingPolicy cannot say `namespaceObject.metadata.ownerReferences`",
      ]);
    });

    it("a ClusterPolicy knows no dry run, and not whom a CONNECT is to, which is refused", () => {
      const { diagnostics } = compiled(
        "unknown",
        `[PodExecOptions], operations: ["CONNECT"]`,
        'if (request.dryRun !== true) yield violation(request.name ?? "none");',
      );
      expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
        "PC3201 Kyverno ClusterPolicy cannot say `request.dryRun`",
        "PC3201 Kyverno ClusterPolicy cannot say `request.name`",
      ]);
    });
  },
);

function compiled(name: string, match: string, body: string, exemptions: readonly Exemption[] = []) {
  const text = `import { Namespace, Pod, PodExecOptions, policy, violation } from "@policyc/sdk";
export default policy({
  name: "${name}", title: "Example", description: "An example.", severity: "low",
  match: { kinds: ${match} },
  *check({ request, namespaceObject }) { ${body} },
});
`;
  const { path, source } = compileModules(folder, new Map([[name, text]])).get(name) ?? {};
  if (source === undefined || path === undefined) throw new Error("no policy");
  const collector = new Collector();
  const deployment = { stage: "enforce", params: {}, excludedNamespaces: [], exemptions } as const;
  const deployments = [
    {
      ...source,
      deployment: { ...deployment, minKubernetes: "1.35" },
      targets: ["kyverno", "kyverno-vpol"] as const,
    },
  ];
  const files = emitPolicies({ deployments, collector });
  return { path, source, files, diagnostics: collector.diagnostics };
}

type Compiled = ReturnType<typeof compiled>;

/** The messages of JavaScript, which both policies give as well. */
async function saidOf(policy: Compiled, requests: readonly AdmissionRequest[]) {
  const reference = javascriptEvaluator(await importPolicy(policy.path), {
    match: policy.source.policy.match,
  });
  const inKyverno = await evaluatorsOf(policy);
  return requests.map((request) => {
    const expected = reference.evaluate({ request, params: {} });
    for (const { evaluate } of inKyverno) {
      const verdict = evaluate(request);
      const both = [
        { engine: "js", verdict: expected },
        { engine: "kyverno", verdict },
      ] as const;
      expect(agreement(both)).toEqual({ agrees: true });
    }
    return expected.violations.map(({ message }) => message);
  });
}

/** Both policies, each told of a request what Kyverno tells it; the second one in a scan as well. */
async function evaluatorsOf({ files }: Compiled) {
  const engine = await loadEngine();
  const [toClusterPolicy, toValidatingPolicy] = specsOf(files).map((spec) =>
    celEvaluatorOf(spec, compileCel(engine, spec, "1.35", "kyverno")),
  );
  const isOfNamespace = (request: AdmissionRequest): boolean => request.kind.kind === "Namespace";
  return [
    {
      evaluate: (request: AdmissionRequest) => {
        const { subResource: _, namespace, ...told } = request;
        const around = isOfNamespace(request) || namespace === undefined ? {} : { namespace };
        return evaluated(toClusterPolicy, { ...told, ...around });
      },
    },
    {
      evaluate: (request: AdmissionRequest) => {
        const { oldObject } = request;
        const itself =
          isOfNamespace(request) && oldObject !== undefined ? { namespaceObject: oldObject } : {};
        return evaluated(toValidatingPolicy, { ...request, ...itself });
      },
    },
    {
      // As it scans what exists.
      evaluate: (request: AdmissionRequest) => {
        const { namespace, ...told } = request;
        const around = isOfNamespace(request) || namespace === undefined ? {} : { namespace };
        return evaluated(toValidatingPolicy, { ...told, ...around });
      },
    },
  ];
}

function evaluated(evaluator: ReturnType<typeof celEvaluatorOf> | undefined, request: AdmissionRequest) {
  if (evaluator === undefined) throw new Error("no evaluator");
  return evaluator.evaluate({ request, params: {} });
}

/** The CEL of both policies as a ValidatingAdmissionPolicy would have it. */
function specsOf(files: readonly EmittedFile[]): readonly JsonObject[] {
  const [rule, spec] = ["kyverno/", "kyverno-vpol/"].map((start) => {
    const file = files.find(({ path }) => path.startsWith(start) && !path.includes("kustomization"));
    const [document] = parseYaml(file?.text ?? "", "policy.yaml", new Collector());
    const { spec: own } = JSON.parse(JSON.stringify(document?.value));
    return own.rules?.[0] ?? own;
  });
  const { variables, expressions } = rule.validate.cel;
  const matchConditions = rule.celPreconditions ?? [];
  const { matchConstraints } = spec;
  return [{ matchConstraints, matchConditions, variables, validations: expressions }, spec];
}

const pod = (...names: string[]): JsonObject => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "a", namespace: "x" },
  spec: {
    containers: [{ name: "c" }],
    ...(names.length === 0 ? {} : { ephemeralContainers: names.map((name) => ({ name })) }),
  },
});

const ofPod = {
  kind: { group: "", version: "v1", kind: "Pod" },
  resource: { group: "", version: "v1", resource: "pods" },
  name: "a",
  namespace: "x",
  namespaceObject: { apiVersion: "v1", kind: "Namespace", metadata: { name: "x" } },
};
const debugged = {
  subResource: "ephemeralcontainers",
  object: pod("d", "e"),
  oldObject: pod("d"),
};
const ofPods: readonly AdmissionRequest[] = [
  { ...ofPod, operation: "CREATE", object: pod() },
  { ...ofPod, operation: "UPDATE", object: pod(), oldObject: pod() },
  { ...ofPod, operation: "UPDATE", object: pod("d"), oldObject: pod("d") },
  { ...ofPod, operation: "UPDATE", ...debugged },
  { ...ofPod, operation: "DELETE", object: pod("d"), oldObject: pod("d") },
];

const ofNamespace = {
  kind: { group: "", version: "v1", kind: "Namespace" },
  resource: { group: "", version: "v1", resource: "namespaces" },
  name: "x",
  namespace: "x",
  object: ofPod.namespaceObject,
};
const ofNamespaces: readonly AdmissionRequest[] = [
  { ...ofNamespace, operation: "CREATE" },
  { ...ofNamespace, operation: "UPDATE", oldObject: ofPod.namespaceObject },
];
