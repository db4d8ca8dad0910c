import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emitPolicies, loadPolicies } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import * as sdk from "@policyc/sdk";
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
import type { Construct } from "./constructs/construct.js";
import { constructs } from "./constructs/index.js";
import { pods } from "./pods.js";

const sdkNames = [...Object.keys(sdk), "Container", "PodSpec"];
const folder = mkdtempSync(join(import.meta.dirname, ".generated-"));
const name = (position: number): string => `construct-${position}`;

function moduleText(construct: Construct, position: number): string {
  const { body, paramsType, params: values = {}, module = "" } = construct;
  return `import { ${imported(`${module} ${body}`).join(", ")} } from "@policyc/sdk";
${paramsType ?? "interface Params {}"}
${module}
export default policy({
  name: "${name(position)}", title: "Construct", description: "One construct.", severity: "low", match: [Pod],
  params: parameters<Params>(${JSON.stringify(values)}),
  *check({ object, params }) { ${body} },
});
`;
}

/** The names of the SDK that the text mentions. */
function imported(text: string): readonly string[] {
  const words = new Set([...(text.match(/\w+/g) ?? []), "Pod", "parameters", "policy", "violation"]);
  return sdkNames.filter((known) => words.has(known));
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

    constructs.forEach(({ says, params = {}, minKubernetes = "1.30" }, position) => {
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
          minKubernetes,
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
          await celEvaluator(files, source.policy.name, minKubernetes),
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
