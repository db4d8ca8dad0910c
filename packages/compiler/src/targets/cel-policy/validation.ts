import type { Collector } from "@policyc/diagnostics";
import type { Json, Policy, Verified } from "@policyc/ir";
import {
  type CelOptions,
  type CelProgram,
  type ParameterRoot,
  toCel,
  type Unsayable,
} from "../../backends/cel/index.js";
import { celPasses, runPasses } from "../../passes/index.js";
import type { Deployment } from "../deployment.js";
import { notInCel } from "../diagnostics.js";
import type { Target } from "../target.js";

/** The variables and the validation that every engine with Kubernetes' CEL takes. */
export interface CelValidation {
  readonly variables: readonly { readonly name: string; readonly expression: string }[];
  readonly expressions: readonly Json[];
}

/** Who takes the CEL, and where it is to read the parameters, if it is not to have their values in it. */
export interface CelReader extends Pick<Target, "title" | "cel"> {
  readonly parameters?: ParameterRoot;
}

/** One validation whose message joins all violations: the engines stop at the first that fails. */
export function celValidation(
  policy: Verified<Policy>,
  deployment: Deployment,
  { title, cel, parameters }: CelReader,
  collector: Collector,
): CelValidation {
  const minKubernetes = cel ?? policy.minKubernetes ?? deployment.minKubernetes;
  const { program, unsaid } =
    parameters === undefined
      ? writtenOutFor(policy, deployment, minKubernetes)
      : lowered(runPasses(policy, celPasses()), { minKubernetes, parameters });
  for (const [span, what, instead] of unsaid) collector.report(notInCel(span, title, what, instead));
  const { variables, expression, message, messageExpression } = program;
  return {
    variables,
    expressions: [{ expression, message, ...(messageExpression === undefined ? {} : { messageExpression }) }],
  };
}

/** A policy in CEL, and what CEL cannot say of it. */
interface Lowered {
  readonly program: CelProgram;
  readonly unsaid: readonly Parameters<Unsayable>[];
}

function lowered(policy: Verified<Policy>, options: Omit<CelOptions, "unsayable">): Lowered {
  const unsaid: Parameters<Unsayable>[] = [];
  const program = toCel(policy, { ...options, unsayable: (...why) => unsaid.push(why) });
  return { program, unsaid };
}

/** A policy with the values of its parameters in it, and its CEL by the version of Kubernetes. */
interface WrittenOut {
  readonly simplified: Verified<Policy>;
  readonly versions: Map<string, Lowered>;
}

const remembered = new WeakMap<Verified<Policy>, WeakMap<Deployment, WrittenOut>>();

/** What the passes make of a policy is the same for each target with CEL, and so is its CEL of the same version. */
function writtenOutFor(policy: Verified<Policy>, deployment: Deployment, minKubernetes: string): Lowered {
  const own = remembered.get(policy) ?? new WeakMap<Deployment, WrittenOut>();
  remembered.set(policy, own);
  const writtenOut = own.get(deployment) ?? {
    simplified: runPasses(policy, celPasses(deployment.params)),
    versions: new Map<string, Lowered>(),
  };
  own.set(deployment, writtenOut);
  const { simplified, versions } = writtenOut;
  const cel = versions.get(minKubernetes) ?? lowered(simplified, { minKubernetes });
  versions.set(minKubernetes, cel);
  return cel;
}
