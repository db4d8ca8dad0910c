import { contentsOf, type Policy, type Verified, verify } from "@policyc/ir";
import { asciiCase } from "./conditions/ascii-case.js";
import { askBeforeSaying } from "./conditions/ask-before-saying.js";
import { comparedChoices } from "./conditions/compared-choices.js";
import { membership } from "./conditions/membership.js";
import { rareFirst } from "./conditions/rare-first.js";
import { sameGuards } from "./conditions/same-guards.js";
import { fold } from "./fold/index.js";
import { forgetPlaces } from "./forget-places.js";
import { callTypes } from "./functions/call-types.js";
import { constantArguments, constantParameters } from "./functions/constant-arguments.js";
import { inline, inlineGenerators } from "./functions/inline.js";
import { type ParameterValues, parameters } from "./functions/parameters.js";
import { unusedFunctions } from "./functions/unused.js";
import { valuesAsRules } from "./functions/values-as-rules.js";
import { askedPositions } from "./known/asked-positions.js";
import { beyondTheEnd } from "./known/beyond-the-end.js";
import { filledTexts } from "./known/filled-texts.js";
import { knownForms } from "./known/known-forms.js";
import { knownLists } from "./known/known-lists.js";
import { knownPositions } from "./known/known-positions.js";
import { knownQuantities } from "./known/known-quantities.js";
import { numbersInFull, positionsInFull } from "./known/numbers-in-full.js";
import { unlikeRecords } from "./known/unlike-records.js";
import { candidates } from "./loops/candidates.js";
import { filterFirst } from "./loops/filter-first.js";
import { firstParts } from "./loops/first-parts.js";
import { joinLists } from "./loops/join-lists.js";
import { loopForEachList } from "./loops/loop-for-each-list.js";
import { loopsOverMaps } from "./loops/loops-over-maps.js";
import { mapNames } from "./loops/map-names.js";
import { nestLoops } from "./loops/nest-loops.js";
import { pathsInPlace } from "./loops/paths-in-place.js";
import { repetition } from "./loops/repetition.js";
import { sharedLoops } from "./loops/shared-loops.js";
import { singleTurns } from "./loops/single-turns.js";
import { splitLoops } from "./loops/split-loops.js";
import { unpackLists } from "./loops/unpack-lists.js";
import { messages } from "./messages.js";
import { nameFields } from "./names/name-fields.js";
import { nameInventories } from "./names/name-inventories.js";
import { share } from "./names/share.js";
import { tablesAsRules, tablesAsVariables } from "./names/tables.js";
import { unbind } from "./names/unbind.js";
import { unpack } from "./names/unpack.js";
import { unreadFields } from "./names/unread-fields.js";
import { chosenFallbacks } from "./presence/chosen-fallbacks.js";
import { impliedPresence } from "./presence/implied-presence.js";
import { nullElements } from "./presence/null-elements.js";
import { nulls } from "./presence/nulls.js";
import { presentElements } from "./presence/present-elements.js";
import { presentFirst, presentFirstOfOne } from "./presence/present-first.js";
import { readsInside } from "./presence/reads-inside.js";
import { sentEmpty } from "./presence/sent-empty.js";
import { shownPresent } from "./presence/shown-present.js";
import { unfilled } from "./presence/unfilled.js";
import { prune } from "./prune.js";
import { areIdentical } from "./tree/identical.js";
import type { Pass } from "./tree/pass.js";

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
  prune,
  sentEmpty,
  filledTexts,
  fold,
  prune,
  askedPositions,
  unbind,
  constantParameters,
  // What takes parameters alone is a rule now, and a name for it goes, too.
  unbind,
  constantParameters,
  knownForms,
  unlikeRecords,
  fold,
  prune,
  // What a function gives for constants may be one record only now.
  knownForms,
  callTypes,
  fold,
  prune,
  // So may what a name stands for where it is called with constants.
  knownForms,
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
    nullElements,
    nulls,
    unfilled,
    loopsOverMaps,
    presentFirst,
    unpack,
    joinLists,
    unpackLists,
    firstParts,
    repetition,
    filledTexts,
    fold,
    prune,
    nameFields,
    askedPositions,
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
