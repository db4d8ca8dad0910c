import { type Piece, piece } from "./piece.js";
import { template } from "./texts.js";
import { boolean, inModule, named, number, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** Functions that make predicates about texts, some of others: `not(startsWithAny(["a"]))`. */
export function madePredicates(at: Writer): Made {
  const [test, made] = [fresh(at), fresh(at)];
  const { inside, put } = place(at);
  const declared = put(statement`const ${test} = ${predicate(inside, 2)};`);
  const inner = deeper(at);
  const words = inner.expression("string[]", inner);
  const [type, value] = at.choose.among([
    ["boolean", piece("boolean")`${words}.${at.choose.among(["some", "every"])}(${test})`],
    ["boolean", piece("boolean")`${test}(${text(inner)})`],
    ["boolean", piece("boolean")`(${test}(${text(inner)}) || !${test}(${text(inner)}))`],
    ["string[]", piece("string[]")`${words}.filter(${test})`],
    ["string[]", piece("string[]")`${words}.filter((word) => !${test}(word))`],
    ["string?", piece("string?")`${words}.find(${test})`],
  ] as const);
  return {
    piece: statement`${declared} const ${made} = ${value};`,
    names: [named(made, type.replace("?", ""), type.endsWith("?"))],
  };
}

function predicate(at: Writer, depth: number): Piece {
  const name = fresh(at);
  const inner = deeper(at);
  const declare = (declaration: string): void => {
    inModule(at).put(piece("declaration")`${declaration}`);
  };
  const below = (): Piece => (depth > 0 ? predicate(at, depth - 1) : asked(at));
  const words = (): Piece =>
    at.choose.often(30) ? inner.expression("string[]", inner) : piece("string[]")`["a", "web"]`;
  switch (at.choose.below(8)) {
    case 0:
      declare(
        `const ${name} = (ps: readonly string[]) => (t: string): boolean => ps.some((p) => t.startsWith(p));`,
      );
      return piece("test")`${name}(${words()})`;
    case 1:
      declare(`const ${name} = <T>(test: (x: T) => boolean) => (x: T): boolean => !test(x);`);
      return piece("test")`${name}<string>(${below()})`;
    case 2:
      declare(
        `const ${name} = <T>(...tests: readonly ((x: T) => boolean)[]) => (x: T): boolean => tests.${at.choose.among(["every", "some"])}((test) => test(x));`,
      );
      return piece("test")`${name}<string>(${below()}, ${below()})`;
    case 3:
      declare(
        `function ${name}(...words: readonly string[]) { const all = new Set(words); return (t: string): boolean => all.has(t); }`,
      );
      return piece("test")`${name}("a", ${text(inner)})`;
    case 4:
      declare(
        `const ${name} = ({ most = 3, ends = "" }: { most?: number; ends?: string }) => (t: string): boolean => t.length < most || t.endsWith(ends);`,
      );
      return piece("test")`${name}({${at.choose.often(50) ? piece("field")` most: ${number(inner)} ` : ""}})`;
    case 5:
      declare(`const ${name} = (pattern: RegExp) => (t: string): boolean => pattern.test(t);`);
      return piece("test")`${name}(${at.choose.among(["/^a/", "/web|app/", "/[0-9]$/"])})`;
    case 6:
      declare(
        `function ${name}(flag: boolean, test: (x: string) => boolean): (x: string) => boolean { if (flag) return test; return (x) => !test(x); }`,
      );
      return piece("test")`${name}(${boolean(inner)}, ${below()})`;
    default:
      return asked(at);
  }
}

function asked(at: Writer): Piece {
  const given = fresh(at);
  const inner = deeper(at, named(given, "string"));
  return at.choose.often(80)
    ? piece("test")`((${given}: string) => ${boolean(inner)})`
    : piece("test")`((${given}: string) => ${template(inner)} === ${text(inner)})`;
}
