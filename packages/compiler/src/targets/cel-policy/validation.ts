import { expressionsInPolicy, type Json, type Policy, type Verified } from "@policyc/ir";
import {
  type CelOptions,
  type CelProgram,
  type ParameterRoot,
  toCel,
  toCelCondition,
  type Unsayable,
} from "../../backends/cel/index.js";
import { hasCel, since } from "../../backends/cel/versions.js";
import { setCounts } from "../../passes/hazards/set-counts.js";
import { celPasses, runPasses } from "../../passes/index.js";
import type { Deployment } from "../deployment.js";
import type { Target } from "../target.js";
import type { NamedExpression } from "./expressions.js";
import { type OfRequests, requestConditions } from "./request-conditions.js";

/** The variables and the validation that every engine with Kubernetes' CEL takes. */
export interface CelValidation {
  /** Which requests the policy looks at at all, beside their kinds. */
  readonly conditions: readonly NamedExpression[];
  readonly variables: readonly NamedExpression[];
  readonly expressions: readonly Json[];
}

/** Who takes the CEL. */
export interface CelReader extends Pick<Target, "cel" | "untold"> {
  /** Where it is to read the parameters, if it is not to have their values in it. */
  readonly parameters?: ParameterRoot;
  /** Are requests of which nothing is asked left to conditions? Kyverno reports `skip` for those, where `pass` is meant. */
  readonly leavesOutRequests?: boolean;
}

/** One validation whose message joins all violations: the engines stop at the first that fails. */
export function celValidation(
  policy: Verified<Policy>,
  deployment: Deployment,
  { cel, untold = [], parameters, leavesOutRequests = false }: CelReader,
  unsayable: Unsayable,
): CelValidation {
  const options = { minKubernetes: cel ?? policy.minKubernetes ?? deployment.minKubernetes, untold };
  const { program, conditions, unsaid } =
    parameters === undefined
      ? writtenOutFor(policy, deployment, options, leavesOutRequests)
      : lowered(ofRequestsIn(runPasses(policy, celPasses()), leavesOutRequests), { ...options, parameters });
  for (const why of unsaid) unsayable(...why);
  const { variables, expression, message, messageExpression } = program;
  return {
    conditions,
    variables,
    expressions: [{ expression, message, ...(messageExpression === undefined ? {} : { messageExpression }) }],
  };
}

/** A policy in CEL, and what CEL cannot say of it. */
interface Lowered {
  readonly program: CelProgram;
  readonly conditions: readonly NamedExpression[];
  readonly unsaid: readonly Parameters<Unsayable>[];
}

function lowered(ofRequests: OfRequests, options: Omit<CelOptions, "unsayable">): Lowered {
  const unsaid: Parameters<Unsayable>[] = [];
  const program = toCel(ofRequests.policy, { ...options, unsayable: (...why) => unsaid.push(why) });
  if (!hasCel("lists", options.minKubernetes))
    for (const { span } of setCounts(ofRequests.policy))
      unsaid.push([span, ...since("lists", "how many values a set has")]);
  return { program, conditions: conditionsIn(ofRequests), unsaid };
}

function ofRequestsIn(policy: Verified<Policy>, leavesOutRequests: boolean): OfRequests {
  return leavesOutRequests ? requestConditions(policy) : { conditions: [], policy };
}

/** The conditions in CEL, those once that are the same there, each under a name of its own. */
function conditionsIn({ conditions, policy }: OfRequests): readonly NamedExpression[] {
  const byExpression = new Map<string, NamedExpression>();
  for (const { when, name, doc } of conditions) {
    const expression = toCelCondition(when, policy);
    const others = [...byExpression.values()].filter((other) => other.name.startsWith(name)).length;
    const said = doc === undefined ? {} : { doc };
    if (!byExpression.has(expression))
      byExpression.set(expression, {
        name: others === 0 ? name : `${name}-${others + 1}`,
        expression,
        ...said,
      });
  }
  return [...byExpression.values()];
}

/** A policy with the values of its parameters in it, and its CEL by who reads it and what conditions leave of it. */
interface WrittenOut {
  readonly simplified: Verified<Policy>;
  /** The fields of `request` that it reads. */
  readonly asked: ReadonlySet<string>;
  readonly readers: Map<string, Lowered>;
}

const remembered = new WeakMap<Verified<Policy>, WeakMap<Deployment, WrittenOut>>();

/** What the passes make of a policy is the same for each target with CEL, and so is its CEL for the same reader. */
function writtenOutFor(
  policy: Verified<Policy>,
  deployment: Deployment,
  options: Omit<CelOptions, "unsayable">,
  leavesOutRequests: boolean,
): Lowered {
  const own = remembered.get(policy) ?? new WeakMap<Deployment, WrittenOut>();
  remembered.set(policy, own);
  const writtenOut = own.get(deployment) ?? writeOut(policy, deployment);
  own.set(deployment, writtenOut);
  const { simplified, asked, readers } = writtenOut;
  const ofRequests = ofRequestsIn(simplified, leavesOutRequests);
  const reader = { ...options, untold: options.untold?.filter((field) => asked.has(field)) ?? [] };
  const key = JSON.stringify([reader, ofRequests.conditions.length]);
  const cel = readers.get(key) ?? lowered(ofRequests, reader);
  readers.set(key, cel);
  return cel;
}

function writeOut(policy: Verified<Policy>, { params }: Deployment): WrittenOut {
  const simplified = runPasses(policy, celPasses(params));
  const asked = expressionsInPolicy(simplified).flatMap((expr) =>
    expr.kind === "field" && expr.of.kind === "input" && expr.of.root === "request" ? [expr.name] : [],
  );
  return { simplified, asked: new Set(asked), readers: new Map() };
}
