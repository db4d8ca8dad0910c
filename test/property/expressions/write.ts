import type { Choose } from "../choose.js";
import { type Piece, textOf } from "../programs/piece.js";
import { collections } from "./collections.js";
import { leafOf, type Name } from "./leaves.js";
import { scalars } from "./scalars.js";
import { statements } from "./statements.js";
import type { Templates } from "./templates.js";
import { truths } from "./truths.js";

/** Where something is written, and how deep it may go. */
export interface Place {
  readonly choose: Choose;
  readonly names: readonly Name[];
  readonly depth: number;
  /** A number that nothing in the program has. */
  readonly next: () => number;
}

const templates: Templates = { ...truths, ...scalars, ...collections, ...statements };

/** A part of a sort, by one of its templates. */
export function written(sort: string, place: Place): Piece {
  const { choose, names, depth } = place;
  const ways = templates[sort] ?? [];
  const isLeaf = ways.length === 0 || depth <= 0 || choose.often(35);
  const leaf = isLeaf ? leafOf(sort, names, choose) : undefined;
  return filled(sort, leaf ?? ways[choose.below(ways.length)] ?? "undefined", place);
}

const token =
  /@(?<sort>\w+\??)(?:\{(?<names>[^}]*)\})?(?:#(?<kept>\d))?|(?<hole>@\{)|%(?<fresh>[a-z]\w*)|#(?<again>\d)/g;

function filled(sort: string, template: string, place: Place): Piece {
  const fresh = new Map<string, string>();
  const kept = new Map<string, Piece>();
  const named = (name: string): string => {
    const known = fresh.get(name) ?? `${name}${place.next()}`;
    fresh.set(name, known);
    return known;
  };
  const again = (text: string): string =>
    text
      .replace(/%([a-z]\w*)/g, (_, name: string) => named(name))
      .replace(/#(\d)/g, (_, at: string) => textOf(kept.get(at) ?? nothing));
  const parts: (string | Piece)[] = [];
  let end = 0;
  for (const { index, 0: whole, groups = {} } of template.matchAll(token)) {
    const { sort: inner, names = "", kept: keep, hole } = groups;
    parts.push(template.slice(end, index));
    end = index + whole.length;
    if (inner === undefined) parts.push(hole === undefined ? again(whole) : "${");
    else {
      const piece = written(inner, inside(place, depthOf(inner, sort, place), again(names)));
      if (keep !== undefined) kept.set(keep, piece);
      parts.push(piece);
    }
  }
  return {
    sort: isStatement(sort) ? "statement" : "value",
    parts: [...parts, template.slice(end)],
  };
}

const nothing: Piece = { sort: "value", parts: [] };

const isStatement = (sort: string): boolean => Object.hasOwn(statements, sort);

/** An expression in a statement is as deep as it likes. */
function depthOf(inner: string, outer: string, { choose, depth }: Place): number {
  return isStatement(outer) && !isStatement(inner) ? choose.among([0, 1, 1, 2, 2, 3]) : depth - 1;
}

function inside(place: Place, depth: number, names: string): Place {
  const more = names.split(",").flatMap((one) => {
    const [, text, sort] = /^(.*):(.*)$/.exec(one) ?? [];
    return text === undefined || sort === undefined ? [] : [{ text, sort }];
  });
  return { ...place, depth, names: [...place.names, ...more] };
}
