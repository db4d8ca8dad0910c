import { readFileSync } from "node:fs";
import { stages as allStages, targetNames } from "@policyc/compiler";
import { engineNames } from "@policyc/testing";
import { describe, expect, it } from "vitest";
import { engines, someOf, stages, targets } from "./arguments.js";

describe("the words of the command line", () => {
  it("are those of the compiler and the evaluators", () => {
    expect(targets).toEqual(targetNames);
    expect(stages).toEqual(allStages);
    expect(engines).toEqual([...engineNames, "all"]);
  });
  it("are those of the schema of policyc.yaml", () => {
    const schema = JSON.parse(
      readFileSync(new URL("../schema/policyc.schema.json", import.meta.url), "utf8"),
    );
    expect(schema.definitions.targets.items.enum).toEqual(targetNames);
    expect(schema.definitions.stage.enum).toEqual(allStages);
  });
  it("can be given with commas, or again", () => {
    expect(someOf(targets)("kyverno, vap", ["gatekeeper"])).toEqual(["gatekeeper", "kyverno", "vap"]);
  });
});
