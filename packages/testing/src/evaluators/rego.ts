import type { EmittedFile } from "@policyc/compiler";
import { compileRegoCached, contentHash, EngineError, loadEngine, loadPolicyWasm } from "@policyc/engine";
import { isJsonObject, type JsonObject } from "../fixtures/json.js";
import { constraintMatches } from "../matching/constraint-match.js";
import { allowed, type Evaluator, type Question, type Verdict, verdictOf } from "./evaluator.js";
import { type GatekeeperPolicy, gatekeeperPolicy } from "./gatekeeper.js";
import { hostFunctions } from "./host-functions.js";
import { reviewOf } from "./review.js";
import { webhookAsks } from "./webhook.js";

/** The value of the rule `violation` for an input. */
type Violations = (input: JsonObject) => unknown;

/** The emitted Rego as WebAssembly. A warm run finds it compiled and loads no engine. */
export async function wasmEvaluator(
  files: readonly EmittedFile[],
  constraintKind: string,
): Promise<Evaluator> {
  const policy = gatekeeperPolicy(files, constraintKind);
  const violations = await once(`wasm ${identity(policy)}`, () => inWasm(policy));
  return { engine: "wasm", evaluate: (question) => verdict(policy, violations, question) };
}

/** The emitted Rego by OPA itself. */
export async function opaEvaluator(
  files: readonly EmittedFile[],
  constraintKind: string,
): Promise<Evaluator> {
  const policy = gatekeeperPolicy(files, constraintKind);
  const violations = await once(`opa ${identity(policy)}`, () => inOpa(policy));
  return { engine: "opa", evaluate: (question) => verdict(policy, violations, question) };
}

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

async function inWasm({ modules, packageName }: GatekeeperPolicy): Promise<Violations> {
  const entrypoint = `${packageName.replaceAll(".", "/")}/violation`;
  const policy = await loadPolicyWasm(await compileRegoCached(modules, [entrypoint]), hostFunctions);
  return (input) => policy.evaluate(input, entrypoint);
}

async function inOpa({ modules, packageName }: GatekeeperPolicy): Promise<Violations> {
  const engine = await loadEngine();
  return engine.prepareRego(modules, `data.${packageName}.violation`);
}

function verdict(policy: GatekeeperPolicy, violations: Violations, question: Question): Verdict {
  const { request, params, constraintMatch } = question;
  const sent = constraintMatch !== undefined || webhookAsks(request, policy.operations);
  if (!sent || !constraintMatches(constraintMatch ?? policy.match, request)) return allowed;
  const found = violations({ review: reviewOf(request), parameters: params });
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
