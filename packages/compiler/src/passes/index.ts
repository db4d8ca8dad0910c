import { type Json, type Policy, type Verified, verify } from "@policyc/ir";
import { fold } from "./fold.js";
import { inlineFunctions, inlineGenerators } from "./inline.js";
import { knownKinds } from "./kinds.js";
import { speakUp } from "./message.js";
import { knownParameters } from "./parameters.js";
import type { Pass } from "./pass.js";
import { unbind } from "./unbind.js";
import { unusedFunctions } from "./unused.js";

/** Before Rego: functions stay, as rules. */
export const regoPasses: readonly Pass[] = [inlineGenerators, fold, unbind, fold, speakUp, unusedFunctions];

/** Before CEL: everything is one expression tree. */
export function celPasses(params: { readonly [name: string]: Json }): readonly Pass[] {
  return [
    inlineGenerators,
    inlineFunctions,
    knownParameters(params),
    knownKinds,
    unbind,
    fold,
    unbind,
    fold,
    speakUp,
    fold,
  ];
}

/** Runs passes in order; what comes out is verified after each. */
export function runPasses(policy: Policy, passes: readonly Pass[]): Verified<Policy> {
  return passes.reduce((current, pass) => verify(pass.run(current)), verify(policy));
}
