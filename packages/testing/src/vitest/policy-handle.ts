import { fileURLToPath } from "node:url";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine, loadEngine } from "@policyc/engine";
import { agreement, type EngineVerdict } from "../evaluators/agreement.js";
import type { EngineName, Evaluator, Params } from "../evaluators/evaluator.js";
import type { Admit } from "../fixtures/admitted.js";
import { fixtureOf } from "../fixtures/document.js";
import { inventoryOf } from "../fixtures/inventory.js";
import { isJsonObject } from "../fixtures/json.js";
import { type Manifest, parseDocuments } from "../fixtures/manifest.js";
import { admittedRequest, type RequestOptions } from "../fixtures/request.js";
import { isSchemaValid } from "../fixtures/schema-validity.js";
import { parameterProblems } from "../suites/parameters.js";
import { evaluatorsOf, type PolicyUnderTest } from "../suites/policy-under-test.js";
import { compilePolicy } from "./compile.js";

/** What a case says beside its manifest. */
export interface CaseOptions extends Omit<RequestOptions, "oldObject" | "kinds"> {
  /** Over the author's defaults. */
  readonly params?: Params;
  readonly oldObject?: object | string;
  /** The other objects of the cluster, for policies that read them. */
  readonly inventory?: readonly (object | string)[];
}

export interface LoadOptions {
  /** Default: `js`, and `wasm` where the engine is there. `cel` has the parameters in its text: not for cases with `params`. */
  readonly engines?: readonly Exclude<EngineName, "cel">[];
  /** The oldest Kubernetes, e.g. `1.30`, which is the default. */
  readonly kubernetes?: string;
}

/** A policy ready to be asked: its TypeScript in Node, and what `policyc build` makes of it. */
export interface PolicyHandle {
  readonly name: string;
  /** The verdicts of all engines, Node's first. Throws where they differ, or the manifest is not valid. */
  readonly ask: (manifest: object | string, options?: CaseOptions) => EngineVerdict;
}

/**
 * Loads a policy for `expect`.
 *
 * @example
 * const policy = await loadPolicy(new URL("./policy.ts", import.meta.url));
 * expect(policy).toDeny(pod, /invalid image repo/);
 */
export async function loadPolicy(url: URL | string, options: LoadOptions = {}): Promise<PolicyHandle> {
  const path = typeof url === "string" ? url : fileURLToPath(url);
  const { engines = findEngine() === undefined ? ["js"] : ["js", "wasm"], kubernetes = "1.30" } = options;
  const policy = await compilePolicy(path, kubernetes);
  return policyHandle(policy, engines, kubernetes);
}

/** The handle of a policy that was compiled already. */
export async function policyHandle(
  policy: PolicyUnderTest,
  engines: readonly EngineName[],
  kubernetes: string,
): Promise<PolicyHandle> {
  const evaluators = evaluatorsOf(policy, kubernetes);
  const loaded = await Promise.all(engines.map((engine) => evaluators(engine, policy.parameters.defaults)));
  const admit = await engineAdmit();
  return {
    name: policy.name,
    ask: (manifest, options = {}) => ask({ policy, loaded, admit }, manifest, options),
  };
}

/** Matchers are synchronous, so that no forgotten `await` can make a test pass: the engine is started beforehand. */
async function engineAdmit(): Promise<Admit | undefined> {
  if (findEngine() === undefined) return undefined;
  const engine = await loadEngine();
  return (object) => {
    const admitted = engine.admit(object);
    return isJsonObject(admitted) ? admitted : undefined;
  };
}

interface Loaded {
  readonly policy: PolicyUnderTest;
  readonly loaded: readonly Evaluator[];
  readonly admit: Admit | undefined;
}

function ask(
  { policy, loaded, admit }: Loaded,
  written: object | string,
  options: CaseOptions,
): EngineVerdict {
  const collector = new Collector();
  const manifest = manifestOf(written, collector);
  const { params: given = {}, oldObject, inventory = [], ...request } = options;
  const before = oldObject === undefined ? undefined : manifestOf(oldObject, collector).object;
  const params: Params = { ...policy.parameters.defaults, ...given };
  for (const problem of parameterProblems(
    { values: params, locate: () => undefined, unknown: "refuse" },
    policy.parameters.schema,
  )) {
    collector.report(problem);
  }
  isSchemaValid(manifest, collector);
  const about = {
    ...request,
    kinds: policy.match.kinds,
    ...(before === undefined ? {} : { oldObject: before }),
  };
  const fixture = fixtureOf(manifest, about, collector);
  refuse(collector);
  if (fixture === undefined) throw new Error("the manifest makes no request");
  const others = inventory.map((other) => manifestOf(other, collector));
  const question = {
    request: admittedRequest(fixture.request, admit),
    params,
    inventory: inventoryOf(others, { admit, kinds: policy.match.kinds }),
  };
  const verdicts = loaded.map(({ engine, evaluate }) => ({ engine, verdict: evaluate(question) }));
  const agreed = agreement(verdicts);
  if (!agreed.agrees) throw new Error(`what you test is not what you ship:\n${agreed.table}`);
  const [first] = verdicts;
  if (first === undefined) throw new Error("no engine was asked");
  return first;
}

function manifestOf(written: object | string, collector: Collector): Manifest {
  const text = typeof written === "string" ? written : JSON.stringify(written);
  const [manifest, ...others] = parseDocuments(text, "manifest", collector);
  refuse(collector);
  if (manifest === undefined || others.length > 0)
    throw new Error("the manifest must be one object or document");
  return manifest;
}

function refuse(collector: Collector): void {
  if (collector.hasErrors)
    throw new Error(
      collector.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined)).join("\n"),
    );
}
