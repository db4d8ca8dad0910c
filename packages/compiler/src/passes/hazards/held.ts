import { type Collect, type Expr, type List, type RecordExpr, required } from "@policyc/ir";
import { type Flow, type Names, within } from "./flow.js";
import { atField, atFieldOf, atSome, atSomeOf, somewhere } from "./places.js";

/** The places in a part of an expression. */
export type Inside = (part: Expr) => readonly string[];

/**
 * The places that an expression has by what it is, or by what is made of its operands. Those of its ways, and of what is
 * written in it, are followed anyhow.
 */
export type Own = (expr: Expr, inside: Inside) => readonly string[];

/** A flow that knows where in a value something has the property, however deep. */
export interface DeepFlow extends Flow {
  readonly places: (expr: Expr, names: Names) => readonly string[];
}

export function deepFlow(own: Own, harm: Omit<Flow, "has" | "inTurn" | "places">): DeepFlow {
  const flow: DeepFlow = {
    ...harm,
    places: (expr, names) => placesIn(expr, names, own, flow),
    has: (expr, names) => flow.places(expr, names).includes(""),
    inTurn: () => false,
  };
  return flow;
}

function placesIn(expr: Expr, names: Names, own: Own, flow: DeepFlow): readonly string[] {
  const inside: Inside = (part) => flow.places(part, names);
  return [...passedOn(expr, names, flow), ...own(expr, inside)];
}

function passedOn(expr: Expr, names: Names, flow: DeepFlow): readonly string[] {
  const inside: Inside = (part) => flow.places(part, names);
  switch (expr.kind) {
    case "local":
      return heldBy(expr.name, names);
    case "conditional":
      return [expr.then, expr.else].flatMap(inside);
    case "coalesce":
      return [expr.of, expr.fallback].flatMap(inside);
    case "let":
      return flow.places(expr.body, within(expr, flow, names));
    case "list":
      return inList(expr, inside);
    case "record":
      return inRecord(expr, inside);
    case "field":
      return inside(expr.of).flatMap((place) => atFieldOf(place, expr.name));
    case "index":
      return inside(expr.of).flatMap((place) => atKeysOf(place, keysOf(expr.key)));
    case "collect":
      return inTurns(expr, flow.places(expr.value, within(expr, flow, names)));
    default:
      return [];
  }
}

/** The keys that it may be, where they are known: `limits[mode]` of a `mode: "strict" | "lax"`. */
function keysOf(key: Expr): readonly string[] | undefined {
  if (key.kind === "literal") return [`${key.value}`];
  const type = required(key.type);
  return type.kind === "string" ? type.literals : undefined;
}

function atKeysOf(place: string, keys: readonly string[] | undefined): readonly string[] {
  return keys === undefined ? atSomeOf(place) : keys.flatMap((key) => atFieldOf(place, key));
}

function heldBy(name: string, names: Names): readonly string[] {
  return [...names].flatMap((held) =>
    held === name || held.startsWith(`${name}/`) ? [held.slice(name.length)] : [],
  );
}

function inList({ items }: List, inside: Inside): readonly string[] {
  const isFixed = !items.some(({ spread }) => spread);
  return items.flatMap(({ spread, value }, position) => {
    if (spread) return inside(value).map(somewhere);
    return inside(value).map((place) => (isFixed ? atField(place, `${position}`) : atSome(place)));
  });
}

function inRecord({ entries }: RecordExpr, inside: Inside): readonly string[] {
  return entries.flatMap(({ name, value }) => inside(value).map((place) => atField(place, name)));
}

/** What the turns make is in a list, or is part of it. */
function inTurns({ into, flatten }: Collect, values: readonly string[]): readonly string[] {
  return flatten && into === "list" ? values.map(somewhere) : values.map(atSome);
}
