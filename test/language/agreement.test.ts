import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emitPolicies, loadPolicies } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import {
  agreement,
  celEvaluator,
  importPolicy,
  javascriptEvaluator,
  opaEvaluator,
  parseManifests,
  requestOf,
  wasmEvaluator,
} from "@policyc/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Construct, constructs } from "./constructs.js";
import { pods } from "./pods.js";

const folder = mkdtempSync(join(import.meta.dirname, ".generated-"));
const name = (position: number): string => `construct-${position}`;

function moduleText({ body, paramsType, params: values = {} }: Construct, position: number): string {
  return `import { Pod, parameters, policy, violation, deepEqual, globMatches, compareQuantities, isQuantity } from "@policyc/sdk";
${paramsType ?? "interface Params {}"}
export default policy({
  name: "${name(position)}", title: "Construct", description: "One construct.", severity: "low", match: [Pod],
  params: parameters<Params>(${JSON.stringify(values)}),
  *check({ object, params }) { ${body} },
});
`;
}

describe.skipIf(findEngine() === undefined)(
  "JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    beforeAll(() => {
      constructs.forEach((construct, position) => {
        mkdirSync(join(folder, name(position)));
        writeFileSync(join(folder, name(position), "policy.ts"), moduleText(construct, position));
      });
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    constructs.forEach(({ says, params = {} }, position) => {
      it(says, async () => {
        const file = join(folder, name(position), "policy.ts");
        const collector = new Collector();
        const [source] = loadPolicies({ root: folder, files: [file], collector });
        expect(
          collector.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined)),
        ).toEqual([]);
        if (source === undefined) throw new Error("no policy");
        const deployment = {
          stage: "enforce",
          params,
          excludedNamespaces: [],
          exemptions: [],
          minKubernetes: "1.30",
        } as const;
        const files = emitPolicies({
          deployments: [{ ...source, deployment, targets: ["gatekeeper", "vap"] }],
          collector,
        });
        expect(collector.diagnostics).toEqual([]);
        const evaluators = [
          javascriptEvaluator(await importPolicy(file), { match: source.policy.match }),
          await wasmEvaluator(files, source.policy.constraintKind),
          await opaEvaluator(files, source.policy.constraintKind),
          await celEvaluator(files, source.policy.name, "1.30"),
        ];
        const verdicts = parseManifests(pods, "pods.yaml", collector).map((manifest) => {
          const { request } = requestOf(manifest, {});
          return evaluators.map((one) => ({
            engine: one.engine,
            verdict: one.evaluate({ request, params }),
          }));
        });
        for (const each of verdicts) expect(agreement(each)).toEqual({ agrees: true });
        // A construct that says nothing of any pod, or the same of all, would prove little.
        expect(verdicts.some(([reference]) => reference?.verdict.allowed === false)).toBe(true);
      });
    });
  },
);
