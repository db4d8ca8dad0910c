import { elementOf, shapes } from "../objects/shapes.js";
import { pathsOf } from "./paths.js";
import { type Piece, piece } from "./piece.js";
import { anyList, listOfRecords } from "./reads.js";
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

/** `xs.findLast((x) => …)?.a.b`, `xs.at(-1)?.a`: what one element has, of an object's list or of one that is made in place. */
export function fieldOfFound(type: string, at: Writer): Piece | undefined {
  const all = (at.choose.often(60) ? listOfRecords(at) : undefined) ?? anyList(at);
  const element = elementOf(all.sort) ?? all.sort;
  const optional = piece(`${type}?`);
  const paths = pathsOf(element).filter((path) => path.type === type);
  const path = paths[at.choose.below(paths.length)];
  if (path !== undefined) return optional`${found(all, element, at)}?${path.text}`;
  if (type !== "string") return undefined;
  const { item, inner } = callback(at, element);
  const [name, says] = [at.expression("string", inner), at.expression("string", inner)];
  const [one, made] = [
    at.choose.among(["one", "it"]),
    piece("row[]")`${all}.map((${item}) => ({ name: ${name}, says: ${says} }))`,
  ];
  return at.choose.often(50)
    ? optional`${made}.at(${at.choose.among(["-1", "0", "1"])})?.says`
    : optional`${made}.${search(at)}((${one}) => ${one}.name !== ${at.expression("string", at)})?.says`;
}

function found(all: Piece, element: string, at: Writer): Piece {
  if (at.choose.often(40)) return piece(`${element}?`)`${all}.at(${at.choose.among(["-1", "-1", "0", "1"])})`;
  const { item, inner } = callback(at, element);
  // What random tests ask for is seldom found.
  const [name] = pathsOf(element).filter(({ type, optional }) => type === "string" && !optional);
  const test =
    name !== undefined && at.choose.often(60)
      ? piece("boolean")`${item}${name.text} !== "a"`
      : at.expression("boolean", inner);
  return piece(`${element}?`)`${all}.${search(at)}((${item}) => ${test})`;
}

function search({ choose }: Writer): string {
  return choose.among(["find", "findLast", "findLast"]);
}

function ofEach(at: Writer): Piece {
  const { item, inner } = callback(at, "string");
  return piece("function")`(${item}) => ${at.expression("boolean", inner)}`;
}
