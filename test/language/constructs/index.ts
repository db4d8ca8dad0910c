import { basics } from "./basics.js";
import type { Construct } from "./construct.js";
import { flow } from "./flow.js";
import { functions } from "./functions.js";
import { intrinsics } from "./intrinsics.js";
import { lists } from "./lists.js";
import { objects } from "./objects.js";
import { text } from "./text.js";

export const constructs: readonly Construct[] = [
  ...basics,
  ...flow,
  ...functions,
  ...lists,
  ...objects,
  ...text,
  ...intrinsics,
];
