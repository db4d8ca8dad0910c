import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emitPolicies, loadPolicies } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import {
  agreement,
  celEvaluator,
  importPolicy,
  inventoryOf,
  javascriptEvaluator,
  kyvernoEvaluator,
  opaEvaluator,
  parseManifests,
  requestOf,
  wasmEvaluator,
} from "@policyc/testing";
import { afterAll, describe, expect, it } from "vitest";
import { cluster } from "./cluster.js";
import { pods } from "./pods.js";
import { listed, withoutKyverno } from "./support/listed.js";

const folder = mkdtempSync(join(import.meta.dirname, ".generated-"));

interface Reading {
  readonly says: string;
  readonly body: string;
}

const readings: readonly Reading[] = [
  {
    says: "a loop over all objects of a kind",
    body: "for (const s of inventory(Service)) yield violation(`${s.metadata.namespace ?? ''}/${s.metadata.name}`);",
  },
  {
    says: "those of the object's own namespace",
    body: "for (const s of inventory(Service, { namespace: object.metadata.namespace })) yield violation(s.metadata.name);",
  },
  {
    says: "those of a namespace by name, and of one that has none",
    body: "if (inventory(Service, { namespace: 'x' }).length > 1) yield violation('x'); if (inventory(Service, { namespace: 'nowhere' }).length === 0) yield violation('nowhere'); if (inventory(Service, { namespace: '' }).length === 0) yield violation('empty');",
  },
  {
    says: "a namespace that may be absent is none, not all",
    body: "const wanted = object.metadata.labels?.['app']; yield violation(`${inventory(Service, { namespace: wanted }).length}`);",
  },
  {
    says: "cluster-scoped objects",
    body: "if (!inventory(Namespace).some((n) => n.metadata.name === object.metadata.namespace && n.metadata.labels?.['tier'] === 'x')) yield violation('no tier'); else yield violation('tier');",
  },
  {
    says: "every and none",
    body: "if (inventory(Service).every((s) => s.spec.selector !== undefined)) yield violation('all select'); else yield violation('one does not'); if (inventory(NetworkPolicy).length === 0) yield violation('open');",
  },
  {
    says: "a namespace from a loop",
    body: "for (const n of inventory(Namespace)) { const services = inventory(Service, { namespace: n.metadata.name }); yield violation(`${n.metadata.name}: ${services.length}`); }",
  },
  {
    says: "the object itself is told by its identity",
    body: "const others = inventory(Pod).filter((pod) => !isSameObject(pod, object)); yield violation(`${others.length} ${sorted(others.map((pod) => pod.metadata.name)).join()}`);",
  },
  {
    says: "a custom group, and the fields of what is found",
    body: "for (const i of inventory(Ingress)) for (const rule of i.spec.rules ?? []) if (rule.host?.endsWith('.example.com')) yield violation(`${i.metadata.name} ${rule.host}`);",
  },
  {
    says: "an object that is found by its name",
    body: "const { namespace } = object.metadata; const own = inventory(Service, { namespace }).find(({ metadata }) => metadata.name === 'web'); if (own === undefined) yield violation('no web'); else yield violation(`${own.metadata.name} ${own.spec.clusterIP ?? 'none'}`); const all = inventory(Service); const api = all.find((s) => (s.metadata.namespace ?? '') === 'x' && s.spec.selector !== undefined && s.metadata.name === 'api'); yield violation(api?.metadata.name ?? 'no api'); const [around] = inventory(Namespace).filter((n) => n.metadata.name === namespace); yield violation(around?.metadata.labels?.['tier'] ?? 'no tier');",
  },
];

/** They read the list in place of `resource.List`. */
const readers: readonly string[] = ["cel", "kyverno"];

describe.skipIf(findEngine() === undefined)(
  "inventory: JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    afterAll(() => rmSync(folder, { recursive: true }));

    readings.forEach(({ says, body }, position) => {
      it(says, async () => {
        const name = `inventory-${position}`;
        const file = join(folder, `${name}.ts`);
        writeFileSync(
          file,
          `import { Ingress, inventory, isSameObject, Namespace, NetworkPolicy, Pod, policy, Service, sorted, violation } from "@policyc/sdk";
export const used = [Ingress, inventory, isSameObject, Namespace, NetworkPolicy, Service, sorted];
export default policy({
  name: "${name}", title: "Reading", description: "Reads other objects.", severity: "low", match: [Pod],
  unreachable: { kyverno: "it cannot read", vap: "it cannot read" },
  *check({ object }) { ${body} },
});
`,
        );
        const collector = new Collector();
        const [source] = loadPolicies({ root: folder, files: [file], collector });
        expect(
          collector.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined)),
        ).toEqual([]);
        if (source === undefined) throw new Error("no policy");
        const deployment = {
          stage: "enforce",
          params: {},
          excludedNamespaces: [],
          exemptions: [],
          minKubernetes: "1.30",
        } as const;
        const files = emitPolicies({
          deployments: [{ ...source, deployment, targets: ["gatekeeper", "kyverno-vpol", "vap"] }],
          collector,
        });
        expect(collector.diagnostics).toEqual([]);
        const evaluators = [
          javascriptEvaluator(await importPolicy(file), { match: source.policy.match }),
          await wasmEvaluator(files, source.policy.constraintKind),
          await opaEvaluator(files, source.policy.constraintKind),
          await celEvaluator(withoutKyverno(files), name, "1.35"),
          await kyvernoEvaluator(withoutKyverno(files), name, "1.35"),
        ];
        const inventory = inventoryOf(parseManifests(cluster, "cluster.yaml", collector));
        const oldObject = { apiVersion: "v1", kind: "List", listed: listed(inventory) };
        for (const manifest of parseManifests(pods, "pods.yaml", collector)) {
          const { request } = requestOf(manifest, {});
          const verdicts = evaluators.map((one) => ({
            engine: one.engine,
            verdict: one.evaluate({
              request: readers.includes(one.engine) ? { ...request, oldObject } : request,
              params: {},
              inventory,
            }),
          }));
          expect(agreement(verdicts)).toEqual({ agrees: true });
          expect(verdicts[0]?.verdict.allowed).toBe(false);
        }
      });
    });
  },
);
