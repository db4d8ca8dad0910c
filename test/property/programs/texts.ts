import { textValue } from "../objects/values.js";
import { type Piece, piece, textOf } from "./piece.js";
import { fresh, type Way, type Writer } from "./writer.js";

const string = piece("string");

export function textLiteral({ choose }: Writer): Piece {
  return string`${JSON.stringify(textValue(choose.among(["text", "image", "label", "name", "word"]), choose, { bmpOnly: true }))}`;
}

/** What a text is taken apart at: at nothing, JavaScript takes it apart into units. */
export function separator(at: Writer): Piece {
  const written = textLiteral(at);
  return textOf(written) === '""' ? string`":"` : written;
}

/** `$` has a meaning there. */
function replacement(at: Writer): Piece {
  const written = textLiteral(at);
  return textOf(written).includes("$") ? string`"-"` : written;
}

const some: Way = (at) => at.expression("string", at);
const number: Way = (at) => at.expression("number", at);
const small = ({ choose }: Writer): Piece =>
  piece("number")`${String(choose.among([0, 1, 2, 3, 5, -1, -2]))}`;

const position = ({ choose }: Writer): Piece => piece("number")`${String(choose.below(5))}`;

/** What goes into a message: texts, numbers and truths. */
export const template: Way = (at) => {
  const parts = Array.from({ length: 1 + at.choose.below(3) }, () =>
    at.choose.often(65) ? some(at) : at.expression(at.choose.among(["number", "boolean"]), at),
  );
  const words = () => at.choose.among(["", " ", "x", "%", "must not ", ": ", "<", "%d"]);
  return {
    sort: "string",
    parts: ["`", ...parts.flatMap((part) => [words(), "${", part, "}"]), words(), "`"],
  };
};

const plainWays: readonly [Way, ...Way[]] = [
  template,
  template,
  (at) => string`(${some(at)} + ${at.choose.often(70) ? some(at) : number(at)})`,
  (at) => string`${some(at)}.trim()`,
  (at) => string`${some(at)}.${at.choose.among(["trimStart", "trimEnd", "toString"])}()`,
  (at) => string`${some(at)}.replaceAll(${separator(at)}, ${replacement(at)})`,
  (at) => string`${some(at)}.replace(${separator(at)}, ${replacement(at)})`,
  (at) => string`${some(at)}.repeat(${String(at.choose.below(3))})`,
  (at) => string`(${some(at)}.split(${separator(at)})[${String(at.choose.below(3))}] ?? ${textLiteral(at)})`,
  (at) => string`${at.expression("string[]", at)}.join(${textLiteral(at)})`,
  (at) => string`${at.expression("number[]", at)}.join(${textLiteral(at)})`,
  (at) => string`String(${at.expression(at.choose.among(["number", "boolean"]), at)})`,
  (at) => string`[${some(at)}, ${some(at)}].join(${textLiteral(at)})`,
  (at) => {
    const name = fresh(at);
    const list = at.expression("string[]", at);
    const inner = { ...at, names: [...at.names, { text: name, type: "string", optional: false }] };
    return string`${list}.map((${name}) => ${some(inner)}).join(${textLiteral(at)})`;
  },
  (at) => string`${at.choose.among(["imageRegistry", "imageRepository"])}(${some(at)})`,
  (at) => string`(${at.choose.among(["imageTag", "imageDigest"])}(${some(at)}) ?? ${textLiteral(at)})`,
];

/** By positions, which JavaScript counts in units and the engines in characters. */
const positionedWays: readonly Way[] = [
  (at) => string`${some(at)}.slice(${small(at)})`,
  (at) => string`${some(at)}.slice(${small(at)}, ${at.choose.often(80) ? small(at) : number(at)})`,
  (at) => string`${some(at)}.substring(${position(at)}, ${position(at)})`,
  (at) => string`${some(at)}.substring(${number(at)})`,
  (at) => string`${some(at)}.slice(${some(at)}.indexOf(${textLiteral(at)}) + 1)`,
  (at) => string`${some(at)}.padStart(${small(at)}, ${textLiteral(at)})`,
  (at) => string`${some(at)}.padEnd(${small(at)})`,
  (at) => string`${some(at)}.charAt(${position(at)})`,
  (at) => string`(${some(at)}.at(${small(at)}) ?? ${textLiteral(at)})`,
];

export function textWays({ draft }: Writer): readonly [Way, ...Way[]] {
  return draft.hasPositions ? [...plainWays, ...positionedWays] : plainWays;
}
