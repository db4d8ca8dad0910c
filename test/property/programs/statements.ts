import { changed } from "./changes.js";
import { closure } from "./closures.js";
import { argumentsOf, canCall } from "./expressions.js";
import { idiom } from "./idioms.js";
import { elementSort, type Piece, piece, together } from "./piece.js";
import { anyList } from "./reads.js";
import { separator, template, textLiteral } from "./texts.js";
import { condition } from "./truths.js";
import { only, statement } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

const primitives = ["string", "number", "boolean"] as const;

/** What follows in a block; a `const` is in sight of all that come after it. */
export function block(at: Writer, length: number): Piece {
  const statements: Piece[] = [];
  let writer = at;
  for (let written = 0; written < length; written++) {
    const { piece: made, names } = oneStatement(writer);
    statements.push(made);
    writer = { ...writer, names: [...writer.names, ...names] };
  }
  return together("block", statements, "\n");
}

function oneStatement(at: Writer): Made {
  if (at.depth <= 0) return only(yielded(at));
  const ways: readonly [(at: Writer) => Made, ...((at: Writer) => Made)[]] = [
    (inner) => only(yielded(inner)),
    (inner) => only(yielded(inner)),
    constant,
    constant,
    optionalConstant,
    destructured,
    pair,
    tuple,
    computedKey,
    gathered,
    changed,
    changed,
    closure,
    idiom,
    idiom,
    (inner) => only(conditional(inner)),
    (inner) => only(conditional(inner)),
    narrowed,
    (inner) => only(loop(inner)),
    (inner) => only(loop(inner)),
    (inner) => only(entriesLoop(inner)),
    (inner) => only(switched(inner)),
    (inner) => only(left(inner)),
    (inner) => only(delegated(inner)),
  ];
  return at.choose.among(ways)(at);
}

export function yielded(at: Writer): Piece {
  const message = at.choose.often(80) ? template(deeper(at)) : at.expression("string", deeper(at));
  return statement`yield violation(${message});`;
}

function inBlock(at: Writer, ...names: readonly Name[]): Piece {
  const inner = deeper(at, ...names);
  return statement`{ ${block(inner, 1 + at.choose.below(2))} }`;
}

function constant(at: Writer): Made {
  const type = at.choose.among([...primitives, "string", "string[]", "number[]", "map", "Entry", "Entry[]"]);
  const name = fresh(at);
  const value = at.expression(type, deeper(at));
  const annotation = type === "map" ? ": { [key: string]: string }" : `: ${type}`;
  return {
    piece: statement`const ${name}${annotation} = ${value};`,
    names: [{ text: name, type, optional: false }],
  };
}

function optionalConstant(at: Writer): Made {
  const type = at.choose.among(primitives);
  const name = fresh(at);
  return {
    piece: statement`const ${name} = ${at.optional(type, deeper(at))};`,
    names: [{ text: name, type, optional: true }],
  };
}

function destructured(at: Writer): Made {
  const [first, second] = [fresh(at), fresh(at)];
  const names = [
    { text: first, type: "string", optional: false },
    { text: second, type: "string", optional: true },
  ];
  if (at.choose.often(50)) {
    const text = at.expression("string", deeper(at));
    return {
      piece: statement`const [${first} = ${textLiteral(at)}, ${second}] = ${text}.split(${separator(at)});`,
      names,
    };
  }
  const entry = at.expression("Entry", deeper(at));
  return { piece: statement`const { label: ${first}, note: ${second} }: Entry = ${entry};`, names };
}

/** Values that may be absent, in a list that is taken apart. */
function pair(at: Writer): Made {
  const type = at.choose.among(primitives);
  const [first, second] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  return {
    piece: statement`const [${first}, ${second}] = [${at.optional(type, inner)}, ${at.optional(type, inner)}];`,
    names: [first, second].map((text) => ({ text, type, optional: true })),
  };
}

/** What a function gives as a pair. */
function tuple(at: Writer): Made {
  const fitting = at.draft.helpers.filter((helper) => helper.type === "pair" && canCall(helper, at));
  const helper = fitting[at.choose.below(fitting.length)];
  if (helper === undefined) return pair(at);
  const [first, second] = [fresh(at), fresh(at)];
  return {
    piece: statement`const [${first}, ${second}] = ${helper.name}(${argumentsOf(helper, deeper(at))});`,
    names: [
      { text: first, type: "string", optional: false },
      { text: second, type: "number", optional: true },
    ],
  };
}

