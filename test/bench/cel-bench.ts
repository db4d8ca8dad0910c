import type { CelDecision, CelInput, Engine } from "@policyc/engine";
import { parseDocuments } from "../conformance/documents.js";
import { at, type JsonObject, textOf } from "../conformance/json.js";
import type { Measured, Pace } from "./pace.js";

export type Decide = (input: CelInput) => readonly CelDecision[];

/** The Kubernetes whose CEL is measured: the oldest that is supported. */
export const kubernetes = "1.30";

/** The CEL of a ValidatingAdmissionPolicy, compiled as an API server does. */
export function decider(engine: Engine, yaml: string): Decide {
  const { problems, evaluate } = engine.compileCel(kubernetes, specOf(yaml));
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`${problem.where}: ${problem.message}`);
  return evaluate;
}

/** What a ValidatingAdmissionPolicy says. */
export function specOf(yaml: string): unknown {
  return parseDocuments(yaml)
    .filter((one) => at(one, "kind") === "ValidatingAdmissionPolicy")
    .map((one) => at(one, "spec"))[0];
}

/** Each request's denials, as sets: the order in which a policy names violations is its own. */
export function denials(decide: Decide, objects: readonly JsonObject[]): readonly string[] {
  return objects.flatMap((object) => {
    const denied = decide(inputOf(object)).filter(({ action }) => action === "deny");
    const messages = new Set(denied.flatMap(({ message }) => message.split("; ")));
    return [...messages].sort().map((message) => `${textOf(at(object, "metadata", "name"))}: ${message}`);
  });
}

/** Whether every evaluation ended: one that ran out of the API server's budget is an error. */
export function isWithinBudget(decide: Decide, objects: readonly JsonObject[]): boolean {
  return objects.every((object) => decide(inputOf(object)).every(({ error }) => !error));
}

export interface CelContest {
  readonly ours: Decide;
  readonly byHand: Decide;
  /** A policy that says `true`: what the way there and back costs. */
  readonly nothing: Decide;
  readonly objects: readonly JsonObject[];
}

/** The shortest time that each took, without what a policy that says `true` takes. */
export function compareCel({ ours, byHand, nothing, objects }: CelContest, pace: Pace): Measured {
  const inputs = objects.map(inputOf);
  const shortest = {
    ours: Number.POSITIVE_INFINITY,
    byHand: Number.POSITIVE_INFINITY,
    nothing: Number.POSITIVE_INFINITY,
  };
  // A slice is one pass over the objects, so that one of many is not disturbed by whatever else the machine does.
  for (let slice = 0; slice < pace.rounds * pace.iterations; slice++) {
    shortest.nothing = Math.min(shortest.nothing, timeOf(nothing, inputs));
    shortest.ours = Math.min(shortest.ours, timeOf(ours, inputs));
    shortest.byHand = Math.min(shortest.byHand, timeOf(byHand, inputs));
  }
  return { kind: "ratio", ratio: (shortest.ours - shortest.nothing) / (shortest.byHand - shortest.nothing) };
}

function timeOf(decide: Decide, inputs: readonly CelInput[]): number {
  const started = performance.now();
  for (const input of inputs) decide(input);
  return performance.now() - started;
}

/** The creation of an object. */
export function inputOf(object: JsonObject): CelInput {
  return {
    object,
    attributes: {
      group: "",
      version: "v1",
      kind: textOf(at(object, "kind")),
      resource: "",
      subResource: "",
      namespace: textOf(at(object, "metadata", "namespace")),
      name: textOf(at(object, "metadata", "name")),
      operation: "CREATE",
      dryRun: false,
      username: "bench",
      uid: "",
      groups: [],
      resourceGroup: "",
      resourceVersion: "v1",
      extra: {},
    },
  };
}
