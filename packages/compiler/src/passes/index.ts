import { type Policy, type Verified, verify } from "@policyc/ir";
import { candidates } from "./candidates.js";
import { constantArguments } from "./constant-arguments.js";
import { fold } from "./fold/index.js";
import { impliedPresence } from "./implied-presence.js";
import { inline, inlineGenerators } from "./inline.js";
import { knownLists } from "./known-lists.js";
import { membership } from "./membership.js";
import { messages } from "./messages.js";
import { nameInventories } from "./name-inventories.js";
import { nestLoops } from "./nest-loops.js";
import { nulls } from "./nulls.js";
import { type ParameterValues, parameters } from "./parameters.js";
import type { Pass } from "./pass.js";
import { prune } from "./prune.js";
import { share } from "./share.js";
import { splitLoops } from "./split-loops.js";
import { unbind } from "./unbind.js";
import { unfilled } from "./unfilled.js";
import { unpack } from "./unpack.js";
import { unpackLists } from "./unpack-lists.js";
import { unusedFunctions } from "./unused.js";

/** Before Rego: functions stay, as rules, and parameters, which a Constraint gives. */
export const regoPasses: readonly Pass[] = [
  inlineGenerators,
  constantArguments,
  nulls,
  unfilled,
  unpack,
  unpackLists,
  fold,
  prune,
  unbind,
  fold,
  prune,
  fold,
  prune,
  messages,
  unusedFunctions,
];

/** Before CEL: everything is expressions, with the deployment's values in place of the parameters where they are given. */
export function celPasses(values?: ParameterValues): readonly Pass[] {
  return [
    inline,
    ...(values === undefined ? [] : [parameters(values)]),
    nulls,
    unfilled,
    unpack,
    unpackLists,
    fold,
    prune,
    knownLists,
    fold,
    prune,
    nestLoops,
    messages,
    nameInventories,
    splitLoops,
    candidates,
    share,
    fold,
    prune,
    impliedPresence,
    membership,
  ];
}

/** Runs passes in order; what comes out is verified after each. */
export function runPasses(policy: Policy, passes: readonly Pass[]): Verified {
  return passes.reduce((current, pass) => verify(pass.run(current)), verify(policy));
}
