import { type Collect, type Expr, type List, type RecordExpr, required } from "@policyc/ir";
import { type Flow, heldBy, type Names, within } from "./flow.js";
import { atField, atFieldOf, atSome, atSomeOf, somewhere } from "./places.js";

/** What is asked for while a value is gone through. */
interface Search {
  readonly flow: Flow;
  /** Does the list hold at most one? */
  readonly isSingle: (expr: Expr) => boolean;
}

/**
 * Where in a value there is a list whose order is nobody's choice: the value itself, or something in it. The list
 * `[Object.keys(labels), names].flat()` has no order because of one of its elements.
 */
export function unorderedIn(expr: Expr, names: Names, search: Search): readonly string[] {
  const inside = (part: Expr, known = names): readonly string[] => unorderedIn(part, known, search);
  switch (expr.kind) {
    case "local":
      return heldBy(expr.name, names);
    case "conditional":
      return [expr.then, expr.else].flatMap((way) => inside(way));
    case "coalesce":
      return [expr.of, expr.fallback].flatMap((way) => inside(way));
    case "let":
      return inside(expr.body, within(expr, search.flow, names));
    case "list":
      return inList(expr, inside);
    case "record":
      return inRecord(expr, inside);
    case "field":
      return inside(expr.of).flatMap((place) => atFieldOf(place, expr.name));
    case "index":
      return inside(expr.of).flatMap((place) =>
        expr.key.kind === "literal" ? atFieldOf(place, `${expr.key.value}`) : atSomeOf(place),
      );
    case "collect":
      return [
        ...inValues(expr, names, search),
        ...(isMadeUnordered(expr, inside) && !search.isSingle(expr) ? [""] : []),
      ];
    case "call":
      if (keeping.has(expr.intrinsic))
        return expr.args.slice(0, 1).flatMap((list) => inside(list).map(somewhere));
      return isUnorderedItself(expr) ? [""] : [];
    default:
      return isUnorderedItself(expr) ? [""] : [];
  }
}

/** A list that nothing else makes unordered. */
export function isUnorderedItself(expr: Expr): boolean {
  if (expr.kind === "collect")
    return expr.into === "list" && required(expr.iteration.over.type).kind !== "list";
  return expr.kind === "inventory" || (expr.kind === "call" && expr.intrinsic === "map.keys");
}

type Inside = (part: Expr) => readonly string[];

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
function inValues(expr: Collect, names: Names, search: Search): readonly string[] {
  const found = unorderedIn(expr.value, within(expr, search.flow, names), search);
  if (expr.into === "set") return [];
  return expr.flatten && expr.into === "list" ? found.map(somewhere) : found.map(atSome);
}

function isMadeUnordered(expr: Collect, inside: Inside): boolean {
  return isUnorderedItself(expr) || (expr.into === "list" && inside(expr.iteration.over).includes(""));
}

/** Their result is in the order of what they are given. */
const keeping: ReadonlySet<string> = new Set(["list.slice", "list.distinct", "list.reversed"]);
