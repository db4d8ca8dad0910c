/**
 * A part of a program's text. Pieces of one sort may stand in each other's place, which is all that shrinking has to
 * know of TypeScript: what no longer compiles is not taken.
 */
export interface Piece {
  readonly sort: string;
  readonly parts: readonly (string | Piece)[];
}

/** `Container` of a list, whose sort is `Container[]`. */
export function elementSort(list: Piece): string {
  return list.sort.slice(0, -2);
}

type Template = (text: TemplateStringsArray, ...parts: readonly (string | Piece)[]) => Piece;

/** `` piece("number")`${left} + ${right}` ``. */
export function piece(sort: string): Template {
  return (text, ...parts) => ({
    sort,
    parts: text.flatMap((chunk, position) => {
      const part = parts[position];
      return part === undefined ? [chunk] : [chunk, part];
    }),
  });
}

/** Pieces one after the other. */
export function together(sort: string, pieces: readonly Piece[], separator = ""): Piece {
  return {
    sort,
    parts: pieces.flatMap((each, position) => (position === 0 ? [each] : [separator, each])),
  };
}

export function textOf({ parts }: Piece): string {
  return parts.map((part) => (typeof part === "string" ? part : textOf(part))).join("");
}

/** What stands for a piece when nothing of it matters. */
const smallest: Readonly<Record<string, string>> = {
  string: '""',
  number: "0",
  boolean: "true",
  map: "{}",
  statement: "",
  declaration: "",
};

/** All programs with one piece less or one that is smaller, those that lose most first. */
export function smaller(program: Piece): readonly Piece[] {
  const size = textOf(program).length;
  return replacements(program)
    .map((candidate) => ({ candidate, length: textOf(candidate).length }))
    .filter(({ length }) => length < size)
    .sort((one, other) => one.length - other.length)
    .map(({ candidate }) => candidate);
}

function replacements(whole: Piece): readonly Piece[] {
  const here = [...standIns(whole), ...descendants(whole).filter(({ sort }) => sort === whole.sort)];
  const below = whole.parts.flatMap((part, position) =>
    typeof part === "string"
      ? []
      : replacements(part).map((replaced) => ({ ...whole, parts: whole.parts.with(position, replaced) })),
  );
  return [...here, ...below];
}

function standIns({ sort }: Piece): readonly Piece[] {
  const text = sort.endsWith("?") ? "undefined" : sort.endsWith("[]") ? "[]" : smallest[sort];
  return text === undefined ? [] : [{ sort, parts: [text] }];
}

function descendants({ parts }: Piece): readonly Piece[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : [part, ...descendants(part)]));
}
