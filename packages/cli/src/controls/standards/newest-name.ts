import type { Standard } from "../standard.js";
import { standards } from "./index.js";

const all: readonly Standard[] = Object.values(standards).flat();
const newest = new Map(
  all.flatMap(({ prefix, controls }) =>
    controls.flatMap(({ id, sameAs }): [string, string][] =>
      sameAs === undefined ? [] : [[`${prefix}/${id}`, sameAs]],
    ),
  ),
);

/** What the newest version of a standard calls a control that an earlier one has too: `CIS-2.0/5.6.4` for `CIS-1.10/5.7.4`. */
export function newestName(control: string): string {
  return newest.get(control) ?? control;
}
