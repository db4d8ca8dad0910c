import type { Choose } from "../choose.js";
import { type Piece, textOf } from "../programs/piece.js";
import { asked } from "./asked.js";
import { beside } from "./beside.js";
import { collections } from "./collections.js";
import { composed } from "./composed.js";
import { everyday } from "./everyday.js";
import { flags } from "./flags.js";
import { gathered } from "./gathered.js";
import { held } from "./held.js";
import type { About } from "./kinds/about.js";
import { isInSight, isReadable, leafOf, type Name } from "./leaves.js";
import { loops } from "./loops.js";
import { ordinary } from "./ordinary.js";
import { phrased } from "./phrased.js";
import { reduced } from "./reduced.js";
import { scalars } from "./scalars.js";
import { statements } from "./statements.js";
import { switched } from "./switched.js";
import type { Templates } from "./templates.js";
import { truths } from "./truths.js";
import { values } from "./values.js";

/** Where something is written, and how deep it may go. */
export interface Place {
  readonly choose: Choose;
  readonly names: readonly Name[];
  readonly depth: number;
  /** The kind that it is about. */
  readonly about: About;
  /** Calls of the module's functions. */
  readonly more: readonly Templates[];
  /** The name of the kind. */
  readonly kind: string;
  /** What ends a turn, or the function where none is around. */
  readonly leave: "continue" | "return";
  /** A number that nothing in the program has. */
  readonly next: () => number;
}

const tables: readonly Templates[] = [
  truths,
  scalars,
  collections,
  asked,
  composed,
  values,
  beside,
  statements,
  loops,
  ordinary,
  flags,
  switched,
  reduced,
  phrased,
  gathered,
  everyday,
  held,
];

/** All ways to write a sort that read nothing but what there is. */
function waysOf(sort: string, place: Place): readonly string[] {
  return waysAtAll(sort, place).filter(
    (way) => isInSight(way, place.names) && sortsIn(way).every((one) => isReadable(one, place)),
  );
}

function waysAtAll(sort: string, { about, more }: Place): readonly string[] {
  return [...tables, about.templates, ...more].flatMap((table) => table[sort] ?? []);
}

/** The parts of a template that nothing which it names itself can stand for. */
function sortsIn(way: string): readonly string[] {
  const known = sortsOfWays.get(way) ?? [
    ...new Set(
      [...way.matchAll(token)].flatMap(({ groups }) => (groups?.["names"] ? [] : (groups?.["sort"] ?? []))),
    ),
  ];
  sortsOfWays.set(way, known);
  return known;
}

const sortsOfWays = new Map<string, readonly string[]>();

/** A part of a sort, by one of its templates. */
export function written(sort: string, place: Place): Piece {
  const { choose, depth, leave } = place;
  if (sort === "leave") return { sort: "value", parts: [leave] };
  if (sort === "exit")
    return { sort: "value", parts: [leave === "return" ? leave : choose.among(["break", "return", leave])] };
  const all = waysOf(sort, place);
  // What ends nowhere, as `(@flag? || @flag?)` with no flag in sight, is no way to end.
  const ending = depth <= 0 ? all.filter((way) => !sortsIn(way).includes(sort)) : [];
  const ways = ending.length > 0 ? ending : all;
  const isLeaf = ways.length === 0 || depth <= 0 || choose.often(35);
  // Nothing in sight is of the sort, and each way to write it wants another one.
  if (depth < deepest && !isStatement(sort)) return { sort: "value", parts: ["undefined"] };
  if (depth < 0 && sort === "turn") return written("say", place);
  const leaf = isLeaf ? leafOf(sort, place) : undefined;
  return filled(sort, leaf ?? ways[choose.below(ways.length)] ?? "undefined", place);
}

const deepest = -4;

const token =
  /@(?<sort>\w+\??)(?:\{(?<names>[^}]*)\})?(?:#(?<kept>\d))?|(?<hole>@\{)|%(?<fresh>[a-z]\w*)|#(?<again>\d)/g;

export function filled(sort: string, template: string, place: Place): Piece {
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
  const text = template.replaceAll("$Item", place.about.item).replaceAll("$Kind", place.kind);
  for (const { index, 0: whole, groups = {} } of text.matchAll(token)) {
    const { sort: inner, names = "", kept: keep, hole } = groups;
    parts.push(text.slice(end, index));
    end = index + whole.length;
    if (inner === undefined) parts.push(hole === undefined ? again(whole) : "${");
    else {
      const piece = written(
        inner,
        inside(place, { sort: inner, depth: depthOf(inner, sort, place), names: again(names) }),
      );
      if (keep !== undefined) kept.set(keep, piece);
      parts.push(piece);
    }
  }
  return {
    sort: isStatement(sort) ? "statement" : "value",
    parts: [...parts, text.slice(end)],
  };
}

const nothing: Piece = { sort: "value", parts: [] };

const isStatement = (sort: string): boolean =>
  [statements, loops].some((table) => Object.hasOwn(table, sort)) || sort === "declaration";

/** An expression in a statement is as deep as it likes. */
function depthOf(inner: string, outer: string, { choose, depth }: Place): number {
  return isStatement(outer) && !isStatement(inner) ? choose.among([0, 1, 1, 2, 2, 3]) : depth - 1;
}

interface Part {
  readonly sort: string;
  readonly depth: number;
  readonly names: string;
}

function inside(place: Place, { sort, depth, names }: Part): Place {
  const more = names.split(",").flatMap((one) => {
    const [, text, sort] = /^(.*):(.*)$/.exec(one) ?? [];
    return text === undefined || sort === undefined ? [] : [{ text, sort }];
  });
  const leave = sort === "inner" || sort === "each" ? "continue" : place.leave;
  return { ...place, depth, leave, names: [...place.names, ...more] };
}
