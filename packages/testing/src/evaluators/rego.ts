import type { EmittedFile } from "@policyc/compiler";
import {
  compileRegoCached,
  contentHash,
  EngineError,
  loadEngine,
  loadPolicyWasm,
  type RegoModule,
} from "@policyc/engine";
import type { Json } from "@policyc/ir";
import { type Inventory, inventoryTree } from "../fixtures/inventory.js";
import { isJsonObject, type JsonObject } from "../fixtures/json.js";
import { constraintMatches } from "../matching/constraint-match.js";
import { allowed, type Evaluator, type Question, type Verdict, verdictOf } from "./evaluator.js";
import { type GatekeeperPolicy, gatekeeperPolicy } from "./gatekeeper.js";
import { hostFunctions } from "./host-functions.js";
import { lastOf } from "./last-of.js";
import { reviewOf } from "./review.js";
import { webhookAsks } from "./webhook.js";

/** The value of the rule `violation` for an input, where these other objects are synced. */
export type Violations = (input: JsonObject, inventory: Inventory) => unknown;

/** The emitted Rego as WebAssembly. A warm run finds it compiled and loads no engine. */
export async function wasmEvaluator(
  files: readonly EmittedFile[],
  constraintKind: string,
): Promise<Evaluator> {
  const policy = gatekeeperPolicy(files, constraintKind);
  return regoEvaluator("wasm", policy, await once(`wasm ${identity(policy)}`, () => inWasm(policy)));
}

/** The emitted Rego by OPA itself. */
export async function opaEvaluator(
  files: readonly EmittedFile[],
  constraintKind: string,
): Promise<Evaluator> {
  return opaEvaluatorOf(gatekeeperPolicy(files, constraintKind));
}

/**
 * Evaluators for several policies whose Rego was compiled into one module, with an entrypoint each: loading it takes
 * hardly longer than loading one of them.
 */
export async function sharedWasmEvaluators(
  policies: readonly GatekeeperPolicy[],
  bytes: Uint8Array,
): Promise<ReadonlyMap<string, Evaluator>> {
  const wasm = await loadPolicyWasm(bytes, hostFunctions);
  const dataOf = lastOf((inventory) => ({ inventory: inventoryTree(inventory) }));
  return new Map(
    policies.map((policy) => {
      const violations: Violations = (input, inventory) =>
        wasm.evaluate(input, entrypointOf(policy), dataOf(inventory));
      return [policy.kind, { engine: "wasm", evaluate: (question) => verdict(policy, violations, question) }];
    }),
  );
}

/** One module for several policies. */
export function compileShared(policies: readonly GatekeeperPolicy[]): Promise<Uint8Array> {
  // Libraries that policies share are the same text in each of them.
  const modules = new Map(
    policies.flatMap((policy) => policy.modules.map((module) => [module.text, module] as const)),
  );
  return compileRegoCached([...modules.values()], policies.map(entrypointOf));
}

/** One policy by OPA itself. */
export async function opaEvaluatorOf(policy: GatekeeperPolicy): Promise<Evaluator> {
  const violations = await once(`opa ${identity(policy)}`, () => inOpa(policy));
  return { engine: "opa", evaluate: (question) => verdict(policy, violations, question) };
}

/** The emitted Rego where it is loaded already: a run that asks one module about all policies at once. */
export function regoEvaluator(
  engine: "wasm" | "opa",
  policy: GatekeeperPolicy,
  violations: Violations,
): Evaluator {
  return { engine, evaluate: (question) => verdict(policy, violations, question) };
}

function parsed(value: Json | undefined): string {
  return `json.unmarshal(${JSON.stringify(JSON.stringify(value))})`;
}

const nothing: Inventory = [];
const loaded = new Map<string, Promise<Violations>>();

/** Parameters change from case to case, the Rego does not: it is loaded once a process. */
function once(name: string, load: () => Promise<Violations>): Promise<Violations> {
  const known = loaded.get(name) ?? load();
  loaded.set(name, known);
  return known;
}

function identity({ modules }: GatekeeperPolicy): string {
  return contentHash(...modules.flatMap(({ path, text }) => [path, text]));
}

function entrypointOf({ packageName }: GatekeeperPolicy): string {
  return `${packageName.replaceAll(".", "/")}/violation`;
}

async function inWasm(gatekeeper: GatekeeperPolicy): Promise<Violations> {
  const entrypoint = entrypointOf(gatekeeper);
  const bytes = await compileRegoCached(gatekeeper.modules, [entrypoint]);
  const policy = await loadPolicyWasm(bytes, hostFunctions);
  const dataOf = lastOf((inventory) => ({ inventory: inventoryTree(inventory) }));
  return (input, inventory) => policy.evaluate(input, entrypoint, dataOf(inventory));
}

async function inOpa({ modules, packageName }: GatekeeperPolicy): Promise<Violations> {
  const engine = await loadEngine();
  const query = `data.${packageName}.violation`;
  if (!modules.some(({ text }) => text.includes("data.inventory"))) return engine.prepareRego(modules, query);
  const prepared = lastOf((inventory) => engine.prepareRego([...modules, inventoryModule(inventory)], query));
  return (input, inventory) => prepared(inventory)(input);
}

/** The synced objects as a module. As constants they would have types, and what is not there would not compile. */
function inventoryModule(inventory: Inventory): RegoModule {
  const { cluster, namespace } = inventoryTree(inventory);
  return {
    path: "inventory.rego",
    text: `package inventory\n\ncluster := ${parsed(cluster)}\n\nnamespace := ${parsed(namespace)}\n`,
  };
}

function verdict(policy: GatekeeperPolicy, violations: Violations, question: Question): Verdict {
  const { request, params, constraintMatch, inventory = nothing } = question;
  const sent = constraintMatch !== undefined || webhookAsks(request, policy.operations);
  if (!sent || !constraintMatches(constraintMatch ?? policy.match, request)) return allowed;
  const found = violations({ review: reviewOf(request), parameters: params }, inventory);
  if (!Array.isArray(found))
    throw new EngineError("the rule `violation` is undefined: the emitted Rego is not total");
  return verdictOf(
    found
      .map(messageOf)
      .sort()
      .map((message) => ({ message })),
  );
}

function messageOf(violation: unknown): string {
  const message = isJsonObject(violation) ? violation["msg"] : undefined;
  if (typeof message !== "string") throw new EngineError("a violation of the emitted Rego has no `msg`");
  return message;
}
