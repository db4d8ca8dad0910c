import { elementOf, shapes } from "../objects/shapes.js";
import { keys } from "../objects/values.js";
import { pathsOf } from "./paths.js";
import { type Piece, piece } from "./piece.js";
import type { Name, Writer } from "./writer.js";

interface Read {
  readonly text: string;
  readonly type: string;
  readonly optional: boolean;
}

/** All that a program can read by name and path where it stands. */
function reads({ names }: Writer): readonly Read[] {
  return names.flatMap((name) => [name, ...pathsBehind(name)]);
}

function pathsBehind({ text, type, optional }: Name): readonly Read[] {
  return pathsOf(type).map((path) => ({
    text: `${text}${optional ? "?" : ""}${path.text}`,
    type: path.type,
    optional: optional || path.optional,
  }));
}

/** A value of the type that is there already, with what stands for it where it is absent. */
export function readOf(type: string, writer: Writer): Piece | undefined {
  const found = reads(writer).filter((read) => read.type === type && (!read.optional || canBeMadeUp(type)));
  const read = found[writer.choose.below(found.length)];
  if (read === undefined) return undefined;
  if (!read.optional) return piece(type)`${read.text}`;
  const fallback = fallbackOf(type, writer);
  return fallback === undefined ? undefined : piece(type)`(${read.text} ?? ${fallback})`;
}

export function canRead(type: string, writer: Writer): boolean {
  return reads(writer).some((read) => read.type === type && !read.optional);
}

/** A path that may be absent. */
export function optionalReadOf(type: string, writer: Writer): Piece | undefined {
  const found = reads(writer).filter((read) => read.type === type && read.optional);
  const read = found[writer.choose.below(found.length)];
  return read === undefined ? undefined : piece(`${type}?`)`${read.text}`;
}

function canBeMadeUp(type: string): boolean {
  return elementOf(type) !== undefined || ["string", "number", "boolean", "map"].includes(type);
}

function fallbackOf(type: string, writer: Writer): Piece | undefined {
  if (elementOf(type) !== undefined) return piece(type)`[]`;
  if (type === "map") return piece(type)`{}`;
  if (!["string", "number", "boolean"].includes(type)) return undefined;
  // Without names nothing but a literal is left, which is what mostly stands there.
  const names = writer.choose.often(15) ? writer.names : [];
  return writer.expression(type, { ...writer, names, depth: 0 });
}

/** `labels["app"]`. */
export function entryOf(writer: Writer): Piece | undefined {
  const found = reads(writer).filter(({ type }) => type === "map");
  const read = found[writer.choose.below(found.length)];
  if (read === undefined) return undefined;
  const key = writer.choose.often(80)
    ? piece("string")`${JSON.stringify(writer.choose.among(keys))}`
    : writer.expression("string", { ...writer, depth: writer.depth - 1 });
  return piece("string?")`${read.text}${read.optional ? "?." : ""}[${key}]`;
}

/** A list that may be absent, as it is read. */
export function optionalList(writer: Writer): Piece | undefined {
  const found = reads(writer).filter(({ type, optional }) => optional && type.endsWith("[]"));
  const read = found[writer.choose.below(found.length)];
  return read === undefined ? undefined : piece(`${read.type}?`)`${read.text}`;
}

/** A list that is there to be gone through, and the type of what is in it. */
export function anyList(writer: Writer): Piece {
  const read = listThat(() => true, writer);
  return read === undefined || writer.choose.often(15) ? writer.expression("string[]", writer) : read;
}

/** A list of what has lists of records itself. */
export function listOfLists(writer: Writer): Piece | undefined {
  return listThat((element) => (shapes.get(element) ?? []).some(({ type }) => isOfRecords(type)), writer);
}

/** A list of records. */
export function listOfRecords(writer: Writer): Piece | undefined {
  return listThat((element) => shapes.has(element), writer);
}

function isOfRecords(type: string): boolean {
  return shapes.has(elementOf(type) ?? "");
}

function listThat(fits: (element: string) => boolean, writer: Writer): Piece | undefined {
  const found = reads(writer).filter(({ type }) => type.endsWith("[]") && fits(elementOf(type) ?? ""));
  const read = found[writer.choose.below(found.length)];
  if (read === undefined) return undefined;
  const { text, type, optional } = read;
  return optional ? piece(type)`(${text} ?? [])` : piece(type)`${text}`;
}
