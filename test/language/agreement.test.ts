import { rmSync } from "node:fs";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import { parseManifests, requestOf } from "@policyc/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Construct } from "./constructs/construct.js";
import { constructs } from "./constructs/index.js";
import { pods } from "./pods.js";
import { agreementOn, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder, type Module } from "./support/modules.js";
import { moduleOf } from "./support/snippet.js";

const name = (position: number): string => `construct-${position}`;

function moduleText({ body, module = "", paramsType, params = {} }: Construct, position: number): string {
  const declared = paramsType === undefined ? {} : { paramsType: "Params", params: JSON.stringify(params) };
  return moduleOf({ name: name(position), module: `${paramsType ?? ""}\n${module}`, body, ...declared });
}

describe.skipIf(findEngine() === undefined)(
  "JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    let modules: ReadonlyMap<string, Module> = new Map();
    beforeAll(() => {
      modules = compileModules(
        folder,
        new Map(constructs.map((construct, position) => [name(position), moduleText(construct, position)])),
      );
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    constructs.forEach(({ says, params = {}, minKubernetes = "1.30" }, position) => {
      it(says, async () => {
        const { path, source, diagnostics = [] } = modules.get(name(position)) ?? {};
        expect(diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined))).toEqual([]);
        if (source === undefined || path === undefined) throw new Error("no policy");
        const emission = emitted(source, params, minKubernetes);
        expect(emission.diagnostics).toEqual([]);
        const engines = await enginesOf(path, source, emission.files, minKubernetes);
        const verdicts = parseManifests(pods, "pods.yaml", new Collector()).map((manifest) =>
          agreementOn(engines, requestOf(manifest, {}).request, params),
        );
        for (const { agreement } of verdicts) expect(agreement).toEqual({ agrees: true });
        // A construct that says nothing of any pod would prove little.
        expect(verdicts.some(({ messages }) => messages.length > 0)).toBe(true);
      });
    });
  },
);
