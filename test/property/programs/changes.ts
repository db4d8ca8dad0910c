import { pathsOf } from "./paths.js";
import { elementSort, type Piece, piece } from "./piece.js";
import { anyList, listOfRecords } from "./reads.js";
import { runningTally, tallied } from "./tallies.js";
import { textLiteral } from "./texts.js";
import { condition } from "./truths.js";
import { statement } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

/** A variable that a loop or a choice changes, and that is read after it. */
export function changed(at: Writer): Made {
  const ways: readonly [Way, ...Way[]] = [
    counted,
    counted,
    flagged,
    flagged,
    chosen,
    chosen,
    last,
    kept,
    joined,
    highest,
    best,
    bestElement,
    scored,
    ownOfTurn,
    ownOfTurn,
    calledForEach,
    tallied,
    runningTally,
  ];
  return at.choose.among(ways)(at);
}

type Way = (at: Writer) => Made;

interface Turn {
  readonly head: Piece;
  readonly inside: Writer;
}

/** `for (const x of xs)`, and what is in sight in it. */
function turnOf(at: Writer): Turn {
  const list = anyList(deeper(at));
  const item = fresh(at);
  const inside = deeper({ ...at, inLoop: true }, { text: item, type: elementSort(list), optional: false });
  return { head: piece("head")`for (const ${item} of ${list})`, inside };
}

function named(text: string, type: string, optional = false): readonly Name[] {
  return [{ text, type, optional }];
}

function counted(at: Writer): Made {
  const name = fresh(at);
  const { head, inside } = turnOf(at);
  const step = at.choose.often(50)
    ? piece("step")`${at.choose.among(["++", "++", "--"])}`
    : piece("step")` ${at.choose.among(["+=", "+=", "-="])} ${inside.expression("number", inside)}`;
  const turn = at.choose.among([
    piece("turn")`{ if (${condition(inside)}) ${name}${step}; }`,
    piece("turn")`{ if (${condition(inside)}) continue; ${name}${step}; }`,
    piece("turn")`${name}${step};`,
  ]);
  return {
    piece: statement`let ${name} = ${String(at.choose.below(3))}; ${head} ${turn}`,
    names: named(name, "number"),
  };
}

function flagged(at: Writer): Made {
  const name = fresh(at);
  const { head, inside } = turnOf(at);
  const turn = at.choose.among([
    piece("turn")`if (${condition(inside)}) ${name} = true;`,
    piece("turn")`if (${condition(inside)}) { ${name} = true; break; }`,
    piece("turn")`${name} ||= ${inside.expression("boolean", inside)};`,
    piece("turn")`{ if (${condition(inside)}) continue; if (${condition(inside)}) ${name} = true; }`,
  ]);
  return { piece: statement`let ${name} = false; ${head} ${turn}`, names: named(name, "boolean") };
}

/** A first value, and others under conditions. */
function chosen(at: Writer): Made {
  const type = at.choose.among(["string", "number", "boolean"]);
  const name = fresh(at);
  const inner = deeper(at);
  const value = (): Piece => inner.expression(type, inner);
  const written = at.choose.among([
    statement`if (${condition(inner)}) ${name} = ${value()}; else if (${condition(inner)}) ${name} = ${value()};`,
    statement`if (${condition(inner)}) { ${name} = ${value()}; }`,
    statement`switch (${inner.expression("string", inner)}) { case ${textLiteral(at)}: ${name} = ${value()}; break; default: ${name} = ${value()}; }`,
  ]);
  return { piece: statement`let ${name}: ${type} = ${value()}; ${written}`, names: named(name, type) };
}

