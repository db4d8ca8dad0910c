import { type Piece, piece, together } from "./piece.js";
import { anyList } from "./reads.js";
import { block } from "./statements.js";
import { textLiteral } from "./texts.js";
import { condition } from "./truths.js";
import { deeper, fresh, type Name, type Writer } from "./writer.js";

const declaration = piece("declaration");
const statement = piece("statement");

/** Declares a function of the module, which everything after it may call. */
export function declareHelper(at: Writer, records: readonly [string, ...string[]]): void {
  const parameters = parametersOf(at, records);
  const type = at.choose.among(["string", "number", "boolean", "boolean", "string[]"]);
  const name = fresh(at);
  const inner: Writer = { ...at, names: parameters };
  const list = parameters.map(written).join(", ");
  const body = at.choose.often(40)
    ? declaration`const ${name} = (${list}): ${type} => ${at.expression(type, inner)};`
    : declaration`function ${name}(${list}): ${type} { ${statements(type, inner)} }`;
  at.draft.declarations.push(body);
  at.draft.helpers.push({ name, parameters, type, optional: false });
}

/** Declares a generator, for `yield*`. */
export function declareGenerator(at: Writer, records: readonly [string, ...string[]]): void {
  const parameters = parametersOf(at, records);
  const name = fresh(at);
  const body = block({ ...at, names: parameters, inLoop: false }, 1 + at.choose.below(2));
  at.draft.declarations.push(
    declaration`function* ${name}(${parameters.map(written).join(", ")}): Generator<Violation> { ${body} }`,
  );
  at.draft.generators.push({ name, parameters, type: "violations", optional: false });
}

function parametersOf(at: Writer, records: readonly [string, ...string[]]): readonly Name[] {
  return Array.from({ length: 1 + at.choose.below(2) }, (): Name => {
    const type = at.choose.among(["string", "string", "number", "boolean", "string[]", "map", ...records]);
    const isPrimitive = type === "string" || type === "number" || type === "boolean";
    return { text: fresh(at), type, optional: isPrimitive && at.choose.often(30) };
  });
}

function written({ text, type, optional }: Name): string {
  const shown = type === "map" ? "{ [key: string]: string }" : type;
  return `${text}: ${shown}${optional ? " | undefined" : ""}`;
}

/** A function's body: constants, ways out, and a value at the end. */
function statements(type: string, at: Writer): Piece {
  const parts: Piece[] = [];
  let writer = at;
  for (let written = 0; written < at.choose.below(3); written++) {
    const { made, names } = step(type, writer);
    parts.push(made);
    writer = { ...writer, names: [...writer.names, ...names] };
  }
  return together("block", [...parts, statement`return ${writer.expression(type, deeper(writer))};`], "\n");
}

function step(type: string, at: Writer): { readonly made: Piece; readonly names: readonly Name[] } {
  const result = (inner: Writer): Piece => at.expression(type, inner);
  const inner = deeper(at);
  switch (at.choose.below(4)) {
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
    case 2: {
      const list = anyList(inner);
      const item = fresh(at);
      const inside = deeper(at, { text: item, type: list.sort.slice(0, -2), optional: false });
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
