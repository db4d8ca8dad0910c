import { rmSync } from "node:fs";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine, loadEngine, type RegoModule } from "@policyc/engine";
import {
  celEvaluator,
  gatekeeperPolicy,
  kyvernoEvaluator,
  parseManifests,
  requestOf,
} from "@policyc/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constructs } from "./constructs/index.js";
import { pods } from "./pods.js";
import { constructModule } from "./support/construct-module.js";
import { agreementOn, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder, type Module } from "./support/modules.js";

const name = (position: number): string => `construct-${position}`;

/** As `opa check --strict` and `opa fmt` want it. */
async function expectWellWritten(modules: readonly RegoModule[]): Promise<void> {
  const engine = await loadEngine();
  expect(engine.checkRego(modules)).toEqual([]);
  for (const { text } of modules) expect(engine.formatRego(text).trimEnd()).toBe(text.trimEnd());
}

/** The Kubernetes whose CEL a Kyverno policy may use. */
const kyvernoHas = "1.35";

/** The versions that must read the same CEL: the newest, or with `POLICYC_KUBERNETES=all` each one in between. */
function newer(minKubernetes: string): readonly string[] {
  const all = ["1.30", "1.31", "1.32", "1.33", "1.34", "1.35", "1.36", "1.37"];
  const later = all.filter((minor) => minor > minKubernetes);
  return process.env["POLICYC_KUBERNETES"] === "all" ? later : later.slice(-1);
}

describe.skipIf(findEngine() === undefined)(
  "JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    const requests = parseManifests(pods, "pods.yaml", new Collector()).map(
      (manifest) => requestOf(manifest, {}).request,
    );
    let modules: ReadonlyMap<string, Module> = new Map();
    beforeAll(() => {
      modules = compileModules(
        folder,
        new Map(
          constructs.map((construct, position) => [
            name(position),
            constructModule(construct, name(position)),
          ]),
        ),
      );
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    constructs.forEach(({ says, params = {}, minKubernetes = "1.30" }, position) => {
      it(says, async () => {
        const { path, source, diagnostics = [] } = modules.get(name(position)) ?? {};
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        expect(errors.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined))).toEqual([]);
        if (source === undefined || path === undefined) throw new Error("no policy");
        const emission = emitted(source, params, minKubernetes);
        expect(emission.diagnostics).toEqual([]);
        await expectWellWritten(gatekeeperPolicy(emission.files, source.policy.constraintKind).modules);
        const engines = await enginesOf(path, source, emission.files, minKubernetes);
        const verdicts = requests.map((request) => agreementOn(engines, request, params));
        for (const { agreement } of verdicts) expect(agreement).toEqual({ agrees: true });
        const { files: forKyverno } = emitted(source, params, kyvernoHas);
        const others = [
          ...newer(minKubernetes).map((minor) => celEvaluator(emission.files, source.policy.name, minor)),
          kyvernoEvaluator(forKyverno, source.policy.name, kyvernoHas),
        ];
        for (const other of await Promise.all(others)) {
          const [reference] = engines;
          const both = reference === undefined ? [] : [reference, other];
          for (const request of requests)
            expect(agreementOn(both, request, params).agreement).toEqual({ agrees: true });
        }
        // A construct that says nothing of any pod would prove little.
        expect(verdicts.some(({ messages }) => messages.length > 0)).toBe(true);
      });
    });
  },
);
