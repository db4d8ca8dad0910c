import { findEngine, loadEngine } from "@policyc/engine";
import { describe, expect, it } from "vitest";
import { sketchesOf } from "./expressions/program.js";
import { askedOf } from "./objects/requests.js";
import { kindNames } from "./objects/shapes.js";
import { moduleOf, programsOf } from "./programs/program.js";
import { cases, params, programOf, regressions } from "./regressions/index.js";
import { runBatch } from "./run/batch.js";
import { draw, nameOf, runPairs } from "./run/pairs.js";
import { times } from "./run/times.js";

const size = { programs: 20, objects: 20 };

describe.skipIf(findEngine() === undefined)(
  "random policies: JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    for (const [seed, kinds, write] of [
      [1, kindNames, programsOf],
      [2, kindNames, programsOf],
      [3, ["Widget"], programsOf],
      [4, ["Workload"], programsOf],
      [5, ["Pod"], () => sketchesOf("Pod")],
      [6, ["Service"], () => sketchesOf("Service")],
    ] as const) {
      it(`agrees on the pairs of seed ${seed}`, async () => {
        const drawn = draw(seed, size, kinds, write);
        const { pairs, denied, divergences } = await runPairs(drawn, await loadEngine(), times());
        expect(divergences).toEqual([]);
        // Agreement on nothing at all would prove little.
        expect(pairs).toBeGreaterThan(100);
        expect(denied).toBeGreaterThan(pairs / 20);
      });
    }

    it("agrees on what it once did not agree on", async () => {
      const engine = await loadEngine();
      const sources = regressions.map((each, position) => ({
        name: nameOf(position),
        text: moduleOf(programOf(each), nameOf(position)),
      }));
      const requests = cases.map((each) => askedOf(each, engine));
      const result = await runBatch({ sources, requests, params, engine, times: times() });
      const said = (name: string) => regressions.find((_, position) => nameOf(position) === name)?.says;
      expect({
        refused: [...result.refused, ...result.notInCel].map(([name, why]) => [said(name), why]),
        divergences: result.divergences.map(({ name, text }) => [said(name), text]),
      }).toEqual({ refused: [], divergences: [] });
      expect(result.pairs).toBe(regressions.length * cases.length);
    });
  },
);
