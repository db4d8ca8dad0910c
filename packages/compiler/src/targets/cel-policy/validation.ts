import type { Collector } from "@policyc/diagnostics";
import type { Json, Policy, Verified } from "@policyc/ir";
import { type ParameterRoot, toCel } from "../../backends/cel/index.js";
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
  const simplified =
    parameters === undefined ? simplifiedFor(policy, deployment) : runPasses(policy, celPasses());
  const { variables, expression, message, messageExpression } = toCel(simplified, {
    minKubernetes: cel ?? policy.minKubernetes ?? deployment.minKubernetes,
    ...(parameters === undefined ? {} : { parameters }),
    unsayable: (span, what, instead) => collector.report(notInCel(span, title, what, instead)),
  });
  return {
    variables,
    expressions: [{ expression, message, ...(messageExpression === undefined ? {} : { messageExpression }) }],
  };
}

const remembered = new WeakMap<Verified<Policy>, WeakMap<Deployment, Verified<Policy>>>();

/** What the passes make of a policy is the same for each target with CEL. */
function simplifiedFor(policy: Verified<Policy>, deployment: Deployment): Verified<Policy> {
  const own = remembered.get(policy) ?? new WeakMap<Deployment, Verified<Policy>>();
  remembered.set(policy, own);
  const simplified = own.get(deployment) ?? runPasses(policy, celPasses(deployment.params));
  own.set(deployment, simplified);
  return simplified;
}
