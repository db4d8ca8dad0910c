import { elementSort, type Piece, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { template } from "./texts.js";
import { boolean, named, only, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** A table of checks, by rows or by names, in the module or in the check, and a list whose elements they are for. */
export function tableOfChecks(at: Writer): Made {
  return at.choose.among([inRows, inRows, byName, byName, fixedNames, inMap])(at);
}

interface Checked {
  readonly list: Piece;
  readonly element: string;
  readonly table: string;
  /** `(c) => …`, where the type of `c` is told, or said. */
  readonly test: () => Piece;
  readonly typedTest: () => Piece;
  readonly says: () => Piece;
  readonly word: () => Piece;
  readonly put: (declaration: Piece) => Piece;
  /** What stands in a loop over the list. */
  readonly item: string;
  readonly turn: Writer;
}

function checkedOf(at: Writer): Checked {
  const list = anyList(deeper(at));
  const element = elementSort(list);
  const [table, item] = [fresh(at), fresh(at)];
  const { inside, put } = place(at);
  const arrow = (annotation: string, result: (of: Writer) => Piece): Piece => {
    const argument = fresh(at);
    return piece(
      "function",
    )`(${argument}${annotation}) => ${result(deeper(inside, named(argument, element)))}`;
  };
  return {
    list,
    element,
    table,
    test: () => arrow("", boolean),
    typedTest: () => arrow(`: ${element}`, boolean),
    says: () => arrow("", text),
    word: () => text(deeper({ ...inside, depth: 1 })),
    put,
    item,
    turn: deeper({ ...at, inLoop: true }, named(item, element)),
  };
}

function inRows(at: Writer): Made {
  const { list, element, table, test, says, word, put, item, turn } = checkedOf(at);
  const row = (): Piece =>
    piece(
      "row",
    )`{ name: ${word()}, test: ${test()}${at.choose.often(50) ? piece("field")`, says: ${says()}` : ""} }`;
  const declared = put(
    statement`const ${table}: readonly { name: string; test: (x: ${element}) => boolean; says?: (x: ${element}) => string }[] = [${row()}, ${row()}, ${row()}];`,
  );
  const quantifier = at.choose.among(["some", "every"]);
  const asked = at.choose.among([
    statement`for (const ${item} of ${list}) for (const row of ${table}) if (row.test(${item})) yield violation(row.says?.(${item}) ?? row.name);`,
    statement`for (const { name, test } of ${table}) if (${list}.${quantifier}(test)) yield violation(name);`,
    statement`for (const { name, test, says } of ${table}) for (const ${item} of ${list}.filter(test)) yield violation(says === undefined ? name : says(${item}));`,
    statement`const failed = ${table}.filter(({ test }) => ${list}.${quantifier}(test)).map(({ name }) => name); if (failed.length > 0) yield violation(failed.join());`,
    statement`yield violation(${table}.find((row) => ${list}.${quantifier}(row.test))?.name ?? "none");`,
    statement`yield* ${table}.filter((row) => ${list}.${quantifier}((one) => row.test(one))).map(({ name }) => violation(name));`,
    statement`for (const ${item} of ${list}) { const failed = ${table}.find(({ test }) => !test(${item})); if (failed !== undefined) yield violation(\`\${failed.name} \${${text(turn)}}\`); }`,
    statement`for (const ${item} of ${list}) if (${table}.${quantifier}(({ test }) => test(${item}))) yield violation(${template(turn)});`,
  ]);
  return only(statement`{ ${declared} ${asked} }`);
}

function byName(at: Writer): Made {
  const { list, element, table, test, put, item, turn } = checkedOf(at);
  const declared = put(
    statement`const ${table}: Record<string, (x: ${element}) => boolean> = { a: ${test()}, "x-y": ${test()}, web: ${test()} };`,
  );
  const asked = at.choose.among([
    statement`for (const [name, test] of Object.entries(${table})) if (${list}.some(test)) yield violation(name);`,
    statement`for (const ${item} of ${list}) for (const [name, test] of Object.entries(${table})) if (test(${item})) yield violation(\`\${name} \${${text(turn)}}\`);`,
    statement`for (const ${item} of ${list}) if (${table}[${text(turn)}]?.(${item})) yield violation(${template(turn)});`,
    statement`for (const ${item} of ${list}) { const test = ${table}[${text(turn)}]; if (test === undefined) continue; if (test(${item})) yield violation(${template(turn)}); }`,
    statement`for (const ${item} of ${list}) if (Object.values(${table}).every((test) => !test(${item}))) yield violation(${template(turn)});`,
    statement`const names = Object.entries(${table}).filter(([, test]) => ${list}.every(test)).map(([name]) => name); yield violation(sorted(names).join());`,
    statement`for (const name of ["a", "web", "other"]) for (const ${item} of ${list}) if (${table}[name]?.(${item}) ?? ${at.choose.among(["true", "false"])}) yield violation(name);`,
  ]);
  return only(statement`{ ${declared} ${asked} }`);
}

function fixedNames(at: Writer): Made {
  const { list, table, typedTest, put, item, turn } = checkedOf(at);
  const declared = put(
    statement`const ${table} = { a: ${typedTest()}, web: ${typedTest()} }${at.choose.among(["", " as const"])};`,
  );
  const asked = at.choose.among([
    statement`for (const ${item} of ${list}) if (${table}.a(${item}) && !${table}.web(${item})) yield violation(${template(turn)});`,
    statement`for (const name of ["web", "a"] as const) if (${list}.some(${table}[name])) yield violation(name);`,
    statement`if (${list}.some(${table}.web)) yield violation("web"); else if (${list}.every((${item}) => ${table}.a(${item}))) yield violation("a");`,
  ]);
  return only(statement`{ ${declared} ${asked} }`);
}

function inMap(at: Writer): Made {
  const { list, element, table, test, put, item, turn } = checkedOf(at);
  const declared = put(
    statement`const ${table} = new Map<string, (x: ${element}) => boolean>([["a", ${test()}], ["web", ${test()}]]);`,
  );
  const asked = at.choose.among([
    statement`for (const [name, test] of ${table}) if (${list}.some(test)) yield violation(name);`,
    statement`for (const ${item} of ${list}) if (${table}.get(${text(turn)})?.(${item})) yield violation(${template(turn)});`,
  ]);
  return only(statement`{ ${declared} ${asked} }`);
}
