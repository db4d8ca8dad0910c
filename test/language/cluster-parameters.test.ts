import { rmSync } from "node:fs";
import { emitPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import {
  agreement,
  celEvaluator,
  importPolicy,
  javascriptEvaluator,
  parseManifests,
  requestOf,
} from "@policyc/testing";
import { afterAll, describe, expect, it } from "vitest";
import { pods } from "./pods.js";
import { compileModules, generatedFolder } from "./support/modules.js";

type Params = { readonly [name: string]: readonly string[] };

const text = `import { parameters, Pod, policy, violation } from "@policyc/sdk";
export default policy({
  name: "lists", title: "Example", description: "An example.", severity: "low", match: [Pod],
  params: parameters<{ skipped?: string[]; bad?: string[]; known?: readonly string[] }>({}),
  *check({ object, params }) {
    for (const c of object.spec.containers) {
      if (params.skipped?.includes(c.name) ?? false) continue;
      if (params.bad?.some((name) => name === c.name)) yield violation(\`\${c.name} is bad\`);
      if (!(params.known ?? []).includes(c.name)) yield violation(\`\${c.name} is unknown\`);
    }
  },
});
`;

describe.skipIf(findEngine() === undefined)(
  "lists of parameters in an object of the cluster (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    afterAll(() => rmSync(folder, { recursive: true }));
    const { path = "", source } = compileModules(folder, new Map([["lists", text]])).get("lists") ?? {};

    it.each<Params>([{}, { skipped: ["a"] }, { bad: ["a", "b"], known: ["a"] }])("%j", async (params) => {
      if (source === undefined) throw new Error("no policy");
      const collector = new Collector();
      const deployment = {
        stage: "enforce",
        params: { ...params },
        excludedNamespaces: [],
        exemptions: [],
        minKubernetes: "1.30",
        vapParameters: { kind: "resource" },
      } as const;
      const files = emitPolicies({ deployments: [{ ...source, deployment, targets: ["vap"] }], collector });
      expect(collector.diagnostics).toEqual([]);
      const both = [
        javascriptEvaluator(await importPolicy(path), { match: source.policy.match }),
        await celEvaluator(files, "lists", "1.30"),
      ];
      for (const manifest of parseManifests(pods, "pods.yaml", new Collector())) {
        const { request } = requestOf(manifest, {});
        const verdicts = both.map(({ engine, evaluate }) => ({
          engine,
          verdict: evaluate({ request, params }),
        }));
        expect(agreement(verdicts)).toEqual({ agrees: true });
      }
    });
  },
);
