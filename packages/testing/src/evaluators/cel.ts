import type { EmittedFile } from "@policyc/compiler";
import {
  type CelDecision,
  type CelDialect,
  type CelInput,
  contentHash,
  type Engine,
  EngineError,
  loadEngine,
} from "@policyc/engine";
import { canonicalJson, type JsonObject } from "../fixtures/json.js";
import type { AdmissionRequest } from "../fixtures/request.js";
import { constraintMatches } from "../matching/constraint-match.js";
import { admissionPolicySpec, matchConstraintsFit } from "./admission-policy.js";
import { allowed, type Evaluator, type Question, type Verdict, verdictOf } from "./evaluator.js";

/**
 * The emitted CEL by Kubernetes' own library, in the budget and with the failure policy of an API server. Parameters
 * are part of the text, so `files` are those that were emitted with the question's.
 */
export async function celEvaluator(
  files: readonly EmittedFile[],
  policyName: string,
  kubernetes: string,
): Promise<Evaluator> {
  const spec = admissionPolicySpec(files, policyName);
  const name = contentHash(kubernetes, canonicalJson(spec));
  const known = compiled.get(name) ?? loadEngine().then((engine) => compileCel(engine, spec, kubernetes));
  compiled.set(name, known);
  return celEvaluatorOf(spec, await known);
}

/** The same CEL as Kyverno reads it. */
export async function kyvernoEvaluator(
  files: readonly EmittedFile[],
  policyName: string,
  kubernetes: string,
): Promise<Evaluator> {
  const spec = admissionPolicySpec(files, policyName);
  return celEvaluatorOf(spec, compileCel(await loadEngine(), spec, kubernetes, "kyverno"));
}

/** The emitted CEL where it is compiled already: a run with an engine of its own. */
export function celEvaluatorOf(spec: JsonObject, { dialect, decide }: CompiledCel): Evaluator {
  return {
    engine: dialect === "kyverno" ? dialect : "cel",
    evaluate: (question) => verdict(spec, decide, question),
  };
}

type Decide = (input: CelInput) => readonly CelDecision[];

interface CompiledCel {
  readonly dialect: CelDialect;
  readonly decide: Decide;
}

const compiled = new Map<string, Promise<CompiledCel>>();

/** The expressions of a ValidatingAdmissionPolicy; throws an EngineError where their reader refuses them. */
export function compileCel(
  engine: Engine,
  spec: JsonObject,
  kubernetes: string,
  dialect: CelDialect = "kubernetes",
): CompiledCel {
  const { problems, evaluate } = engine.compileCel(kubernetes, spec, dialect);
  const [problem] = problems;
  if (problem === undefined) return { dialect, decide: evaluate };
  const reader = dialect === "kyverno" ? "Kyverno" : `Kubernetes ${kubernetes}`;
  throw new EngineError(`${reader} refuses the emitted CEL: ${problem.where}: ${problem.message}`);
}

function verdict(spec: JsonObject, decide: Decide, { request, constraintMatch }: Question): Verdict {
  const asked =
    constraintMatch === undefined
      ? matchConstraintsFit(spec, request)
      : constraintMatches(constraintMatch, request);
  if (!asked) return allowed;
  const denials = decide(celInput(request)).filter(({ action }) => action === "deny");
  return verdictOf(denials.map(({ message }) => ({ message })));
}

function celInput(request: AdmissionRequest): CelInput {
  const { kind, resource, operation = "CREATE", userInfo, options } = request;
  const { object, oldObject, namespaceObject } = request;
  return {
    ...(object === undefined || operation === "DELETE" ? {} : { object }),
    ...(oldObject === undefined ? {} : { oldObject }),
    ...(namespaceObject === undefined ? {} : { namespaceObject }),
    attributes: {
      ...kind,
      resource: resource?.resource ?? "",
      resourceGroup: resource?.group ?? kind.group,
      resourceVersion: resource?.version ?? kind.version,
      subResource: request.subResource ?? "",
      namespace: request.namespace ?? "",
      name: request.name ?? "",
      operation,
      dryRun: request.dryRun ?? false,
      username: userInfo?.username ?? "",
      uid: userInfo?.uid ?? "",
      groups: userInfo?.groups ?? [],
      extra: userInfo?.extra ?? {},
      ...(options === undefined ? {} : { options }),
    },
  };
}
