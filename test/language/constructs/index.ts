import { absence } from "./absence.js";
import { basics } from "./basics.js";
import { chosen } from "./chosen.js";
import { closures } from "./closures.js";
import { constants } from "./constants.js";
import type { Construct } from "./construct.js";
import { costs } from "./costs.js";
import { filled } from "./filled.js";
import { flow } from "./flow.js";
import { forEachLoops } from "./for-each.js";
import { functions } from "./functions.js";
import { generators } from "./generators.js";
import { generics } from "./generics.js";
import { idioms } from "./idioms.js";
import { intrinsics } from "./intrinsics.js";
import { labels } from "./labels.js";
import { leaving } from "./leaving.js";
import { lists } from "./lists.js";
import { maps } from "./maps.js";
import { objects } from "./objects.js";
import { seenSets } from "./seen.js";
import { switches } from "./switches.js";
import { tables } from "./tables.js";
import { takenApart } from "./taken-apart.js";
import { text } from "./text.js";
import { turns } from "./turns.js";
import { unions } from "./unions.js";
import { variables } from "./variables.js";
import { violationLists } from "./violation-lists.js";

export const constructs: readonly Construct[] = [
  ...basics,
  ...flow,
  ...switches,
  ...labels,
  ...functions,
  ...generators,
  ...generics,
  ...unions,
  ...closures,
  ...chosen,
  ...tables,
  ...constants,
  ...variables,
  ...turns,
  ...forEachLoops,
  ...violationLists,
  ...seenSets,
  ...filled,
  ...leaving,
  ...lists,
  ...objects,
  ...absence,
  ...maps,
  ...text,
  ...takenApart,
  ...intrinsics,
  ...costs,
  ...idioms,
];
