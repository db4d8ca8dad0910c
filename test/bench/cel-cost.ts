import { join } from "node:path";
import type { Reactor } from "@policyc/engine";
import { at, type JsonObject } from "../conformance/json.js";
import { startNativeReactor } from "../property/engine/native.js";
import { inputOf, kubernetes, specOf } from "./cel-bench.js";
import type { Measured } from "./pace.js";

/** Counts the units that CEL takes to decide objects, as the API server counts them for its budget. */
export interface CostCounter {
  /** The units of ours over those of the hand-written policy, for all objects together. */
  readonly compare: (ours: string, byHand: string, objects: readonly JsonObject[]) => Measured;
  readonly stop: () => void;
}

export function startCostCounter(): CostCounter {
  const { reactor, stop } = startNativeReactor([join(import.meta.dirname, "go/cost.go")]);
  return {
    compare: (ours, byHand, objects) => ({
      kind: "ratio",
      ratio: costOf(reactor, ours, objects) / costOf(reactor, byHand, objects),
    }),
    stop,
  };
}

function costOf(reactor: Reactor, yaml: string, objects: readonly JsonObject[]): number {
  const handle = at(
    reactor.call("cel.compile", { version: kubernetes, spec: specOf(yaml), dialect: "kubernetes" }),
    "handle",
  );
  return objects.reduce((sum, object) => {
    const cost = reactor.call("cel.cost", { handle, ...inputOf(object) });
    if (typeof cost !== "number") throw new Error("the engine does not tell what an evaluation costs");
    return sum + cost;
  }, 0);
}