/** Points that tests add or take away, one after the other. */
function scored(at: Writer): Made {
  const name = fresh(at);
  const inner = deeper(at);
  const value = (): Piece => inner.expression("number", inner);
  const operator = (): string => at.choose.among(["+=", "+=", "-="]);
  const first = statement`if (${condition(inner)}) ${name} ${operator()} ${value()};`;
  const second = at.choose.among([
    statement`if (${condition(inner)}) ${name} ${operator()} ${value()}; else ${name} ${operator()} ${value()};`,
    statement`if (${condition(inner)}) { ${name}++; } else if (${condition(inner)}) { ${name}--; }`,
    statement`${name} *= 2;`,
  ]);
  return {
    piece: statement`let ${name} = ${String(at.choose.below(3))}; ${first} ${second}`,
    names: named(name, "number"),
  };
}

/** The last one, or with `break` the first one. */
function last(at: Writer): Made {
  const name = fresh(at);
  const { head, inside } = turnOf(at);
  const leave = at.choose.often(50) ? piece("leave")` break;` : piece("leave")``;
  return {
    piece: statement`let ${name}: string | undefined; ${head} { if (${condition(inside)}) { ${name} = ${inside.expression("string", inside)};${leave} } }`,
    names: named(name, "string", true),
  };
}

/** The first one, which later turns leave as it is. */
function kept(at: Writer): Made {
  const name = fresh(at);
  const { head, inside } = turnOf(at);
  const [test, value] = [condition(inside), inside.expression("string", inside)];
  const [type, initial, turn] = at.choose.among([
    ["string | undefined", "", piece("turn")`if (${name} === undefined && ${test}) ${name} = ${value};`],
    ["string | undefined", "", piece("turn")`if (${test}) ${name} ??= ${inside.optional("string", inside)};`],
    ["string", ' = ""', piece("turn")`if (${name} === "") { if (${test}) ${name} = ${value}; }`],
    ["string", ' = "x"', piece("turn")`if (${test} && ${name} === "x") ${name} = ${value};`],
  ]);
  return {
    piece: statement`let ${name}: ${type}${initial}; ${head} { ${turn} }`,
    names: named(name, "string", initial === ""),
  };
}

function joined(at: Writer): Made {
  const name = fresh(at);
  const { head, inside } = turnOf(at);
  return {
    piece: statement`let ${name} = ${textLiteral(at)}; ${head} ${name} += ${inside.expression("string", inside)};`,
    names: named(name, "string"),
  };
}

function highest(at: Writer): Made {
  const name = fresh(at);
  const { head, inside } = turnOf(at);
  const value = inside.expression("number", inside);
  return {
    piece: statement`let ${name} = ${String(at.choose.below(5))}; ${head} ${name} = Math.${at.choose.among(["min", "max"])}(${name}, ${value});`,
    names: named(name, "number"),
  };
}

/** The best so far, with how good it is. */
function best(at: Writer): Made {
  const [most, name] = [fresh(at), fresh(at)];
  const { head, inside } = turnOf(at);
  const number = fresh(at);
  const turn = deeper(inside, { text: number, type: "number", optional: false });
  const value = inside.expression("number", inside);
  const test = at.choose.often(30) ? piece("test")`if (${condition(turn)}) ` : piece("test")``;
  const beats = at.choose.among([">", ">=", "<", "<="]);
  return {
    piece: statement`let ${most} = ${String(at.choose.below(5))}; let ${name} = ${textLiteral(at)}; ${head} { const ${number} = ${value}; ${test}if (${number} ${beats} ${most}) { ${most} = ${number}; ${name} = ${turn.expression("string", turn)}; } }`,
    names: [...named(most, "number"), ...named(name, "string")],
  };
}

