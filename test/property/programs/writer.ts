import type { Choose } from "../choose.js";
import type { Piece } from "./piece.js";

/** A name that a program can read where it stands. */
export interface Name {
  readonly text: string;
  readonly type: string;
  readonly optional: boolean;
}

export interface HelperSignature {
  readonly name: string;
  readonly parameters: readonly Name[];
  readonly type: string;
  readonly optional: boolean;
}

/** What is gathered while a program is written. */
export interface Draft {
  readonly declarations: Piece[];
  readonly helpers: HelperSignature[];
  readonly generators: HelperSignature[];
  /** Names that are taken, so that the same one is chosen twice only on purpose. */
  readonly names: Set<string>;
  /** What the program's cluster can do, e.g. `1.30`. */
  readonly minKubernetes: string;
  /** Whether it takes texts apart by position; such programs are not asked about letters of more than one unit. */
  readonly hasPositions: boolean;
  /** The kinds of which it reads all objects of the cluster; mostly none. */
  readonly others: readonly string[];
}

/** Where an expression or statement is written: what it may read, and how deep it may go. */
export interface Writer {
  readonly choose: Choose;
  readonly draft: Draft;
  readonly names: readonly Name[];
  readonly depth: number;
  /** In a loop nothing may return, outside nothing may continue. */
  readonly inLoop: boolean;
  readonly expression: (type: string, writer: Writer) => Piece;
  readonly optional: (type: string, writer: Writer) => Piece;
}

export function deeper(writer: Writer, ...names: readonly Name[]): Writer {
  return { ...writer, depth: writer.depth - 1, names: [...writer.names, ...names] };
}

/** Names that are words of Rego or CEL, or what emitted code calls its own. */
const stems = [
  "c",
  "item",
  "value",
  "name",
  "input",
  "data",
  "msg",
  "count",
  "some",
  "every",
  "contains",
  "startswith",
  "type",
  "size",
  "has",
  "variables",
  "object2",
  "containerName",
  "isRoot",
  "x_1",
  "element",
  "params2",
  "key",
  "all",
  "violations",
  "message",
  "string",
  "int",
  "matches",
  "default",
  "not",
  "in",
] as const;
const reserved: ReadonlySet<string> = new Set(["default", "in"]);

/** A name that nothing in the program has. */
export function fresh({ choose, draft }: Writer): string {
  const stem = choose.among(stems);
  let name: string = reserved.has(stem) ? `${stem}Value` : stem;
  for (let number = 2; draft.names.has(name); number++) name = `${stem}${number}`;
  draft.names.add(name);
  return name;
}

/** A callback with one parameter: its name, and a writer that sees it. */
export function callback(at: Writer, type: string): { readonly item: string; readonly inner: Writer } {
  const item = fresh(at);
  return { item, inner: { ...at, names: [...at.names, { text: item, type, optional: false }] } };
}

/** Draws one of the writers; every one of them must be able to write something. */
export function oneOf(writer: Writer, ways: readonly [Way, ...Way[]]): Piece {
  return writer.choose.among(ways)(deeper(writer));
}

/** A statement, and the names that it brings in sight of those that follow. */
export interface Made {
  readonly piece: Piece;
  readonly names: readonly Name[];
}

export type Way = (writer: Writer) => Piece;
