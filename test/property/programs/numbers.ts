import { elementSort, type Piece, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { textLiteral } from "./texts.js";
import { callback, fresh, type Way, type Writer } from "./writer.js";

const number = piece("number");

const literals = ["0", "1", "2", "3", "-1", "10", "100", "1e6", "2147483648"] as const;

export function numberLiteral({ choose }: Writer): Piece {
  return number`${choose.often(80) ? choose.among(["0", "1", "2", "3", "5", "10", "80", "-1"]) : choose.among(literals)}`;
}

const some: Way = (at) => at.expression("number", at);
const text: Way = (at) => at.expression("string", at);

/** What a test has shown to be digits, perhaps with zeros before them. */
function ofDigits(at: Writer): Piece {
  const name = fresh(at);
  const [pattern, read] = [at.choose.among(digits), at.choose.among(["Number(x)", "parseInt(x, 10)", "+x"])];
  const declared = at.choose.often(50)
    ? `return /${pattern}/.test(x) ? ${read} : 7;`
    : `if (!/${pattern}/.test(x)) return -1; return ${read} + 1;`;
  at.draft.declarations.push(piece("declaration")`function ${name}(x: string): number { ${declared} }`);
  const zeros = at.choose.among(["", "0", "00"]);
  return number`${name}(${at.choose.often(50) ? piece("string")`\`${zeros}\${${some(at)}}\`` : text(at)})`;
}

const digits = ["^\\d{1,5}$", "^[0-9]{1,15}$", "^(0|[1-9]\\d{0,4})$", "^[1-9][0-9]?$", "^\\d$"] as const;

export const numberWays: readonly [Way, ...Way[]] = [
  (at) => number`${anyList(at)}.length`,
  (at) => number`${anyList(at)}.length`,
  (at) => number`codePointLength(${text(at)})`,
  (at) => number`(${some(at)} ${at.choose.among(["+", "-"])} ${some(at)})`,
  (at) => number`(${some(at)} * ${at.choose.among(["2", "10", "-1"])})`,
  (at) =>
    number`Math.${at.choose.among(["floor", "ceil", "round", "trunc"])}(${some(at)} / ${at.choose.among(["2", "3", "10"])})`,
  (at) => number`(${some(at)} % ${at.choose.among(["2", "3", "10"])})`,
  (at) => number`(-${some(at)})`,
  (at) => number`Math.${at.choose.among(["abs", "floor", "ceil", "round", "trunc"])}(${some(at)})`,
  (at) => number`Math.${at.choose.among(["min", "max"])}(${some(at)}, ${some(at)})`,
  (at) =>
    at.draft.hasPositions
      ? number`${text(at)}.indexOf(${at.choose.often(70) ? textLiteral(at) : text(at)})`
      : number`codePointLength(${text(at)})`,
  (at) =>
    at.draft.hasPositions
      ? number`${text(at)}.lastIndexOf(${at.choose.often(70) ? textLiteral(at) : text(at)})`
      : number`${at.expression("string[]", at)}.length`,
  (at) =>
    number`${at.expression("string[]", at)}.${at.choose.among(["indexOf", "lastIndexOf"])}(${text(at)})`,
  (at) => number`(parseInteger(${text(at)}) ?? ${numberLiteral(at)})`,
  (at) =>
    number`Math.${at.choose.among(["floor", "round"])}(parseNumber(${text(at)}) ?? ${numberLiteral(at)})`,
  ofDigits,
  (at) => number`new Set(${at.expression(at.choose.among(["string[]", "number[]"]), at)}).size`,
  (at) => number`Object.keys(${at.expression("map", at)}).length`,
  sum,
  extreme,
  counted,
  crossed,
  crossed,
  position,
];

/** A sum over what a list has. */
function sum(at: Writer): Piece {
  const list = anyList(at);
  const [total, item] = [fresh(at), fresh(at)];
  const inner = {
    ...at,
    names: [...at.names, { text: item, type: elementSort(list), optional: false }],
  };
  return number`${list}.reduce((${total}, ${item}) => ${total} + ${some(inner)}, 0)`;
}

function extreme(at: Writer): Piece {
  const list = anyList(at);
  const { item, inner } = callback(at, elementSort(list));
  const called = at.choose.among(["min", "max"]);
  return number`Math.${called}(${numberLiteral(at)}, ...${list}.map((${item}) => ${some(inner)}))`;
}

function counted(at: Writer): Piece {
  const list = anyList(at);
  const { item, inner } = callback(at, elementSort(list));
  return number`${list}.filter((${item}) => ${at.expression("boolean", inner)}).length`;
}

/** How many of one list find something in another one, which may be more than one thing. */
function crossed(at: Writer): Piece {
  const [one, other] = [anyList(at), anyList(at)];
  const [item, found] = [fresh(at), fresh(at)];
  const names = [
    { text: item, type: elementSort(one), optional: false },
    { text: found, type: elementSort(other), optional: false },
  ];
  const inner = { ...at, names: [...at.names, ...names] };
  const called = at.choose.among(["some", "some", "every"]);
  const test = piece("boolean")`${other}.${called}((${found}) => ${at.expression("boolean", inner)})`;
  return number`${one}.filter((${item}) => ${at.choose.often(30) ? piece("boolean")`!${test}` : test}).length`;
}

function position(at: Writer): Piece {
  const list = anyList(at);
  const { item, inner } = callback(at, elementSort(list));
  return number`${list}.findIndex((${item}) => ${at.expression("boolean", inner)})`;
}
