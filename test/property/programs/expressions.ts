import { elementOf } from "../objects/shapes.js";
import { keys } from "../objects/values.js";
import { listOf, optionalOf } from "./lists.js";
import { numberLiteral, numberWays } from "./numbers.js";
import { elementSort, type Piece, piece, textOf, together } from "./piece.js";
import { anyList, canRead, readOf } from "./reads.js";
import { textLiteral, textWays } from "./texts.js";
import { truthWays } from "./truths.js";
import { deeper, fresh, type HelperSignature, oneOf, type Way, type Writer } from "./writer.js";

/** An expression of a type, of nothing but what is in sight. */
export function expression(type: string, at: Writer): Piece {
  if (at.depth <= 0 || at.choose.often(35)) {
    const read = at.choose.often(80) ? readOf(type, at) : undefined;
    if (read !== undefined) return read;
    if (at.depth <= 0) return leaf(type, at);
  }
  if (at.choose.often(12)) return chosen(type, deeper(at));
  if (at.choose.often(12)) return defaulted(type, deeper(at));
  const called = at.choose.often(20) ? call(type, deeper(at)) : undefined;
  return called ?? composed(type, at);
}

function composed(type: string, at: Writer): Piece {
  switch (type) {
    case "string":
      return oneOf(at, textWays(at));
    case "number":
      return oneOf(at, numberWays);
    case "boolean":
      return oneOf(at, truthWays);
    case "map":
      return oneOf(at, mapWays);
    default:
      return elementOf(type) === undefined ? leaf(type, at) : listOf(type, deeper(at));
  }
}

function leaf(type: string, at: Writer): Piece {
  switch (type) {
    case "string":
      return textLiteral(at);
    case "number":
      return numberLiteral(at);
    case "boolean":
      // Of the last two TypeScript does not see what they are.
      return piece(
        "boolean",
      )`${at.choose.among(["true", "false", '"web".startsWith("w")', "Number.isInteger(0.5)"])}`;
    case "map":
      return empty(type, at);
    case "Entry":
      return entry(at);
    default:
      return readOf(type, at) ?? empty(type, at);
  }
}

/** A list or an object of nothing: mostly a constant with a type, as TypeScript sees nothing but `never` in `[]`. */
function empty(type: string, { choose, draft }: Writer): Piece {
  const isMap = type === "map";
  if (choose.often(8)) return piece(type)`${isMap ? "{}" : "[]"}`;
  const name = isMap ? "noEntries" : `no${type.replaceAll("[]", "s")}`;
  if (!draft.names.has(name)) {
    draft.names.add(name);
    const declared = isMap ? `${name}: { [key: string]: string } = {}` : `${name}: ${type} = []`;
    draft.declarations.push(piece("declaration")`const ${declared};`);
  }
  return piece(type)`${name}`;
}

function entry(at: Writer): Piece {
  const shallow = { ...at, depth: at.depth - 1 };
  const other = at.choose.often(30) ? readOf("Entry", at) : undefined;
  if (other !== undefined && at.choose.often(50))
    return piece("Entry")`{ ...${other}, ${spreadField(shallow)} }`;
  if (other !== undefined)
    return piece(
      "Entry",
    )`{ ...${other}, ${at.choose.among(["label", "note"])}: ${at.expression("string", shallow)} }`;
  return piece(
    "Entry",
  )`{ label: ${at.expression("string", shallow)}, size: ${at.expression("number", shallow)}, ok: ${at.expression("boolean", shallow)}${
    at.choose.often(50) ? piece("field")`, note: ${at.optional("string", shallow)}` : ""
  } }`;
}

/** Fields that are there under a condition. */
function spreadField(at: Writer): Piece {
  const field = at.choose.often(50)
    ? piece("field")`label: ${at.expression("string", at)}`
    : piece("field")`note: ${at.choose.often(50) ? at.optional("string", at) : at.expression("string", at)}`;
  const test = at.expression("boolean", at);
  return at.choose.often(50) && !isKnown(test)
    ? piece("spread")`...(${test} && { ${field} })`
    : piece("spread")`...(${test} ? { ${field} } : {})`;
}

