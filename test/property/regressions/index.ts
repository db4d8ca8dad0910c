import { ofConstants } from "./constants.js";
import { ofKyverno } from "./kyverno.js";
import { ofMeanings } from "./meanings.js";
import { ofMixtures } from "./mixtures.js";
import type { Regression } from "./regression.js";
import { ofTypes } from "./types.js";

export { cases } from "./cases.js";
export { params, programOf } from "./program.js";

/** Every divergence that was found on the way. */
export const regressions: readonly Regression[] = [
  ...ofMeanings,
  ...ofTypes,
  ...ofConstants,
  ...ofMixtures,
  ...ofKyverno,
];
