import { type Piece, piece } from "./piece.js";
import type { Made, Name, Writer } from "./writer.js";

/** What most statements are written with. */
export const statement = piece("statement");
export const text = (at: Writer): Piece => at.expression("string", at);
export const number = (at: Writer): Piece => at.expression("number", at);
export const boolean = (at: Writer): Piece => at.expression("boolean", at);
export const only = (made: Piece): Made => ({ piece: made, names: [] });

export function named(name: string, type: string, optional = false): Name {
  return { text: name, type, optional };
}

/** Where something is declared: in the module, where it reads nothing of the check, or before what uses it. */
export interface Place {
  readonly inside: Writer;
  readonly put: (declaration: Piece) => Piece;
}

export function place(at: Writer): Place {
  if (at.choose.often(40)) return { inside: at, put: (declaration) => declaration };
  return inModule(at);
}

export function inModule(at: Writer): Place {
  const put = (declaration: Piece): Piece => {
    at.draft.declarations.push(declaration);
    return statement``;
  };
  return { inside: { ...at, names: [] }, put };
}
