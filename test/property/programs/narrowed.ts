import { type Piece, piece, textOf } from "./piece.js";
import { optionalReadOf } from "./reads.js";
import type { Way, Writer } from "./writer.js";

const boolean = piece("boolean");

/** `c.image !== undefined && c.image.length > 3`: what a test has shown to be there is read without a fallback. */
export const narrowed: Way = (at) => {
  const type = at.choose.among(["string", "string", "number", "boolean", "map"]);
  const path = optionalReadOf(type, at);
  if (path === undefined) return at.expression("boolean", at);
  const there = at.choose.often(80) ? "!== undefined" : "!= null";
  const asked = at.expression("boolean", knowing(path, type, at));
  const form = at.choose.below(4);
  if (form === 0) return boolean`(${path} ${there} && ${asked})`;
  if (form === 1) return boolean`!(${path} ${there} && ${asked})`;
  if (form === 2) return boolean`(${path} ${there.replace("!", "=")} || ${asked})`;
  return boolean`(${path} ${there} ? ${asked} : ${at.expression("boolean", at)})`;
};

/** Where the value at the path is known to be there; mostly nothing else is read. */
function knowing(path: Piece, type: string, at: Writer): Writer {
  const text = at.choose.often(50) ? textOf(path) : textOf(path).replaceAll("?.", ".");
  const name = { text, type, optional: false };
  const others = at.choose.often(60) ? [] : at.names;
  return { ...at, names: [...others, name] };
}