/** The element that no other one beats, beside what the turns say, count or fill. */
function bestElement(at: Writer): Made {
  const list = listOfRecords(deeper(at));
  const type = list?.sort.slice(0, -2) ?? "";
  const [first, ...others] = pathsOf(type).filter((path) => ["string", "number"].includes(path.type));
  if (list === undefined || first === undefined) return best(at);
  const [kept, item, count] = [fresh(at), fresh(at), fresh(at)];
  const path = at.choose.among([first, ...others]);
  const none = path.optional ? ` ?? ${path.type === "string" ? '""' : "0"}` : "";
  const of = (name: string): string => (none === "" ? `${name}${path.text}` : `(${name}${path.text}${none})`);
  const inside = deeper({ ...at, inLoop: true }, ...named(item, type));
  const beside = (): Piece =>
    at.choose.among([
      statement``,
      statement`${count}++;`,
      statement`if (${condition(inside)}) ${count}++;`,
      statement`yield violation(${inside.expression("string", inside)});`,
      statement`if (${condition(inside)}) yield violation(${inside.expression("string", inside)});`,
    ]);
  const passed = at.choose.often(40) ? statement`if (${condition(inside)}) continue;` : statement``;
  return {
    piece: statement`let ${kept}: ${type} | undefined; let ${count} = 0; for (const ${item} of ${list}) { ${beside()} ${passed} if (${kept} === undefined || ${of(item)} ${at.choose.among([">", ">=", "<", "<="])} ${of(kept)}) ${kept} = ${item}; ${beside()} }`,
    names: [...named(kept, type, true), ...named(count, "number")],
  };
}

/** A turn's own variable, which choices and loops in it change, beside what the loop fills, counts, says or leaves. */
function ownOfTurn(at: Writer): Made {
  const [own, other, list, count] = [fresh(at), fresh(at), fresh(at), fresh(at)];
  const { head, inside } = turnOf(at);
  const turn = deeper(inside, ...named(own, "number"), ...named(other, "string"));
  const change = (): Piece => {
    const { head: again, inside: within } = turnOf(turn);
    const plain = { ...within, names: within.names.filter(({ text }) => text !== own && text !== other) };
    return at.choose.among([
      statement`if (${condition(turn)}) ${own} = ${turn.expression("number", turn)};`,
      statement`if (${condition(turn)}) { ${own} += ${turn.expression("number", turn)}; ${other} = \`\${${own}}\`; } else ${own}--;`,
      statement`${again} { if (${condition(plain)}) { ${own}++; ${other} += "x"; } }`,
      statement`if (${condition(turn)}) { ${other} = ${turn.expression("string", turn)}; ${list}.push(${other}); }`,
      statement`if (${condition(turn)}) continue;`,
    ]);
  };
  const end = at.choose.among([
    statement`${list}.push(${turn.expression("string", turn)});`,
    statement`if (${condition(turn)}) ${count}++;`,
    statement`if (${condition(turn)}) { ${list}.push(${other}); yield violation(\`\${${own}} \${${other}}\`); }`,
  ]);
  return {
    piece: statement`const ${list}: string[] = []; let ${count} = 0; ${head} { let ${own} = ${String(at.choose.below(4))}; let ${other} = ${textLiteral(at)}; ${change()} ${change()} ${end} }`,
    names: [...named(list, "string[]"), ...named(count, "number")],
  };
}

/** `xs.forEach((x) => { … });`, where `return` ends a turn. */
function calledForEach(at: Writer): Made {
  const [list, count, item] = [fresh(at), fresh(at), fresh(at)];
  const of = anyList(deeper(at));
  const inside = deeper(at, ...named(item, elementSort(of)));
  const turn = (): Piece =>
    at.choose.among([
      statement`if (${condition(inside)}) return;`,
      statement`if (${condition(inside)}) ${count}++;`,
      statement`${list}.push(${inside.expression("string", inside)});`,
      statement`if (${condition(inside)}) { ${list}.push(${inside.expression("string", inside)}); return; }`,
    ]);
  const loops = at.choose.often(60)
    ? statement`(${of}).forEach((${item}) => { ${turn()} ${turn()} ${turn()} });`
    : statement`(${of}).forEach((${item}) => ${list}.push(${inside.expression("string", inside)})); (${of}).forEach((${item}) => ${at.choose.among([piece("step")`${count}++`, piece("step")`(${count} += ${inside.expression("number", inside)})`])});`;
  return {
    piece: statement`const ${list}: string[] = []; let ${count} = 0; ${loops}`,
    names: [...named(list, "string[]"), ...named(count, "number")],
  };
}
