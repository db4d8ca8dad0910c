import { elementSort, type Piece, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { textLiteral } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, named, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

/** Functions of the forms that authors like: generic ones, guards, makers of predicates, lists of them. */
export function functionForm(at: Writer): Made {
  return at.choose.among([
    generic,
    generic,
    guard,
    predicates,
    predicates,
    curried,
    recordGiven,
    tupleGiven,
    rest,
    defaults,
  ])(at);
}

/** It stands in the module or in the check. */
function declared(at: Writer, declaration: string): Piece {
  if (at.choose.often(50)) return statement`${declaration}`;
  at.draft.declarations.push(piece("declaration")`${declaration}`);
  return statement``;
}

function generic(at: Writer): Made {
  const [name, made] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const list = anyList(inner);
  const one = fresh(at);
  const inside = deeper(at, named(one, elementSort(list)));

  const [declaration, value, of]: readonly [string, Piece, Name] = at.choose.among([
    [
      `const ${name} = <T>(xs: readonly T[] | undefined, keep: (x: T) => boolean): number => (xs ?? []).filter(keep).length;`,
      piece("number")`${name}(${list}, (${one}) => ${boolean(inside)})`,
      named(made, "number"),
    ],
    [
      `function ${name}<T>(xs: readonly T[], says: (x: T) => string): string[] { return xs.map(says); }`,
      piece("string[]")`${name}(${list}, (${one}) => ${text(inside)})`,
      named(made, "string[]"),
    ],
    [
      `const ${name} = <T>(xs: readonly T[]): T | undefined => xs.at(-1);`,
      piece("string?")`${name}(${inner.expression("string[]", inner)})`,
      named(made, "string", true),
    ],
    [
      `function ${name}<T>(x: T | undefined, other: T): T { return x === undefined ? other : x; }`,
      piece("string")`${name}(${inner.optional("string", inner)}, ${text(inner)})`,
      named(made, "string"),
    ],
    [
      `function ${name}<T>(xs: readonly T[], keep: (x: T) => boolean): T[] { const out: T[] = []; for (const x of xs) if (keep(x)) out.push(x); return out; }`,
      piece(list.sort)`${name}(${list}, (${one}) => ${boolean(inside)})`,
      named(made, list.sort),
    ],
    [
      `const ${name} = <T>(...xs: T[]): T[] => xs;`,
      piece(
        "string[]",
      )`${name}(${inner.optional("string", inner)}, ${text(inner)}).map((x) => x ?? ${textLiteral(at)})`,
      named(made, "string[]"),
    ],
    [
      `function ${name}<T>(x: T): T[] { return [x]; }`,
      piece(
        "boolean",
      )`${name}(${inner.optional("string", inner)}).some((x) => x === ${at.choose.among([textLiteral(at), piece("value")`undefined`])})`,
      named(made, "boolean"),
    ],
    [
      `const ${name} = <T>(value: T): { value: T } => ({ value });`,
      piece("number?")`${name}(${inner.optional("number", inner)}).value`,
      named(made, "number", true),
    ],
    [
      `const ${name} = <T extends { readonly name: string }>(xs: readonly T[]): string[] => xs.map(({ name }) => name);`,
      piece("string[]")`${name}([{ name: ${text(inner)}, says: ${text(inner)} }, { name: "b", says: "" }])`,
      named(made, "string[]"),
    ],
  ]);
  return { piece: statement`${declared(at, declaration)} const ${made} = ${value};`, names: [of] };
}

/** `x is T`. */
function guard(at: Writer): Made {
  const [name, made] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const of = at.choose.among(["string", "number"] as const);
  const [declaration, list] = at.choose.among([
    [
      `const ${name} = (x: ${of} | undefined): x is ${of} => x !== undefined;`,
      piece(
        "optionals",
      )`[${inner.optional(of, inner)}, ${inner.expression(of, inner)}, ${inner.optional(of, inner)}]`,
    ],
    [
      `function ${name}(x: string | number): x is ${of} { return typeof x === "${of}"; }`,
      piece("either")`[${text(inner)}, ${inner.expression("number", inner)}]`,
    ],
    [
      `function ${name}<T>(x: T | undefined): x is T { return x !== undefined; }`,
      piece("optionals")`[${inner.optional(of, inner)}, ${inner.expression(of, inner)}]`,
    ],
  ]);
  return {
    piece: statement`${declared(at, declaration)} const ${made} = ${list}.filter(${name});`,
    names: [named(made, `${of}[]`)],
  };
}

/** A list of tests, of which every one or some must hold. */
function predicates(at: Writer): Made {
  const [tests, made, one] = [fresh(at), fresh(at), fresh(at)];
  const list = anyList(deeper(at));
  const element = elementSort(list);
  const inside = deeper(at, named(one, element));
  const test = (): Piece => piece("test")`(${one}: ${element}) => ${boolean(inside)}`;
  const quantifier = (): string => at.choose.among(["some", "every"]);
  const asked = at.choose.among([
    piece("boolean")`${list}.${quantifier()}((each) => ${tests}.${quantifier()}((test) => test(each)))`,
    piece("boolean")`(${list}.filter((each) => ${tests}.${quantifier()}((test) => test(each))).length > 0)`,
    piece("boolean")`${tests}.${quantifier()}((test) => ${list}.${quantifier()}(test))`,
    piece("boolean")`(${tests}.filter((test) => ${list}.${quantifier()}((each) => !test(each))).length > 0)`,
  ]);
  const type = at.choose.often(50) ? `: readonly ((x: ${element}) => boolean)[]` : "";
  return {
    piece: statement`const ${tests}${type} = [${test()}, ${test()}]; const ${made} = ${asked};`,
    names: [named(made, "boolean")],
  };
}

/** `has(a)(b)`, `not(test)`, `both(one, other)`. */
function curried(at: Writer): Made {
  const [name, made, one] = [fresh(at), fresh(at), fresh(at)];
  const inner = deeper(at);
  const inside = deeper(at, named(one, "string"));
  const test = (): Piece => piece("test")`(${one}: string) => ${boolean(inside)}`;
  const [declaration, applied] = at.choose.among([
    [
      `const ${name} = (test: (x: string) => boolean) => (x: string): boolean => !test(x);`,
      piece("test")`${name}(${test()})`,
    ],
    [
      `const ${name} = (...tests: readonly ((x: string) => boolean)[]) => (x: string): boolean => tests.every((test) => test(x));`,
      piece("test")`${name}(${test()}, ${test()})`,
    ],
    [
      `function ${name}(prefix: string, least = 1) { return (x: string): boolean => x.startsWith(prefix) && x.length >= least; }`,
      piece("test")`${name}(${text(inner)}${at.choose.often(50) ? piece("argument")`, 2` : ""})`,
    ],
    [
      `const ${name} = (words: readonly string[]) => (x: string | undefined): boolean => x !== undefined && words.includes(x);`,
      piece("test")`${name}(${inner.expression("string[]", inner)})`,
    ],
  ]);
  const list = inner.expression("string[]", inner);
  return {
    piece: statement`${declared(at, declaration)} const ${made} = ${list}.${at.choose.among(["some", "every"])}(${applied});`,
    names: [named(made, "boolean")],
  };
}

/** A function that gives a record, at times none. */
function recordGiven(at: Writer): Made {
  const [name, given, made] = [fresh(at), fresh(at), fresh(at)];
  const body = deeper(at, named(given, "string"));
  const inner = deeper(at);
  const none = at.choose.often(50) ? statement`if (${condition(body)}) return undefined;` : statement``;
  const record = piece(
    "record",
  )`{ says: ${text(body)}, most: ${body.expression("number", body)}, note: ${body.optional("string", body)} }`;
  return {
    piece: statement`const ${name} = (${given}: string): { says: string; most: number; note?: string | undefined } | undefined => { ${none} return ${record}; }; const ${made} = ${name}(${text(inner)});`,
    names: [
      named(`${made}?.says`, "string", true),
      named(`${made}?.most`, "number", true),
      named(`${made}?.note`, "string", true),
    ],
  };
}

function tupleGiven(at: Writer): Made {
  const [name, given, one, other] = [fresh(at), fresh(at), fresh(at), fresh(at)];
  const body = deeper(at, named(given, "string"));
  const early = at.choose.often(50)
    ? statement`if (${condition(body)}) return [${text(body)}, undefined];`
    : statement``;
  return {
    piece: statement`const ${name} = (${given}: string): readonly [string, number | undefined] => { ${early} return [${text(body)}, ${body.optional("number", body)}]; }; const [${one}, ${other} = 7] = ${name}(${text(deeper(at))});`,
    names: [named(one, "string"), named(other, "number")],
  };
}

/** As many arguments as there are, also those of a list. */
function rest(at: Writer): Made {
  const [name, made] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const declaration = at.choose.among([
    `const ${name} = (first: string, ...others: string[]): string => [first, ...others].join("+");`,
    `function ${name}(first: string, ...others: readonly string[]): string { for (const one of others) if (one === first) return "same"; return \`\${first} \${others.length}\`; }`,
    `const ${name} = (first: string, ...[second = "none", third]: string[]): string => \`\${first} \${second} \${third ?? "-"}\`;`,
  ]);
  const call = at.choose.among([
    piece("string")`${name}(${text(inner)})`,
    piece("string")`${name}(${text(inner)}, ${text(inner)}, ${text(inner)})`,
    piece("string")`${name}(${text(inner)}, ...${inner.expression("string[]", inner)})`,
  ]);
  return {
    piece: statement`${declared(at, declaration)} const ${made} = ${call};`,
    names: [named(made, "string")],
  };
}

/** Arguments that may be left out, or given as absent. */
function defaults(at: Writer): Made {
  const [name, made] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const declaration = `const ${name} = (x: string, { most = 3, words = ["a"], note }: { most?: number; words?: readonly string[]; note?: string | undefined } = {}): string => \`\${x} \${most} \${words.includes(x)} \${note ?? "-"}\`;`;
  const call = at.choose.among([
    piece("string")`${name}(${text(inner)})`,
    piece("string")`${name}(${text(inner)}, { most: ${inner.expression("number", inner)} })`,
    piece(
      "string",
    )`${name}(${text(inner)}, { words: [${text(inner)}, ${textLiteral(at)}], note: ${inner.optional("string", inner)} })`,
  ]);
  return {
    piece: statement`${declared(at, declaration)} const ${made} = ${call};`,
    names: [named(made, "string")],
  };
}
