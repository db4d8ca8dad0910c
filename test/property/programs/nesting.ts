import { elementSort, type Piece, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { textLiteral } from "./texts.js";
import { condition } from "./truths.js";
import { statement } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

const text = piece("string");
const named = (of: string, type: string) => ({ text: of, type, optional: false });

/** A loop in a loop, of which either is left from within a switch, by its label or without one. */
export function leftByLabel(at: Writer): Made {
  const [label, one, other] = [fresh(at), fresh(at), fresh(at)];
  const outer = anyList(deeper(at));
  const around = deeper({ ...at, inLoop: true }, named(one, elementSort(outer)));
  const inner = anyList(around);
  const inside = deeper(around, named(other, elementSort(inner)));
  const out = (): string =>
    at.choose.among([`break ${label};`, `continue ${label};`, "continue;", "break;", "break;"]);
  const said = () => statement`yield violation(${inside.expression("string", inside)});`;
  const ending = () =>
    at.choose.among([
      statement`${said()} ${out()}`,
      statement`if (${condition(inside)}) ${out()} ${said()} break;`,
      statement`if (${condition(inside)}) { ${said()} ${out()} } break;`,
      statement`${out()}`,
    ]);
  const cases = statement`case ${textLiteral(at)}: ${ending()} case ${textLiteral(at)}: ${ending()} default: ${ending()}`;
  const asked = statement`switch (${inside.expression("string", inside)}) { ${cases} }`;
  const after = at.choose.often(50) ? said() : statement``;
  const last = at.choose.often(50)
    ? statement`yield violation(${around.expression("string", around)});`
    : statement``;
  return {
    piece: statement`${label}: for (const ${one} of ${outer}) { for (const ${other} of ${inner}) { ${asked} ${after} } ${last} }`,
    names: [],
  };
}

/** Lists in objects in a list, each read in one of the ways in which its elements can be. */
export function nestedLists(at: Writer): Made {
  const [rows, item, row] = [fresh(at), fresh(at), fresh(at)];
  const list = anyList(deeper(at));
  const inside = deeper(at, named(item, elementSort(list)));
  const pair = (type: string): Piece =>
    piece(type)`[${inside.expression(type, inside)}, ${inside.expression(type, inside)}]`;
  const fields = statement`sizes: ${pair("number")}, flags: ${pair("boolean")}, texts: ${pair("string")}, lists: ${pair("string[]")}, some: ${inside.expression("number[]", inside)}`;
  const said = () =>
    text`\${${at.choose.among([
      `${row}.sizes[0] ?? 0`,
      `${row}.sizes.join()`,
      `${row}.sizes.reduce((sum, size) => sum + size, 0)`,
      `${row}.sizes.map((size) => size + 1).join()`,
      `${row}.some.find((size) => size > 1) ?? "-"`,
      `${row}.some.length`,
      `${row}.flags[1] ?? false`,
      `${row}.flags.filter((flag) => flag).length`,
      `${row}.texts.join("/")`,
      `${row}.texts[1]?.length ?? 0`,
      `${row}.lists.map((one) => one.length).join()`,
      `${row}.lists[1]?.join() ?? "none"`,
      `${row}.lists[0]?.[0] ?? "none"`,
    ])}}`;
  const asked = at.choose.among([
    `${row}.sizes.some((size) => size > 2)`,
    `${row}.flags.every((flag) => flag)`,
    `${row}.flags.includes(true)`,
    `${row}.texts.includes("a")`,
    `${row}.lists.some((one) => one.length > 1)`,
    `(${row}.sizes[1] ?? 0) > 1`,
    `${row}.flags[0]`,
    "true",
  ]);
  return {
    piece: statement`const ${rows} = ${list}.map((${item}) => ({ ${fields} })); for (const ${row} of ${rows}) if (${asked}) yield violation(\`${said()} ${said()}\`);`,
    names: [],
  };
}
