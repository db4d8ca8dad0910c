import { type Piece, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { condition } from "./truths.js";
import { named, number, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** An object of which a loop changes the fields, each as a variable. */
export function tallied(at: Writer): Made {
  const [name, item, made] = [fresh(at), fresh(at), fresh(at)];
  const list = anyList(deeper(at));
  const inside = deeper({ ...at, inLoop: true }, named(item, list.sort.slice(0, -2)));
  const turn = (): Piece =>
    at.choose.among([
      piece("turn")`${name}.count++;`,
      piece("turn")`if (${condition(inside)}) ${name}.count += ${number(inside)};`,
      piece("turn")`if (${condition(inside)}) ${name}.any = true;`,
      piece("turn")`${name}.any ||= ${condition(inside)};`,
      piece("turn")`if (${condition(inside)}) { ${name}.last = ${text(inside)}; }`,
      piece("turn")`${name}.most = Math.max(${name}.most, ${number(inside)});`,
      piece("turn")`if (${condition(inside)}) continue;`,
    ]);
  const type = at.choose.often(40) ? ": { count: number; any: boolean; last: string; most: number }" : "";
  const [of, value] = at.choose.among([
    ["number", piece("number")`${name}.count`],
    ["number", piece("number")`(${name}.count + ${name}.most)`],
    ["boolean", piece("boolean")`${name}.any`],
    ["string", piece("string")`${name}.last`],
    ["number", piece("number")`{ ...${name}, more: 1 }.most`],
  ] as const);
  return {
    piece: statement`const ${name}${type} = { count: 0, any: false, last: "", most: 1 }; for (const ${item} of ${list}) { ${turn()} ${turn()} ${name}.count++; } const ${made} = ${value};`,
    names: [named(made, of)],
  };
}
