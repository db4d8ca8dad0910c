import { elementOf } from "../objects/shapes.js";
import { fieldOfFound } from "./found.js";
import { elementSort, type Piece, piece, together } from "./piece.js";
import { anyList, entryOf, optionalReadOf } from "./reads.js";
import { separator } from "./texts.js";
import { callback, type Way, type Writer } from "./writer.js";

const small = ({ choose }: Writer): Piece => piece("number")`${String(choose.among([0, 1, 2, -1]))}`;

/** A list of texts, numbers or records that some other list has. */
export function listOf(type: string, at: Writer): Piece {
  const element = elementOf(type) ?? type;
  const ways = listWays(element);
  return at.choose.among(ways)(at);
}

function listWays(element: string): readonly [Way, ...Way[]] {
  const type = `${element}[]`;
  const list = piece(type);
  const same: Way = (at) => at.expression(type, at);
  const filtered: Way = (at) => {
    const of = same(at);
    const { item, inner } = callback(at, element);
    return list`${of}.filter((${item}) => ${at.expression("boolean", inner)})`;
  };
  const general: readonly [Way, ...Way[]] = [
    filtered,
    filtered,
    (at) => list`${same(at)}.slice(${small(at)})`,
    (at) => list`${same(at)}.slice(${small(at)}, ${small(at)})`,
    (at) => list`${same(at)}.concat(${same(at)})`,
    (at) => list`[...${same(at)}, ...${same(at)}]`,
    (at) => flatMapped(at, type),
    (at) => list`${same(at)}.toReversed()`,
  ];
  if (element !== "string" && element !== "number" && element !== "Entry") return general;
  const literal: Way = (at) =>
    list`[${together(
      "items",
      Array.from({ length: 1 + at.choose.below(3) }, () => at.expression(element, at)),
      ", ",
    )}]`;
  const mapped: Way = (at) => {
    const of = anyList(at);
    const { item, inner } = callback(at, elementSort(of));
    return list`${of}.map((${item}) => (${at.expression(element, inner)}))`;
  };
  const numeric: readonly [Way, ...Way[]] = [...general, literal, mapped, mapped];
  if (element !== "string") return numeric;
  return [
    ...numeric,
    (at) => list`${at.expression("string", at)}.split(${separator(at)})`,
    (at) => list`sorted(Object.keys(${at.expression("map", at)}))`,
    (at) => list`sorted(${same(at)})`,
    (at) => list`${at.expression("string", at)}.split(${separator(at)}, ${String(at.choose.below(3))})`,
    (at) => list`[...new Set(${same(at)})]`,
  ];
}

function flatMapped(at: Writer, type: string): Piece {
  const of = anyList(at);
  const { item, inner } = callback(at, elementSort(of));
  return piece(type)`${of}.flatMap((${item}) => ${at.expression(type, inner)})`;
}

/** A value that may be absent. */
export function optionalOf(type: string, at: Writer): Piece {
  const optional = piece(`${type}?`);
  const read = optionalReadOf(type, at);
  const inner = { ...at, depth: at.depth - 1 };
  const field = at.depth > 0 && at.choose.often(20) ? fieldOfFound(type, inner) : undefined;
  if (field !== undefined) return field;
  if (read !== undefined && (at.depth <= 0 || at.choose.often(60))) return optional`${whereNull(read, at)}`;
  const entry = type === "string" ? entryOf(inner) : undefined;
  if (entry !== undefined && at.choose.often(50)) return entry;
  if (at.depth <= 0 || at.choose.often(25))
    return optional`(${at.expression("boolean", inner)} ? ${at.expression(type, inner)} : undefined)`;
  if (type === "boolean" || type === "map")
    return optional`(${at.expression("boolean", inner)} ? undefined : ${at.expression(type, inner)})`;
  if (type === "string" && at.choose.often(15))
    return optional`${at.optional("string", inner)}?.${at.choose.among(["trim", "trimEnd"])}()`;
  const list = at.expression(`${type}[]`, inner);
  if (at.choose.often(30)) return optional`${list}.at(${small(at)})`;
  if (at.choose.often(30)) return optional`${list}[${String(at.choose.below(3))}]`;
  const { item, inner: where } = callback(inner, type);
  return optional`${list}.${at.choose.among(["find", "find", "findLast"])}((${item}) => ${at.expression("boolean", where)})`;
}

/** What may be `null` is of no type that may be `undefined`. */
function whereNull(read: Piece, at: Writer): Piece {
  const isCustom = at.names.some(({ type }) => type.startsWith("Widget"));
  return isCustom && at.choose.often(80) ? piece(read.sort)`given(${read})` : read;
}
