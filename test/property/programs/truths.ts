import { ofFound } from "./found.js";
import { intrinsicWays, table } from "./intrinsics.js";
import { narrowed } from "./narrowed.js";
import { elementSort, type Piece, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { textLiteral } from "./texts.js";
import { fresh, type Way, type Writer } from "./writer.js";

const boolean = piece("boolean");

const some: Way = (at) => at.expression("boolean", at);
const text: Way = (at) => at.expression("string", at);
const number: Way = (at) => at.expression("number", at);
const primitive = (at: Writer): string => at.choose.among(["string", "number", "boolean"]);

const patterns = [
  "/a/",
  "/^a/",
  "/:/",
  "/^[a-z0-9-]+$/",
  "/\\d+/",
  "/^\\s*$/",
  "/a.b/",
  "/(nginx|web)(:.*)?$/",
  "/[^/]+$/",
  "/\\bapp\\b/",
  "/^.{1,3}$/",
  "/A/i",
  "/\\w-\\w/",
  "/\\./",
] as const;

const globs = ['"*"', '"a*"', '"*a"', '"*a*"', '"a?"', '"reg*/a"', '"nginx"', '"a.b*"', '"?"', '""'] as const;

/** What stands behind `if`: a truth, or a value whose presence is one. */
export function condition(at: Writer): Piece {
  if (at.choose.often(75)) return some(at);
  const type = at.choose.among(["string", "number", "boolean"]);
  return at.choose.often(60) ? at.optional(type, at) : at.expression(type, at);
}

export const truthWays: readonly [Way, ...Way[]] = [
  (at) =>
    boolean`((parseNumber(${at.expression("string", at)}) ?? 0.5) ${at.choose.among(["<", ">=", "==="])} ${at.choose.among(["0.5", "0.1", "1.5", "3"])})`,
  (at) => boolean`(${number(at)} ${at.choose.among(["<", "<=", ">", ">=", "===", "!=="])} ${number(at)})`,
  (at) =>
    boolean`(${number(at)} / ${at.choose.among(["2", "3", "10"])} ${at.choose.among(["<", "<=", ">", ">=", "==="])} ${at.choose.among(["0.5", "-0.25", "0.1", "1.5", "3"])})`,
  (at) => boolean`(${text(at)} ${at.choose.among(["===", "!=="])} ${text(at)})`,
  (at) => boolean`(${text(at)} ${at.choose.among(["<", "<=", ">", ">="])} ${text(at)})`,
  (at) => {
    const type = primitive(at);
    return boolean`(${at.optional(type, at)} ${at.choose.among(["===", "!=="])} ${at.expression(type, at)})`;
  },
  (at) => {
    const type = primitive(at);
    return boolean`(${at.optional(type, at)} ${at.choose.among(["===", "!=="])} ${at.optional(type, at)})`;
  },
  (at) => boolean`(${at.optional(primitive(at), at)} ${at.choose.among(["===", "!=="])} undefined)`,
  (at) =>
    boolean`(${at.optional("boolean", at)} ${at.choose.among(["===", "!=="])} ${at.choose.among(["true", "false"])})`,
  (at) => boolean`(${at.optional("boolean", at)} ?? ${at.choose.among(["true", "false"])})`,
  (at) =>
    boolean`${text(at)}.${at.choose.among(["startsWith", "endsWith", "includes"])}(${at.choose.often(70) ? textLiteral(at) : text(at)})`,
  (at) => boolean`!${some(at)}`,
  (at) => boolean`!!${at.optional(primitive(at), at)}`,
  (at) => boolean`(${some(at)} && ${some(at)})`,
  (at) => boolean`(${some(at)} || ${some(at)})`,
  (at) => boolean`${at.choose.among(patterns)}.test(${text(at)})`,
  (at) => boolean`globMatches(${at.choose.often(85) ? at.choose.among(globs) : text(at)}, ${text(at)})`,
  (at) => boolean`${at.expression("string[]", at)}.includes(${text(at)})`,
  (at) => boolean`new Set(${at.expression("string[]", at)}).has(${text(at)})`,
  (at) => {
    const type = primitive(at);
    return boolean`[${at.optional(type, at)}, ${at.expression(type, at)}].includes(${at.optional(type, at)})`;
  },
  (at) => {
    const type = at.choose.among(["string", "number"]);
    return boolean`new Set([${at.optional(type, at)}, ${at.expression(type, at)}]).has(${at.optional(type, at)})`;
  },
  (at) =>
    boolean`(${at.optional("string", at)}?.${at.choose.among(["startsWith", "includes"])}(${text(at)}) ?? ${some(at)})`,
  (at) => boolean`(${textLiteral(at)} in ${at.expression("map", at)})`,
  (at) => boolean`Number.isInteger(${number(at)})`,
  (at) => boolean`deepEqual(${at.expression("string[]", at)}, ${at.expression("string[]", at)})`,
  (at) => boolean`deepEqual(${at.expression("map", at)}, ${at.expression("map", at)})`,
  (at) => boolean`isQuantity(${text(at)})`,
  (at) => boolean`Object.values(${at.expression("map", at)}).includes(${text(at)})`,
  ...intrinsicWays,
  table,
  ofFound,
  narrowed,
  narrowed,
  quantities,
  quantified,
  quantified,
  quantified,
  share,
  entries,
  typed,
];

/** `xs.some((x) => …)`, also with the index. */
function quantified(at: Writer): Piece {
  const list = anyList(at);
  const item = fresh(at);
  const names = [...at.names, { text: item, type: elementSort(list), optional: false }];
  const called = at.choose.among(["some", "every"]);
  if (!at.choose.often(10)) return boolean`${list}.${called}((${item}) => ${some({ ...at, names })})`;
  const index = fresh(at);
  const inner = { ...at, names: [...names, { text: index, type: "number", optional: false }] };
  return boolean`${list}.${called}((${item}, ${index}) => ${some(inner)})`;
}

/** How much of a list has something, where there is something in it. */
function share(at: Writer): Piece {
  const list = anyList(at);
  const item = fresh(at);
  const names = [...at.names, { text: item, type: elementSort(list), optional: false }];
  const tested = at.choose.among(["=== 0 ||", "< 1 ||", "> 0 &&", "!== 0 &&"]);
  const part = boolean`${list}.filter((${item}) => ${some({ ...at, names, depth: at.depth - 1 })}).length`;
  return boolean`(${list}.length ${tested} ${part} / ${list}.length ${at.choose.among([">", ">=", "<"])} ${at.choose.among(["0.5", "0", "1"])})`;
}

function entries(at: Writer): Piece {
  const [key, value] = [fresh(at), fresh(at)];
  const names = [key, value].map((name) => ({ text: name, type: "string", optional: false }));
  const inner = { ...at, names: [...at.names, ...names] };
  return boolean`Object.entries(${at.expression("map", at)}).${at.choose.among(["some", "every"])}(([${key}, ${value}]) => ${some(inner)})`;
}

/** Both are tested first, as the SDK asks for. */
function quantities(at: Writer): Piece {
  const [one, other] = [
    at.choose.among(['"1"', '"500m"', '"1Gi"', '"1000000"', '"0"', '"1e3"', '"0.5"']),
    fresh(at),
  ];
  const inner = { ...at, depth: at.depth - 1 };
  const compared = at.choose.among(["> 0", "< 0", ">= 0", "<= 0", "=== 0", "!== 0"]);
  return boolean`Object.values(${at.expression("map", inner)}).some((${other}) => isQuantity(${other}) && compareQuantities(${other}, ${one}) ${compared})`;
}

function typed(at: Writer): Piece {
  const item = fresh(at);
  const ports = piece(
    "(string | number)[]",
  )`[${at.expression("string", at)}, ${at.expression("number", at)}]`;
  const of = at.choose.among(["string", "number"]);
  const inner = { ...at, names: [...at.names, { text: item, type: of, optional: false }] };
  return boolean`${ports}.some((${item}) => typeof ${item} === ${JSON.stringify(of)} && ${some(inner)})`;
}
