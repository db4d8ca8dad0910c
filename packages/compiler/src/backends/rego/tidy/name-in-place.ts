import type { Body, Term } from "../syntax.js";
import { variablesOf } from "../walk.js";
import { mapLine, mapParts } from "./map-parts.js";
import { isSame } from "./same.js";

/** Puts a name where what it stands for is written out, and tells how often that was. */
export interface NameInPlace {
  readonly inTerm: (term: Term) => Term;
  readonly inBody: (body: Body) => Body;
  readonly times: () => number;
}

/** What a comprehension or `every` binds is its own: the term that is named may stand for something else in there. */
export function nameInPlace(name: string, of: Term): NameInPlace {
  const names = variablesOf(of);
  const isOther = (body: Body): boolean => body.some((line) => line.kind !== "expr" && names.has(line.name));
  let times = 0;
  const inTerm = (term: Term): Term => {
    if ((term.kind === "comprehension" || term.kind === "mapping") && isOther(term.body)) return term;
    if (!isSame(term, of)) return mapParts(term, inTerm, inBody);
    times++;
    return { kind: "var", name };
  };
  const inBody = (body: Body): Body => body.map((line) => mapLine(line, inTerm, inBody));
  return { inTerm, inBody, times: () => times };
}
