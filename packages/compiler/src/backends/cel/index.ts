import type { Expr, Policy, Verified } from "@policyc/ir";
import { type CelVariable, Context, Program, type Unsayable } from "./context.js";
import { messages, separator } from "./messages.js";
import { printCel } from "./print.js";
import { binary, call, literal, method } from "./syntax.js";
import { test } from "./tests.js";
import { option, value } from "./values.js";

export type { CelVariable, Unsayable } from "./context.js";

/** A policy as Kubernetes' CEL: named variables, and one validation whose message says all violations. */
export interface CelProgram {
  readonly variables: readonly CelVariable[];
  readonly expression: string;
  readonly messageExpression: string;
}

export interface CelOptions {
  readonly unsayable: Unsayable;
  /** The oldest Kubernetes that compiles it, e.g. `1.30`. */
  readonly minKubernetes: string;
}

const lowerings = { value, option, test };

/** Lowers a policy whose functions are inlined and whose parameters are known. */
export function toCel(policy: Verified<Policy>, { unsayable, minKubernetes }: CelOptions): CelProgram {
  const program = new Program(lowerings, {
    unsayable,
    untypedObject: policy.match.kinds.length > 1,
    minor: minorOf(minKubernetes),
  });
  const all = program.variable("violations", messages(policy.body, new Context(program)));
  return {
    variables: program.variables,
    expression: printCel(binary("==", call("size", all), literal(0))),
    messageExpression: printCel(method(all, "join", literal(separator))),
  };
}

/** A condition on a request, for matchConditions. */
export function toCelCondition(condition: Expr): string {
  const program = new Program(lowerings, { unsayable: () => {}, untypedObject: true, minor: 30 });
  return printCel(test(condition, new Context(program)));
}

function minorOf(version: string): number {
  return Number(version.split(".")[1] ?? "30");
}
