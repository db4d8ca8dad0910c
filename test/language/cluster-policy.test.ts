import { rmSync } from "node:fs";
import { type EmittedFile, emitPolicies } from "@policyc/compiler";
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
  "what Kyverno does not tell a ClusterPolicy of the request (skipped where the engine is not built)",
  () => {
    it("is the sub-resource: that of ephemeral containers is told by what it changes", async () => {
      const { path, policy, files, diagnostics } = compiled(
        "sub-resource",
        `["CREATE", "UPDATE", "DELETE"]`,
        'if (request.operation === "UPDATE" && request.subResource !== "ephemeralcontainers") return; yield violation(request.subResource ?? "none");',
      );
      expect(diagnostics).toEqual([]);
      const spec = specOf(files);
      const inCel = celEvaluatorOf(spec, compileCel(await loadEngine(), spec, "1.35", "kyverno"));
      const inJavaScript = javascriptEvaluator(await importPolicy(path), { match: policy.match });
      const said = requests.map((request) => {
        const { subResource: _, ...told } = request;
        const [reference, other] = [
          inJavaScript.evaluate({ request, params: {} }),
          inCel.evaluate({ request: told, params: {} }),
        ];
        const verdicts = [
          { engine: "js", verdict: reference },
          { engine: "kyverno", verdict: other },
        ] as const;
        expect(agreement(verdicts)).toEqual({ agrees: true });
        return reference.violations.map(({ message }) => message);
      });
      expect(said).toEqual([["none"], [], [], ["ephemeralcontainers"], ["none"]]);
    });

    it("is whether it is a dry run, which is refused", () => {
      const { diagnostics } = compiled(
        "dry-run",
        `["CREATE"]`,
        'if (request.dryRun !== true) yield violation("no");',
      );
      expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
        "PC3201 Kyverno ClusterPolicy cannot say `request.dryRun`",
      ]);
    });
  },
);

function compiled(name: string, operations: string, body: string) {
  const text = `import { Pod, policy, violation } from "@policyc/sdk";
export default policy({
  name: "${name}", title: "Example", description: "An example.", severity: "low",
  match: { kinds: [Pod], operations: ${operations} },
  *check({ request }) { ${body} },
});
`;
  const { path, source } = compileModules(folder, new Map([[name, text]])).get(name) ?? {};
  if (source === undefined || path === undefined) throw new Error("no policy");
  const collector = new Collector();
  const deployment = { stage: "enforce", params: {}, excludedNamespaces: [], exemptions: [] } as const;
  const deployments = [
    { ...source, deployment: { ...deployment, minKubernetes: "1.35" }, targets: ["kyverno"] as const },
  ];
  const files = emitPolicies({ deployments, collector });
  return { path, policy: source.policy, files, diagnostics: collector.diagnostics };
}

/** The CEL of a ClusterPolicy as a ValidatingAdmissionPolicy would have it. */
function specOf(files: readonly EmittedFile[]): JsonObject {
  const text = files.find(({ path }) => path === "kyverno/sub-resource.yaml")?.text ?? "";
  const { variables, expressions } = JSON.parse(
    JSON.stringify(parseYaml(text, "policy.yaml", new Collector())[0]?.value),
  ).spec.rules[0].validate.cel;
  const rule = { apiGroups: [""], apiVersions: ["v1"], operations: ["*"], resources: ["pods"] };
  return { matchConstraints: { resourceRules: [rule] }, variables, validations: expressions };
}

const pod = (...ephemeralContainers: string[]): JsonObject => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "a", namespace: "x" },
  spec: {
    containers: [{ name: "c" }],
    ...(ephemeralContainers.length === 0
      ? {}
      : { ephemeralContainers: ephemeralContainers.map((name) => ({ name })) }),
  },
});

const about = {
  kind: { group: "", version: "v1", kind: "Pod" },
  resource: { group: "", version: "v1", resource: "pods" },
  name: "a",
  namespace: "x",
};
const requests: readonly AdmissionRequest[] = [
  { ...about, operation: "CREATE", object: pod() },
  { ...about, operation: "UPDATE", object: pod(), oldObject: pod() },
  { ...about, operation: "UPDATE", object: pod("d"), oldObject: pod("d") },
  {
    ...about,
    operation: "UPDATE",
    subResource: "ephemeralcontainers",
    object: pod("d", "e"),
    oldObject: pod("d"),
  },
  { ...about, operation: "DELETE", object: pod("d"), oldObject: pod("d") },
];
