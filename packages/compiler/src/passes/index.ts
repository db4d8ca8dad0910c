import { contentsOf, type Policy, type Verified, verify } from "@policyc/ir";
import { asciiCase } from "./ascii-case.js";
import { askBeforeSaying } from "./ask-before-saying.js";
import { beyondTheEnd } from "./beyond-the-end.js";
import { callTypes } from "./call-types.js";
import { candidates } from "./candidates.js";
import { chosenFallbacks } from "./chosen-fallbacks.js";
import { comparedChoices } from "./compared-choices.js";
import { constantArguments, constantParameters } from "./constant-arguments.js";
import { filterFirst } from "./filter-first.js";
import { firstParts } from "./first-parts.js";
import { fold } from "./fold/index.js";
import { forgetPlaces } from "./forget-places.js";
import { areIdentical } from "./identical.js";
import { impliedPresence } from "./implied-presence.js";
import { inline, inlineGenerators } from "./inline.js";
import { joinLists } from "./join-lists.js";
import { knownLists } from "./known-lists.js";
import { knownPositions } from "./known-positions.js";
import { knownQuantities } from "./known-quantities.js";
import { loopForEachList } from "./loop-for-each-list.js";
import { loopsOverMaps } from "./loops-over-maps.js";
import { mapNames } from "./map-names.js";
import { membership } from "./membership.js";
import { messages } from "./messages.js";
import { nameFields } from "./name-fields.js";
import { nameInventories } from "./name-inventories.js";
import { nestLoops } from "./nest-loops.js";
import { nulls } from "./nulls.js";
import { numbersInFull, positionsInFull } from "./numbers-in-full.js";
import { type ParameterValues, parameters } from "./parameters.js";
import type { Pass } from "./pass.js";
import { pathsInPlace } from "./paths-in-place.js";
import { presentElements } from "./present-elements.js";
import { presentFirst, presentFirstOfOne } from "./present-first.js";
import { prune } from "./prune.js";
import { rareFirst } from "./rare-first.js";
import { readsInside } from "./reads-inside.js";
import { repetition } from "./repetition.js";
import { sameGuards } from "./same-guards.js";
import { share } from "./share.js";
import { sharedLoops } from "./shared-loops.js";
import { shownPresent } from "./shown-present.js";
import { singleTurns } from "./single-turns.js";
import { splitLoops } from "./split-loops.js";
import { tablesAsRules, tablesAsVariables } from "./tables.js";
import { unbind } from "./unbind.js";
import { unfilled } from "./unfilled.js";
import { unpack } from "./unpack.js";
import { unpackLists } from "./unpack-lists.js";
import { unreadFields } from "./unread-fields.js";
import { unusedFunctions } from "./unused.js";
import { valuesAsRules } from "./values-as-rules.js";

/** Before Rego: functions stay, as rules, and parameters, which a Constraint gives. */
export const regoPasses: readonly Pass[] = [
  forgetPlaces,
  inlineGenerators,
  loopForEachList,
  unusedFunctions,
  constantArguments,
  unreadFields,
  nulls,
  pathsInPlace,
  unfilled,
  presentElements,
  loopsOverMaps,
  presentFirstOfOne,
  singleTurns,
  unpack,
  nameFields,
  joinLists,
  unpackLists,
  firstParts,
  beyondTheEnd,
  fold,
  prune,
  unbind,
  constantParameters,
  // What takes parameters alone is a rule now, and a name for it goes, too.
  unbind,
  constantParameters,
  fold,
  prune,
  callTypes,
  fold,
  prune,
  callTypes,
  messages,
  chosenFallbacks,
  comparedChoices,
  unusedFunctions,
  asciiCase,
  knownPositions,
  numbersInFull,
  positionsInFull,
  tablesAsRules,
  sharedLoops,
  valuesAsRules,
];

/** Before CEL: everything is expressions, with the deployment's values in place of the parameters where they are given. */
export function celPasses(values?: ParameterValues): readonly Pass[] {
  return [
    forgetPlaces,
    inline,
    ...(values === undefined ? [] : [parameters(values)]),
    nulls,
    unfilled,
    loopsOverMaps,
    presentFirst,
    unpack,
    joinLists,
    unpackLists,
    firstParts,
    repetition,
    fold,
    prune,
    knownLists,
    fold,
    prune,
    // What was read of an entry may be a list that is known itself.
    knownLists,
    fold,
    prune,
    knownQuantities,
    nestLoops,
    messages,
    nameInventories,
    splitLoops,
    askBeforeSaying,
    candidates,
    share,
    fold,
    prune,
    sameGuards,
    unreadFields,
    filterFirst,
    fold,
    prune,
    // What the records were made of may be a list of records itself, which only now nobody else reads.
    filterFirst,
    readsInside,
    fold,
    prune,
    membership,
    shownPresent,
    fold,
    impliedPresence,
    rareFirst,
    asciiCase,
    knownPositions,
    numbersInFull,
    mapNames,
    tablesAsVariables,
  ];
}

/**
 * Runs passes in order; what comes out is verified after each. A pass that has found nothing to do is not asked again
 * before another has found something.
 */
export function runPasses(policy: Policy, passes: readonly Pass[]): Verified {
  const idle = new Set<Pass>();
  let current = verify(policy);
  for (const pass of passes) {
    if (idle.has(pass) || !isConcerned(pass, current)) continue;
    const next = pass.run(current);
    if (isUnchanged(next, current)) {
      idle.add(pass);
    } else {
      current = verify(next);
      idle.clear();
    }
  }
  return current;
}

function isConcerned({ concerns }: Pass, policy: Verified): boolean {
  const contents = contentsOf(policy);
  return concerns === undefined || concerns.some((content) => contents.has(content));
}

function isUnchanged(next: Policy, current: Policy): boolean {
  return Object.entries(next).every(([field, value]) =>
    field === "functions"
      ? areIdentical(next.functions, current.functions)
      : value === Reflect.get(current, field),
  );
}
