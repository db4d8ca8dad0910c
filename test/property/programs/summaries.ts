import { eachOf } from "./each.js";
import { elementSort, type Piece, piece, together } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, named, number, only, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

/** Records that loops sum up: in the check, in a function about each element, or by `reduce`. */
export function summary(at: Writer): Made {
  return at.choose.among([filled, filled, ofEach, ofEach, ofEach, reduced, within, within])(at);
}

/** What a turn does to the fields of `of`, or to variables of their names. */
function steps(of: string, inside: Writer): Piece {
  const { choose } = inside;
  const step = (): Piece =>
    choose.among([
      statement`${of}count += ${number(inside)};`,
      statement`${of}count++;`,
      statement`${of}flag = true;`,
      statement`${of}names.push(${text(inside)});`,
      statement`${of}most = Math.max(${of}most, ${number(inside)});`,
    ]);
  const turn = (): Piece =>
    choose.among([
      step(),
      statement`if (${condition(inside)}) ${step()}`,
      statement`if (${condition(inside)}) { ${step()} ${step()} } else { ${step()} }`,
      statement`if (${condition(inside)}) continue;`,
      statement`if (${condition(inside)}) { ${step()} continue; }`,
    ]);
  return together("block", [turn(), turn(), step()], " ");
}

const fields: readonly Name[] = [
  named("count", "number"),
  named("flag", "boolean"),
  named("names", "string[]"),
  named("most", "number"),
];

const fieldsOf = (record: string): readonly Name[] =>
  fields.map((field) => ({ ...field, text: `${record}.${field.text}` }));

function filled(at: Writer): Made {
  const name = fresh(at);
  const loops = Array.from({ length: 1 + at.choose.below(2) }, () => {
    const { list, item, inside } = eachOf(at, true);
    return statement`for (const ${item} of ${list}) { ${steps(`${name}.`, inside)} }`;
  });
  return {
    piece: statement`const ${name} = { count: 0, flag: false, names: [] as string[], most: ${String(at.choose.below(3))} }; ${together("loops", loops, " ")}`,
    names: fieldsOf(name),
  };
}

const type = "{ count: number; flag: boolean; names: string[]; most: number; first: string | undefined }";

/** A function that sums up what it is given, and may do so early. */
function ofEach(at: Writer): Made {
  const [name, given, made] = [fresh(at), fresh(at), fresh(at)];
  const { list, item, inside: turn } = eachOf(at, true);
  const element = elementSort(list);
  const { inside: around, put } = place(at);
  const body = deeper({ ...around, inLoop: false }, named(given, element));
  const inner = eachOf(body, true);
  const early = at.choose.often(35)
    ? statement`if (${condition(body)}) return { count: 0, flag: ${boolean(body)}, names: [], most: ${number(body)}, first: undefined };`
    : statement``;
  const first = at.choose.often(50) ? body.optional("string", body) : piece("string?")`names[0]`;
  const declared = put(
    statement`function ${name}(${given}: ${element}): ${type} { ${early} let count = 0; let flag = false; let most = 0; const names: string[] = []; for (const ${inner.item} of ${inner.list}) { ${steps("", inner.inside)} } return { count, flag, names, most, first: ${first} }; }`,
  );
  const one = deeper(turn, ...fieldsOf("found"), named("found.first", "string", true));
  const loose = deeper(turn, ...fields, named("first", "string", true));
  const asked = at.choose.among([
    statement`for (const ${item} of ${list}) { const found = ${name}(${item}); if (${condition(one)}) yield violation(${template(one)}); }`,
    statement`for (const ${item} of ${list}) { const { count, flag, names, most, first } = ${name}(${item}); if (${condition(loose)}) continue; yield violation(\`\${count} \${flag} \${names.join()} \${most} \${first ?? "-"} \${${text(loose)}}\`); }`,
    statement`{ const ${made} = ${list}.map(${name}); yield violation(\`\${${made}.reduce((sum, { count }) => sum + count, 0)} \${${made}.filter(({ flag }) => flag).length} \${${made}.flatMap(({ names }) => names).join()}\`); }`,
    statement`if (${list}.some((${item}) => ${name}(${item}).names.includes(${text(turn)}))) yield violation("some"); else if (${list}.every((${item}) => ${name}(${item}).count > 1)) yield violation("every");`,
    statement`{ const ${made} = ${list}.map((${item}) => ({ of: ${text(turn)}, ...${name}(${item}) })).find(({ count, of }) => count > 0 || of === "a"); yield violation(\`\${${made}?.of ?? "none"} \${${made}?.first ?? "-"} \${${made}?.names.length ?? 0}\`); }`,
    statement`for (const { names, first } of ${list}.map(${name}).filter(({ flag }) => !flag)) for (const one of names) if (one !== first) yield violation(one);`,
  ]);
  return only(statement`${declared} ${asked}`);
}

function reduced(at: Writer): Made {
  const name = fresh(at);
  const { list, item, inside } = eachOf(at, true);
  const value = at.choose.among([
    piece(
      "record",
    )`({ count: all.count + ${number(inside)}, flag: all.flag || ${boolean(inside)}, names: [...all.names, ${text(inside)}], most: Math.max(all.most, ${number(inside)}) })`,
    piece("record")`({ ...all, count: all.count + 1, flag: all.flag || ${boolean(inside)} })`,
    piece("record")`(${boolean(inside)} ? { ...all, count: all.count + 1 } : all)`,
    piece(
      "record",
    )`({ ...all, names: ${boolean(inside)} ? [...all.names, ${text(inside)}] : all.names, most: ${number(inside)} > all.most ? ${number(inside)} : all.most })`,
  ]);
  return {
    piece: statement`const ${name} = ${list}.reduce((all, ${item}) => ${value}, { count: 0, flag: false, names: [] as string[], most: 0 });`,
    names: fieldsOf(name),
  };
}

/** Functions in a turn, which read what the turns around them have. */
function within(at: Writer): Made {
  const outer = eachOf(at, true);
  const [test, says, given] = [fresh(at), fresh(at), fresh(at)];
  const inner = eachOf(outer.inside, true);
  const one = deeper(inner.inside, named(given, "string"));
  const next = eachOf(inner.inside, true);
  const asked = at.choose.among([
    statement`if (${test}(${text(inner.inside)})) yield violation(${says}(${text(inner.inside)}));`,
    statement`for (const ${next.item} of ${next.list}) if (${test}(${text(next.inside)})) yield violation(${says}(${text(next.inside)}));`,
    statement`if (${next.list}.some((${next.item}) => ${test}(${text(next.inside)}))) { yield violation(${says}("some")); continue; } yield violation(${says}("none"));`,
    statement`const kept = ${inner.inside.expression("string[]", inner.inside)}.filter(${test}).map(${says}); if (kept.length > 0) yield violation(kept.join());`,
  ]);
  return only(
    statement`for (const ${outer.item} of ${outer.list}) { for (const ${inner.item} of ${inner.list}) { const ${test} = (${given}: string): boolean => ${boolean(one)}; const ${says} = (${given}: string): string => ${template(one)}; ${asked} } }`,
  );
}