function computedKey(at: Writer): Made {
  const inner = deeper(at);
  const name = fresh(at);
  return {
    piece: statement`const { [${at.expression("string", inner)}]: ${name} = ${textLiteral(at)} } = ${at.expression("map", inner)};`,
    names: [{ text: name, type: "string", optional: false }],
  };
}

/** A list that is filled, then read. */
function gathered(at: Writer): Made {
  const [list, item] = [fresh(at), fresh(at)];
  const of = anyList(deeper(at));
  const inside = deeper(at, { text: item, type: elementSort(of), optional: false });
  const more = (inner: Writer): Piece =>
    at.choose.often(30) ? piece("more")`, ${at.expression("string", inner)}` : piece("more")``;
  const push = (inner: Writer): Piece =>
    statement`${list}.push(${at.expression("string", inner)}${more(inner)});`;
  const turn = at.choose.often(50)
    ? statement`if (${condition(inside)}) ${push(inside)}`
    : statement`if (${condition(inside)}) { ${push(inside)} } else { ${push(inside)} }`;
  return {
    piece: statement`const ${list}: string[] = []; ${at.choose.often(40) ? push(deeper(at)) : statement``} for (const ${item} of ${of}) { ${turn} }`,
    names: [{ text: list, type: "string[]", optional: false }],
  };
}

function conditional(at: Writer): Piece {
  const test = condition(deeper(at));
  const then = inBlock(at);
  return at.choose.often(40)
    ? statement`if (${test}) ${then} else ${inBlock(at)}`
    : statement`if (${test}) ${then}`;
}

/** `const x = …; if (x === undefined) return;`, and the value is there for all that follows. */
function narrowed(at: Writer): Made {
  const type = at.choose.among(primitives);
  const name = fresh(at);
  const value = at.optional(type, deeper(at));
  const there: Name = { text: name, type, optional: false };
  if (at.choose.often(60)) {
    const holds = at.choose.among(["!== undefined", "!= null"] as const);
    return only(statement`{ const ${name} = ${value}; if (${name} ${holds}) ${inBlock(at, there)} }`);
  }
  const out = at.inLoop ? "continue" : "return";
  return {
    piece: statement`const ${name} = ${value}; if (${name} === undefined) ${out};`,
    names: [there],
  };
}

function loop(at: Writer): Piece {
  const list = anyList(deeper(at));
  const element = elementSort(list);
  const item = fresh(at);
  const inside = { ...at, inLoop: true };
  if (at.choose.often(10)) {
    const index = fresh(at);
    const names = [
      { text: index, type: "number", optional: false },
      { text: item, type: element, optional: false },
    ];
    return statement`for (const [${index}, ${item}] of ${list}.entries()) ${inBlock(inside, ...names)}`;
  }
  return statement`for (const ${item} of ${list}) ${inBlock(inside, { text: item, type: element, optional: false })}`;
}

function entriesLoop(at: Writer): Piece {
  const [key, value] = [fresh(at), fresh(at)];
  const names = [key, value].map((text): Name => ({ text, type: "string", optional: false }));
  const inside = { ...at, inLoop: true };
  const map = at.expression("map", deeper(at));
  return statement`for (const [${key}, ${value}] of Object.entries(${map})) ${inBlock(inside, ...names)}`;
}

function switched(at: Writer): Piece {
  const cases = Array.from({ length: 1 + at.choose.below(2) }, () => {
    return piece("case")`case ${textLiteral(at)}: ${inBlock({ ...at, inLoop: at.inLoop })} break; `;
  });
  const otherwise = at.choose.often(60) ? piece("case")`default: ${inBlock(at)}` : piece("case")``;
  return statement`switch (${at.expression("string", deeper(at))}) { ${together("cases", cases)}${otherwise} }`;
}

/** Leaves early: a turn of a loop, or the loop, or all there is. */
function left(at: Writer): Piece {
  const how = at.inLoop ? at.choose.among(["continue", "continue", "break", "return"]) : "return";
  return statement`if (${condition(deeper(at))}) ${how};`;
}

function delegated(at: Writer): Piece {
  const fitting = at.draft.generators.filter((generator) => canCall(generator, at));
  const generator = fitting[at.choose.below(fitting.length)];
  if (generator === undefined) return yielded(at);
  return statement`yield* ${generator.name}(${argumentsOf(generator, deeper(at))});`;
}
