import { elementSort, type Piece, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { statement } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

const boolean = piece("boolean");

/** A function in the middle of the check, which reads what is around it, and what is called with it. */
export function closure(at: Writer): Made {
  return at.choose.among([called, called, handedOn, maker] as const)(at);
}

interface Closure {
  readonly name: string;
  readonly parameter: string;
  readonly declared: Piece;
}

function closureOf(at: Writer, type: string, result: string): Closure {
  const [name, parameter] = [fresh(at), fresh(at)];
  const inner = deeper(at, { text: parameter, type, optional: false });
  const value = inner.expression(result, inner);
  const declared = at.choose.often(60)
    ? statement`const ${name} = (${parameter}: ${type}): ${result} => ${value};`
    : statement`function ${name}(${parameter}: ${type}): ${result} { ${at.choose.often(50) ? statement`if (${inner.expression("boolean", inner)}) return ${inner.expression(result, inner)};` : statement``} return ${value}; }`;
  return { name, parameter, declared };
}

/** It is called in the value of a `const`. */
function called(at: Writer): Made {
  const result = at.choose.among(["string", "number", "boolean"]);
  const { name, declared } = closureOf(at, "string", result);
  const value = fresh(at);
  const inner = deeper(at);
  return {
    piece: statement`${declared} const ${value} = ${name}(${inner.expression("string", inner)});`,
    names: [{ text: value, type: result, optional: false }],
  };
}

/** It is given to `filter`, `some` or `every` by its name. */
function handedOn(at: Writer): Made {
  const list = anyList(deeper(at));
  const { name, declared } = closureOf(at, elementSort(list), "boolean");
  const value = fresh(at);
  if (at.choose.often(50))
    return {
      piece: statement`${declared} const ${value} = ${list}.${at.choose.among(["some", "every"])}(${name});`,
      names: [{ text: value, type: "boolean", optional: false }],
    };
  return {
    piece: statement`${declared} const ${value} = ${list}.filter(${name});`,
    names: [{ text: value, type: list.sort, optional: false }],
  };
}

/** A function that makes one: `const startsWith = (prefix: string) => (name: string) => …`. */
function maker(at: Writer): Made {
  const [name, made, value, given, asked] = [fresh(at), fresh(at), fresh(at), fresh(at), fresh(at)];
  const texts = [given, asked].map((text): Name => ({ text, type: "string", optional: false }));
  const body = deeper(at, ...texts);
  const inner = deeper(at);
  const text = (): Piece => inner.expression("string", inner);
  const asking = boolean`${made}(${text()})${at.choose.among([" && ", " || ", " === "])}${name}(${text()})(${text()})`;
  return {
    piece: statement`const ${name} = (${given}: string) => (${asked}: string): boolean => ${body.expression("boolean", body)}; const ${made} = ${name}(${text()}); const ${value} = ${asking};`,
    names: [{ text: value, type: "boolean", optional: false }],
  };
}
