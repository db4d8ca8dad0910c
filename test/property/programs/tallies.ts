import { eachOf } from "./each.js";
import { type Piece, piece } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { named, number, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** An object of which a loop changes the fields, each as a variable. */
export function tallied(at: Writer): Made {
  const [name, made] = [fresh(at), fresh(at)];
  const { list, item, inside } = eachOf(at, true);
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

/** Variables that turns read as those before have left them: what a turn makes of one is made of others. */
export function runningTally(at: Writer): Made {
  const [count, flag, before] = [fresh(at), fresh(at), fresh(at)];
  const { list, item, inside } = eachOf(at, true);
  const names = [named(count, "number"), named(flag, "boolean"), named(before, "string")];
  const turn = (): Piece =>
    at.choose.among([
      piece("turn")`${count}++;`,
      piece("turn")`${count} -= 2;`,
      piece("turn")`if (${condition(inside)}) ${count} += ${number(inside)};`,
      piece("turn")`if (${condition(inside)}) ${flag} = true; else ${count}++;`,
      piece("turn")`${flag} ||= ${condition(inside)};`,
      piece("turn")`${before} = ${text(inside)};`,
      piece("turn")`if (${condition(inside)}) { ${before} = ${text(inside)}; }`,
      piece("turn")`${before} += ${text(inside)};`,
      piece("turn")`if (${condition(inside)}) continue;`,
    ]);
  const said = deeper(inside, ...names);
  const says = (): Piece =>
    at.choose.among([
      piece("says")`if (${condition(said)}) yield violation(${template(said)});`,
      piece("says")`yield violation(\`\${${count}} \${${flag}} \${${before}}\`);`,
      piece(
        "says",
      )`if (${flag} && ${count} > 1) yield violation(\`\${${before}} before \${${text(said)}}\`);`,
      piece(
        "says",
      )`{ const now = ${number(said)}; if (now !== ${count}) yield violation(\`\${now} \${${count}}\`); }`,
    ]);
  return {
    piece: statement`let ${count} = ${at.choose.among(["0", "1"])}; let ${flag} = false; let ${before} = ""; for (const ${item} of ${list}) { ${says()} ${turn()} ${says()} ${turn()} }`,
    names,
  };
}
