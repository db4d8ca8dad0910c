import { elementOf, shapes } from "../objects/shapes.js";
import { type Piece, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { callback, type Writer } from "./writer.js";

const boolean = piece("boolean");

/** `!xs.find((x) => …)?.list?.some((y) => …)`: a question for a list of what may not be there. */
export function ofFound(at: Writer): Piece {
  const all = anyList(at);
  const type = elementOf(all.sort) ?? all.sort;
  const { item, inner } = callback(at, type);
  const found = boolean`${all}.find((${item}) => ${at.expression("boolean", inner)})`;
  const lists = (shapes.get(type) ?? []).filter((field) => elementOf(field.type) === "string");
  const [first, ...others] = lists;
  if (first === undefined) return boolean`(${found} === undefined)`;
  const { name, optional } = at.choose.among([first, ...others]);
  const asked = at.choose.often(50)
    ? boolean`includes(${at.expression("string", at)})`
    : boolean`${at.choose.among(["some", "every"])}(${ofEach(at)})`;
  return boolean`!${found}?.${name}${optional ? "?" : ""}.${asked}`;
}

function ofEach(at: Writer): Piece {
  const { item, inner } = callback(at, "string");
  return piece("function")`(${item}) => ${at.expression("boolean", inner)}`;
}
