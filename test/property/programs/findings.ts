import { eachOf } from "./each.js";
import { askedOfFindings } from "./finding-questions.js";
import { elementSort, type Piece, piece, together } from "./piece.js";
import { condition } from "./truths.js";
import { boolean, named, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** Lists of records that functions, loops and chains find out first, and what is asked of all of them. */
export function ofFindings(at: Writer): Made {
  const list = fresh(at);
  const made = at.choose.among([chained, chained, pushed, pushed, yielded, given, given, byName, both])(
    list,
    at,
  );
  const asked = askedOfFindings(list, { ...at, names: [...at.names, named(list, "Finding[]")] });
  return { piece: statement`${made} ${asked}`, names: [named(list, "Finding[]")] };
}

/** `{ name, words, entry, … }`. */
export function finding(at: Writer): Piece {
  const { choose } = at;
  const fields = [
    piece("field")`name: ${text(at)}`,
    piece("field")`words: ${at.expression("string[]", at)}`,
    piece("field")`entry: ${at.expression("Entry", { ...at, depth: 0 })}`,
    ...(choose.often(50) ? [piece("field")`most: ${optionalOr("number", at)}`] : []),
    ...(choose.often(40) ? [piece("field")`note: ${optionalOr("string", at)}`] : []),
    ...(choose.often(25) ? [piece("field")`tags: ${at.expression("map", { ...at, depth: 1 })}`] : []),
    ...(choose.often(25) ? [piece("field")`...(${boolean(at)} ? { flag: ${boolean(at)} } : {})`] : []),
  ];
  return piece("finding")`{ ${together("fields", fields, ", ")} }`;
}

function optionalOr(type: string, at: Writer): Piece {
  return at.choose.often(60) ? at.optional(type, at) : at.expression(type, at);
}

function chained(name: string, at: Writer): Piece {
  const { list, item, inside } = eachOf(at);
  const inner = eachOf(inside);
  const value = at.choose.among([
    piece("Finding[]")`${list}.map((${item}): Finding => (${finding(inside)}))`,
    piece(
      "Finding[]",
    )`${list}.filter((${item}) => ${condition(inside)}).map((${item}) => (${finding(inside)}))`,
    piece("Finding[]")`${list}.flatMap((${item}) => (${condition(inside)} ? [${finding(inside)}] : []))`,
    piece(
      "Finding[]",
    )`${list}.flatMap((${item}) => ${inner.list}.map((${inner.item}) => (${finding(inner.inside)})))`,
    piece(
      "Finding[]",
    )`${list}.flatMap((${item}): Finding[] => { if (${condition(inside)}) return []; return [${finding(inside)}, ${finding(inside)}]; })`,
    piece("Finding[]")`${list}.map((${item}) => ({ ...${finding(inside)}, name: ${text(inside)} }))`,
  ]);
  return statement`const ${name}: Finding[] = ${value};`;
}

function pushed(name: string, at: Writer): Piece {
  const { list, item, inside } = eachOf(at, true);
  const inner = eachOf(inside, true);
  const push = (of: Writer): Piece => statement`${name}.push(${finding(of)});`;
  const turn = at.choose.among([
    statement`if (${condition(inside)}) ${push(inside)}`,
    statement`if (${condition(inside)}) ${push(inside)} else ${push(inside)}`,
    statement`if (${condition(inside)}) continue; ${push(inside)}`,
    statement`for (const ${inner.item} of ${inner.list}) { if (${condition(inner.inside)}) continue; ${push(inner.inside)} }`,
    statement`for (const ${inner.item} of ${inner.list}) ${push(inner.inside)} if (${condition(inside)}) ${push(inside)}`,
    statement`switch (${text(inside)}) { case "a": ${push(inside)} break; case "web": case "app": break; default: ${push(inside)} }`,
  ]);
  return statement`const ${name}: Finding[] = []; ${at.choose.often(30) ? push(deeper(at)) : ""} for (const ${item} of ${list}) { ${turn} }`;
}

/** A function of the module, or of the check, that is given an element of the list. */
function functionOf(list: Piece, at: Writer) {
  const [made, one] = [fresh(at), fresh(at)];
  const { inside, put } = place(at);
  const sort = elementSort(list);
  return { made, one, sort, of: deeper({ ...inside, inLoop: false }, named(one, sort)), put };
}

/** By a generator of values. */
function yielded(name: string, at: Writer): Piece {
  const { list, item, inside } = eachOf(at);
  const { made, one, sort, of, put } = functionOf(list, at);
  const inner = eachOf(of, true);
  const body = at.choose.among([
    statement`if (${condition(of)}) yield ${finding(of)};`,
    statement`if (${condition(of)}) return; yield ${finding(of)};`,
    statement`for (const ${inner.item} of ${inner.list}) if (${condition(inner.inside)}) yield ${finding(inner.inside)};`,
    statement`if (${condition(of)}) yield ${finding(of)}; for (const ${inner.item} of ${inner.list}) { if (${condition(inner.inside)}) continue; yield ${finding(inner.inside)}; }`,
  ]);
  const declared = put(statement`function* ${made}(${one}: ${sort}): Generator<Finding> { ${body} }`);
  const value = at.choose.among([
    piece("Finding[]")`${list}.flatMap((${item}) => [...${made}(${item})])`,
    piece(
      "Finding[]",
    )`${list}.filter((${item}) => ${condition(inside)}).flatMap((${item}) => Array.from(${made}(${item})))`,
  ]);
  return statement`${declared} const ${name}: Finding[] = ${value};`;
}

/** By a function that finds one, or none. */
function given(name: string, at: Writer): Piece {
  const { list, item, inside } = eachOf(at);
  const { made, one, sort, of, put } = functionOf(list, at);
  const inner = eachOf(of, true);
  const body = at.choose.among([
    statement`if (${condition(of)}) return undefined; return ${finding(of)};`,
    statement`return ${condition(of)} ? ${finding(of)} : undefined;`,
    statement`for (const ${inner.item} of ${inner.list}) if (${condition(inner.inside)}) return ${finding(inner.inside)}; return undefined;`,
    statement`if (${condition(of)}) return ${finding(of)}; if (${condition(of)}) return ${finding(of)}; return undefined;`,
    statement`const found = [...${inner.list}].find((${inner.item}) => ${boolean(inner.inside)}); return found === undefined ? undefined : ${finding(of)};`,
  ]);
  const declared = put(statement`function ${made}(${one}: ${sort}): Finding | undefined { ${body} }`);
  const value = at.choose.among([
    piece("Finding[]")`${list}.map(${made}).filter((one) => one !== undefined)`,
    piece(
      "Finding[]",
    )`${list}.map((${item}) => ${made}(${item})).filter((one): one is Finding => one !== undefined)`,
    piece("Finding[]")`${list}.flatMap((${item}) => ${made}(${item}) ?? [])`,
    piece(
      "Finding[]",
    )`${list}.flatMap((${item}) => { const found = ${made}(${item}); return found && ${boolean(inside)} ? [found] : []; })`,
  ]);
  const loop = statement`const ${name}: Finding[] = []; for (const ${item} of ${list}) { const found = ${made}(${item}); if (found !== undefined) ${name}.push(found); }`;
  return statement`${declared} ${at.choose.often(30) ? loop : statement`const ${name}: Finding[] = ${value};`}`;
}

/** Of the entries of a map. */
function byName(name: string, at: Writer): Piece {
  const inside = deeper(at, named("key", "string"), named("value", "string"));
  const of = at.expression("map", deeper(at));
  return at.choose.among([
    statement`const ${name}: Finding[] = Object.entries(${of}).map(([key, value]) => (${finding(inside)}));`,
    statement`const ${name}: Finding[] = Object.entries(${of}).filter(([key, value]) => ${boolean(inside)}).flatMap(([key, value]) => [${finding(inside)}]);`,
    statement`const ${name}: Finding[] = []; for (const [key, value] of Object.entries(${of})) if (${condition(inside)}) ${name}.push(${finding(inside)});`,
  ]);
}

/** Two lists in one. */
function both(name: string, at: Writer): Piece {
  const [one, other] = [eachOf(at), eachOf(at)];
  const first = piece("Finding[]")`${one.list}.map((${one.item}) => (${finding(one.inside)}))`;
  const second = piece(
    "Finding[]",
  )`${other.list}.filter((${other.item}) => ${condition(other.inside)}).map((${other.item}) => (${finding(other.inside)}))`;
  return at.choose.often(50)
    ? statement`const ${name}: Finding[] = [...${first}, ...${second}];`
    : statement`const ${name}: Finding[] = ${boolean(deeper(at))} ? ${first} : ${second};`;
}
