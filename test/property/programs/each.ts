import { elementSort, type Piece } from "./piece.js";
import { anyList } from "./reads.js";
import { named } from "./words.js";
import { deeper, fresh, type Writer } from "./writer.js";

/** A list, a name for each element of it, and a writer that knows that name. */
export interface Each {
  readonly list: Piece;
  readonly item: string;
  readonly inside: Writer;
}

/** In a loop it may also be said `continue`, where a function is given each element it may not. */
export function eachOf(at: Writer, isLoop = false): Each {
  const list = anyList(deeper(at));
  const item = fresh(at);
  const around = isLoop ? { ...at, inLoop: true } : at;
  return { list, item, inside: deeper(around, named(item, elementSort(list))) };
}
