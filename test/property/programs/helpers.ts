import { foundInside } from "./leaving.js";
import { elementSort, type Piece, piece, together } from "./piece.js";
import { anyList } from "./reads.js";
import { block } from "./statements.js";
import { textLiteral } from "./texts.js";
import { condition } from "./truths.js";
import { deeper, fresh, type Name, type Writer } from "./writer.js";

const declaration = piece("declaration");
const statement = piece("statement");

const results = ["string", "number", "boolean", "boolean", "string[]", "Entry", "map", "pair"] as const;

/** Declares a function of the module, which everything after it may call. */
export function declareHelper(at: Writer, records: readonly [string, ...string[]]): void {
  const type = at.choose.among(results);
  const isPrimitive = type === "string" || type === "number" || type === "boolean";
  const optional = isPrimitive && at.choose.often(25);
  const written = at.choose.often(15) ? fieldsOf(at) : parametersOf(at, records);
  const name = fresh(at);
  const inner: Writer = { ...at, names: written.names };
  const value = (of: Writer): Piece => resultOf(type, optional, of);
  const returned = `${shown(type)}${optional ? " | undefined" : ""}`;
  const body = at.choose.often(40)
    ? declaration`const ${name} = (${written.list}): ${returned} => ${type === "Entry" || type === "map" ? piece("value")`(${value(inner)})` : value(inner)};`
    : declaration`function ${name}(${written.list}): ${returned} { ${statements(value, inner)} }`;
  at.draft.declarations.push(body);
  at.draft.helpers.push({ name, parameters: written.parameters, type, optional });
}

function resultOf(type: string, optional: boolean, at: Writer): Piece {
  if (type === "pair") return piece("pair")`[${at.expression("string", at)}, ${at.optional("number", at)}]`;
  return optional && at.choose.often(70) ? at.optional(type, at) : at.expression(type, at);
}

function shown(type: string): string {
  if (type === "pair") return "[string, number | undefined]";
  return type === "map" ? "{ [key: string]: string }" : type;
}

/** What a function takes, as it is written, as its body sees it, and as it is called. */
interface Written {
  readonly list: Piece;
  readonly names: readonly Name[];
  readonly parameters: readonly Name[];
}

/** An object that is taken apart. */
function fieldsOf(at: Writer): Written {
  const [label, size, note] = [fresh(at), fresh(at), fresh(at)];
  return {
    list: piece("parameters")`{ label: ${label}, size: ${size}, note: ${note} = ${textLiteral(at)} }: Entry`,
    names: [
      { text: label, type: "string", optional: false },
      { text: size, type: "number", optional: false },
      { text: note, type: "string", optional: false },
    ],
    parameters: [{ text: "entry", type: "Entry", optional: false }],
  };
}

/** Declares a generator, for `yield*`. */
export function declareGenerator(at: Writer, records: readonly [string, ...string[]]): void {
  const { list, names, parameters } = parametersOf(at, records);
  const name = fresh(at);
  const body = block({ ...at, names, inLoop: false }, 1 + at.choose.below(2));
  at.draft.declarations.push(declaration`function* ${name}(${list}): Generator<Violation> { ${body} }`);
  at.draft.generators.push({ name, parameters, type: "violations", optional: false });
}

/** Some may be absent, and the last one may have a default. */
function parametersOf(at: Writer, records: readonly [string, ...string[]]): Written {
  const parameters = Array.from({ length: 1 + at.choose.below(2) }, (): Name => {
    const type = at.choose.among(["string", "string", "number", "boolean", "string[]", "map", ...records]);
    const isPrimitive = type === "string" || type === "number" || type === "boolean";
    return { text: fresh(at), type, optional: isPrimitive && at.choose.often(30) };
  });
  const last = parameters.at(-1);
  const hasDefault = last?.optional === true && at.choose.often(50);
  const list = parameters.map((name): Piece => {
    if (name !== last || !hasDefault) return piece("parameter")`${declared(name)}`;
    const value = at.expression(name.type, { ...at, names: [], depth: 0 });
    return piece("parameter")`${declared({ ...name, optional: false })} = ${value}`;
  });
  const names = parameters.map((name) => (name === last && hasDefault ? { ...name, optional: false } : name));
  return { list: together("parameters", list, ", "), names, parameters };
}

function declared({ text, type, optional }: Name): string {
  return `${text}: ${shown(type)}${optional ? " | undefined" : ""}`;
}

/** A function's body: constants, ways out, and a value at the end. */
function statements(value: (at: Writer) => Piece, at: Writer): Piece {
  const parts: Piece[] = [];
  let writer = at;
  for (let written = 0; written < at.choose.below(3); written++) {
    const { made, names } = step(value, writer);
    parts.push(made);
    writer = { ...writer, names: [...writer.names, ...names] };
  }
  return together("block", [...parts, statement`return ${value(deeper(writer))};`], "\n");
}

function step(
  result: (at: Writer) => Piece,
  at: Writer,
): { readonly made: Piece; readonly names: readonly Name[] } {
  const inner = deeper(at);
  switch (at.choose.below(5)) {
    case 0: {
      const name = fresh(at);
      const of = at.choose.among(["string", "number", "boolean"]);
      return {
        made: statement`const ${name} = ${at.expression(of, inner)};`,
        names: [{ text: name, type: of, optional: false }],
      };
    }
    case 1:
      return { made: statement`if (${condition(inner)}) return ${result(inner)};`, names: [] };
    case 2:
      return { made: foundInside(at, result), names: [] };
    case 3: {
      const list = anyList(inner);
      const item = fresh(at);
      const inside = deeper(at, { text: item, type: elementSort(list), optional: false });
      return {
        made: statement`for (const ${item} of ${list}) { if (${condition(inside)}) return ${result(inside)}; }`,
        names: [],
      };
    }
    default:
      return {
        made: statement`switch (${at.expression("string", inner)}) { case ${textLiteral(at)}: return ${result(inner)}; case ${textLiteral(at)}: return ${result(inner)}; }`,
        names: [],
      };
  }
}