/** TypeScript takes no `...false`. */
function isKnown(test: Piece): boolean {
  return ["true", "false"].includes(textOf(test));
}

function chosen(type: string, at: Writer): Piece {
  return piece(
    type,
  )`(${at.expression("boolean", at)} ? ${at.expression(type, at)} : ${at.expression(type, at)})`;
}

function defaulted(type: string, at: Writer): Piece {
  return piece(type)`(${at.optional(type, at)} ?? ${at.expression(type, at)})`;
}

/** A call of a helper that was declared before. */
function call(type: string, at: Writer): Piece | undefined {
  const fitting = at.draft.helpers.filter(
    (helper) => helper.type === type && !helper.optional && canCall(helper, at),
  );
  const helper = fitting[at.choose.below(fitting.length)];
  return helper === undefined ? undefined : piece(type)`${helper.name}(${argumentsOf(helper, at)})`;
}

/** A value that may be absent; at times what a helper gives. */
export function optional(type: string, at: Writer): Piece {
  const fitting = at.draft.helpers.filter(
    (helper) => helper.type === type && helper.optional && canCall(helper, at),
  );
  const helper = at.depth > 0 && at.choose.often(40) ? fitting[at.choose.below(fitting.length)] : undefined;
  if (helper === undefined) return optionalOf(type, at);
  return piece(`${type}?`)`${helper.name}(${argumentsOf(helper, deeper(at))})`;
}

/** Texts and numbers can always be made up, records only be read. */
export function canCall({ parameters }: HelperSignature, at: Writer): boolean {
  return parameters.every(({ type }) => madeUp.includes(type) || canRead(type, at));
}

const madeUp: readonly string[] = ["string", "number", "boolean", "map", "string[]", "number[]", "Entry"];

export function argumentsOf({ parameters }: HelperSignature, at: Writer): Piece {
  return together(
    "arguments",
    parameters.map(({ type, optional }) => (optional ? at.optional(type, at) : at.expression(type, at))),
    ", ",
  );
}

function filteredEntries(at: Writer): Piece {
  const [key, value] = [fresh(at), fresh(at)];
  const names = [key, value].map((text) => ({ text, type: "string", optional: false }));
  const inner = { ...at, names: [...at.names, ...names] };
  return piece(
    "map",
  )`Object.fromEntries(Object.entries(${at.expression("map", at)}).filter(([${key}, ${value}]) => ${at.expression("boolean", inner)}))`;
}

function fromPairs(at: Writer): Piece {
  const item = fresh(at);
  const list = anyList(at);
  const inner = {
    ...at,
    names: [...at.names, { text: item, type: elementSort(list), optional: false }],
  };
  return piece(
    "map",
  )`Object.fromEntries(${list}.map((${item}) => [${at.expression("string", inner)}, ${at.expression("string", inner)}] as const))`;
}

const mapWays: readonly [Way, ...Way[]] = [
  (at) => at.expression("map", at),
  (at) => {
    const chosen = new Set(Array.from({ length: 1 + at.choose.below(2) }, () => at.choose.among(keys)));
    const entries = [...chosen].map(
      (key) => piece("entry")`${JSON.stringify(key)}: ${at.expression("string", at)}`,
    );
    return piece("map")`{ ${together("entries", entries, ", ")} }`;
  },
  (at) => piece("map")`{ ...${at.expression("map", at)}, ...${at.expression("map", at)} }`,
  (at) =>
    piece(
      "map",
    )`{ ...${at.optional("map", at)}, ${JSON.stringify(at.choose.among(keys))}: ${at.expression("string", at)} }`,
  (at) => {
    const test = at.expression("boolean", at);
    const added = piece(
      "added",
    )`{ ${JSON.stringify(at.choose.among(keys))}: ${at.expression("string", at)} }`;
    const spread = isKnown(test)
      ? piece("spread")`${test} ? ${added} : {}`
      : piece("spread")`${test} && ${added}`;
    return piece("map")`{ ...${at.expression("map", at)}, ...(${spread}) }`;
  },
  filteredEntries,
  fromPairs,
];
