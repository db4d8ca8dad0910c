import { rmSync } from "node:fs";
import type { SourcePolicy } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import { type Match, verify } from "@policyc/ir";
import { parseManifests, requestOf } from "@policyc/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pods } from "./pods.js";
import { agreementOn, type Emission, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder, type Module } from "./support/modules.js";
import { type Example, examplesIn, readReference, referencePath, refreshed } from "./support/reference.js";

const folder = generatedFolder();
const examples = examplesIn(readReference());
let modules: ReadonlyMap<string, Module> = new Map();
beforeAll(() => {
  modules = compileModules(folder, new Map(examples.map(({ name, text }) => [name, text])));
});
afterAll(() => rmSync(folder, { recursive: true }));

function emissionOf(example: Example): Emission {
  return emissionOfSource(sourceOf(example), example);
}

/** Its template is without the line that asks for the operation, which is the same in each. */
function unaskedEmissionOf(example: Example): Emission {
  const source = sourceOf(example);
  const match: Match = { ...source.policy.match, operations: ["CREATE", "UPDATE", "DELETE"] };
  return emissionOfSource({ ...source, policy: verify({ ...source.policy, match }) }, example);
}

function sourceOf({ name }: Example): SourcePolicy {
  const { source, diagnostics = [] } = modules.get(name) ?? {};
  expect(diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined))).toEqual([]);
  if (source === undefined) throw new Error(`no policy: ${name}`);
  return source;
}

function emissionOfSource(source: SourcePolicy, { minKubernetes }: Example): Emission {
  const emission = emitted(source, source.policy.params.defaults, minKubernetes);
  expect(emission.diagnostics).toEqual([]);
  return emission;
}

describe("docs/language.md", () => {
  // `npx vitest run test/language/reference -u` writes what is emitted now.
  it("shows the Rego and the CEL that are emitted", async () => {
    await expect(
      refreshed(readReference(), { rego: unaskedEmissionOf, cel: emissionOf }),
    ).toMatchFileSnapshot(referencePath);
  });

  describe.skipIf(findEngine() === undefined)(
    "agrees on all engines (skipped where the engine is not built)",
    () => {
      it.each(examples)("$heading", async (example) => {
        const { path, source } = modules.get(example.name) ?? {};
        if (source === undefined || path === undefined) throw new Error("no policy");
        const { files } = emissionOf(example);
        const engines = await enginesOf(path, source, files, example.minKubernetes);
        for (const manifest of parseManifests(pods, "pods.yaml", new Collector())) {
          const { request } = requestOf(manifest, {});
          const { agreement } = agreementOn(engines, request, source.policy.params.defaults);
          expect(agreement).toEqual({ agrees: true });
        }
      });
    },
  );
});
