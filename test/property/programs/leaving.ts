import { elementSort, type Piece } from "./piece.js";
import { anyList } from "./reads.js";
import { condition } from "./truths.js";
import { named, statement } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** `for (let i = xs.length - 1; i >= 0; i--)`, which fills, finds or says something. */
export function fromTheEnd(at: Writer): Made {
  const [all, item, index, out, found] = [fresh(at), fresh(at), fresh(at), fresh(at), fresh(at)];
  const list = anyList(deeper(at));
  const inside = deeper({ ...at, inLoop: true }, named(item, elementSort(list)));
  const turn = at.choose.among([
    statement`if (${condition(inside)}) { ${found} = ${inside.expression("string", inside)}; break; }`,
    statement`if (${condition(inside)}) continue; ${out}.push(${inside.expression("string", inside)});`,
    statement`if (${condition(inside)}) yield violation(${inside.expression("string", inside)});`,
    statement`${found} += ${inside.expression("string", inside)};`,
  ]);
  return {
    piece: statement`const ${all} = ${list}; const ${out}: string[] = []; let ${found} = ""; for (let ${index} = ${all}.length - 1; ${index} >= 0; ${index}--) { const ${item} = ${all}[${index}]; if (${item} === undefined) continue; ${turn} }`,
    names: [named(out, "string[]"), named(found, "string")],
  };
}

/** The position of the first one, or all pairs of positions and elements as a list. */
export function positions(at: Writer): Made {
  const [found, index, item] = [fresh(at), fresh(at), fresh(at)];
  const list = anyList(deeper(at));
  const inside = deeper({ ...at, inLoop: true }, named(item, elementSort(list)), named(index, "number"));
  const asked = at.choose.among(["< 0", "=== -1"]);
  const pairs = statement`[...(${list}).entries()].filter(([${index}, ${item}]) => ${condition(inside)})`;
  return at.choose.among([
    {
      piece: statement`let ${found} = -1; for (const [${index}, ${item}] of (${list}).entries()) if (${found} ${asked} && ${condition(inside)}) ${found} = ${index};`,
      names: [named(found, "number")],
    },
    {
      piece: statement`const ${found} = ${pairs}.map(([${index}, ${item}]) => \`\${${index}} \${${inside.expression("string", inside)}}\`);`,
      names: [named(found, "string[]")],
    },
    {
      piece: statement`for (const [${index}, ${item}] of ${pairs}) yield violation(\`\${${index}} \${${inside.expression("string", inside)}}\`);`,
      names: [],
    },
  ]);
}

/** `reduce` without an initial value, behind a test. */
export function bestOfAll(at: Writer): Made {
  const [all, best, one, other] = [fresh(at), fresh(at), fresh(at), fresh(at)];
  const type = at.choose.among(["number[]", "string[]"]);
  const list = at.expression(type, deeper(at));
  const chosen = at.choose.among([
    `${other} > ${one} ? ${other} : ${one}`,
    `${one} <= ${other} ? ${one} : ${other}`,
    `${other} >= ${one} ? ${other} : ${one}`,
    type === "number[]" ? `${one} + ${other}` : `${other} < ${one} ? ${other} : ${one}`,
  ]);
  return {
    piece: statement`const ${all}: ${type} = ${list}; if (${all}.length > 0) { const ${best} = ${all}.reduce((${one}, ${other}) => (${chosen})); yield violation(\`\${${best}}\`); }`,
    names: [],
  };
}

/** A loop over keys that says the same whichever of them leaves it. */
export function leftKeys(at: Writer): Made {
  const [key, value] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const inside = deeper(inner, named(key, "string"), named(value, "string"));
  const out = at.inLoop || at.choose.often(60) ? "break" : "return";
  return {
    piece: statement`for (const [${key}, ${value}] of Object.entries(${at.expression("map", inner)})) { if (${condition(inside)}) { yield violation(${inner.expression("string", inner)}); ${out}; } }`,
    names: [],
  };
}

/** A loop over what may be absent, of which a turn leaves it. */
export function leftAbsent(at: Writer): Made {
  const item = fresh(at);
  const inner = deeper(at);
  const type = at.choose.among(["string", "number", "boolean"]);
  const inside = deeper({ ...inner, inLoop: true }, { text: item, type, optional: true });
  const out = at.inLoop || at.choose.often(60) ? "break" : "return";
  const turn = at.choose.among([
    statement`if (${condition(inside)}) continue; yield violation(\`\${${item} ?? "none"}\`); ${out};`,
    statement`if (${condition(inside)}) break; if (${condition(inside)}) { yield violation(${inside.expression("string", inside)}); ${out}; }`,
    statement`yield violation(\`\${${item} ?? "none"}\`); ${out};`,
  ]);
  const values = [at.optional(type, inner), at.optional(type, inner), at.expression(type, inner)] as const;
  return {
    piece: statement`for (const ${item} of [${values[0]}, ${values[1]}, ${values[2]}]) { ${turn} }`,
    names: [],
  };
}

/** What a function returns out of a loop in a loop, of which the inner one may end otherwise as well. */
export function foundInside(at: Writer, value: (of: Writer) => Piece): Piece {
  const [one, other] = [fresh(at), fresh(at)];
  const outer = anyList(deeper(at));
  const around = deeper({ ...at, inLoop: true }, named(one, elementSort(outer)));
  const inner = anyList(around);
  const inside = deeper(around, named(other, elementSort(inner)));
  const first = statement`if (${condition(inside)}) break;`;
  const second = statement`if (${condition(inside)}) return ${value(inside)};`;
  const turns = at.choose.often(50) ? statement`${first} ${second}` : statement`${second} ${first}`;
  return statement`for (const ${one} of ${outer}) { for (const ${other} of ${inner}) { ${turns} } if (${condition(around)}) return ${value(around)}; }`;
}
