import { type Each, eachOf } from "./each.js";
import { type Piece, piece } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { named, only, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** What a turn has of its own, and what turns leave to those after them. */
export function turn(at: Writer): Made {
  return at.choose.among([
    ownList,
    ownSet,
    ownMap,
    ownChoice,
    countsSoFar,
    countsSoFar,
    countsAfter,
    groups,
    withIndex,
    overKeys,
    overSet,
  ])(at);
}

/** A loop, or `forEach`, in which nothing is said. */
function around({ list, item }: Each, body: Piece, at: Writer): Piece {
  return at.choose.often(70)
    ? statement`for (const ${item} of ${list}) { ${body} }`
    : statement`${list}.forEach((${item}) => { ${body} });`;
}

/** A list that each turn fills for itself. */
function ownList(at: Writer): Made {
  const [own, all] = [fresh(at), fresh(at)];
  const each = eachOf(at, true);
  const push = (): Piece =>
    statement`${at.choose.often(60) ? piece("test")`if (${condition(each.inside)}) ` : ""}${own}.push(${text(each.inside)});`;
  const end = at.choose.among([
    statement`if (${own}.length > 0) ${all}.push(${own}.join(","));`,
    statement`${all}.push(...${own});`,
    statement`for (const one of ${own}) ${all}.push(\`\${one}!\`);`,
    statement`${all}.push(\`\${${own}.at(-1) ?? "none"} \${${own}.includes(${text(each.inside)})}\`);`,
  ]);
  return {
    piece: statement`const ${all}: string[] = []; ${around(each, statement`const ${own}: string[] = []; ${push()} ${push()} ${end}`, at)}`,
    names: [named(all, "string[]")],
  };
}

function ownSet(at: Writer): Made {
  const own = fresh(at);
  const each = eachOf(at, true);
  const inner = eachOf(each.inside, true);
  const add = statement`for (const ${inner.item} of ${inner.list}) ${at.choose.often(50) ? piece("test")`if (${condition(inner.inside)}) ` : ""}${own}.add(${text(inner.inside)});`;
  const said = at.choose.among([
    statement`if (${own}.has(${text(each.inside)})) yield violation(${template(each.inside)});`,
    statement`yield violation(\`\${${own}.size} of \${${text(each.inside)}}\`);`,
    statement`for (const one of ${own}) yield violation(one);`,
    statement`if (!${own}.has(${text(each.inside)})) continue; yield violation(sorted([...${own}]).join());`,
  ]);
  return only(
    statement`for (const ${each.item} of ${each.list}) { const ${own} = new Set<string>(); ${add} ${at.choose.often(40) ? statement`${own}.add(${text(each.inside)});` : ""} ${said} }`,
  );
}

function ownMap(at: Writer): Made {
  const [own, key] = [fresh(at), fresh(at)];
  const each = eachOf(at, true);
  const inner = eachOf(each.inside, true);
  const count = at.choose.among([
    piece("count")`${own}.set(${key}, (${own}.get(${key}) ?? 0) + 1);`,
    piece("count")`if (${condition(inner.inside)}) ${own}.set(${key}, (${own}.get(${key}) ?? 0) + 1);`,
    piece("count")`${own}.set(${key}, ${inner.inside.expression("number", inner.inside)});`,
  ]);
  const said = at.choose.among([
    statement`for (const [one, most] of ${own}) if (most > 1) yield violation(\`\${one} \${most}\`);`,
    statement`yield violation(\`\${${own}.get(${text(each.inside)}) ?? 0} \${${own}.size}\`);`,
    statement`if (${own}.has(${text(each.inside)})) yield violation(${template(each.inside)});`,
  ]);
  return only(
    statement`for (const ${each.item} of ${each.list}) { const ${own} = new Map<string, number>(); for (const ${inner.item} of ${inner.list}) { const ${key} = ${text(inner.inside)}; ${count} } ${said} }`,
  );
}

/** A turn's own value that tests set, and that is read within its loops. */
function ownChoice(at: Writer): Made {
  const own = fresh(at);
  const each = eachOf(at, true);
  const value = (): Piece => text(each.inside);
  const inside = deeper(each.inside, named(own, "string"));
  const inner = eachOf(inside, true);
  const set = at.choose.among([
    statement`if (${condition(each.inside)}) ${own} = ${value()}; else if (${condition(each.inside)}) ${own} += ${value()};`,
    statement`switch (${value()}) { case "a": ${own} = ${value()}; break; case "app": case "web": ${own} = ${value()}; break; default: if (${condition(each.inside)}) ${own} = "x"; }`,
    statement`if (${condition(each.inside)}) { ${own} = ${value()}; if (${condition(each.inside)}) { ${own} = \`\${${own}}-\`; } }`,
  ]);
  const said = at.choose.among([
    statement`for (const ${inner.item} of ${inner.list}) if (${condition(inner.inside)}) yield violation(\`\${${own}} \${${text(inner.inside)}}\`);`,
    statement`if (${inner.list}.some((${inner.item}) => ${inner.inside.expression("boolean", inner.inside)})) yield violation(${own});`,
    statement`yield violation(${template(inside)});`,
  ]);
  return only(
    statement`for (const ${each.item} of ${each.list}) { let ${own} = ${value()}; ${set} ${said} }`,
  );
}

/** Counts that are read in the turn that makes them. */
function countsSoFar(at: Writer): Made {
  const [counts, key] = [fresh(at), fresh(at)];
  const each = eachOf(at, true);
  const inside = deeper(each.inside, named(key, "string"));
  const put = statement`${counts}.set(${key}, (${counts}.get(${key}) ?? 0) + 1);`;
  const limit = at.choose.among(["> 1", "=== 2", ">= 1", "=== 1"]);
  const said = at.choose.among([
    statement`if ((${counts}.get(${key}) ?? 0) ${limit}) yield violation(${template(inside)});`,
    statement`yield violation(\`\${${key}} \${${counts}.get(${key}) ?? 0}\`);`,
    statement`if (${counts}.has(${key}) && ${condition(inside)}) { yield violation(${key}); continue; }`,
  ]);
  const skip = at.choose.often(30) ? statement`if (${condition(inside)}) continue;` : statement``;
  const turns = at.choose.often(60) ? statement`${put} ${said}` : statement`${said} ${put}`;
  return only(
    statement`const ${counts} = new Map<string, number>(); for (const ${each.item} of ${each.list}) { const ${key} = ${text(each.inside)}; ${skip} ${turns} }`,
  );
}

/** Counts that are read when all is counted. */
function countsAfter(at: Writer): Made {
  const [counts, key, made] = [fresh(at), fresh(at), fresh(at)];
  const each = eachOf(at, true);
  const test = at.choose.often(50) ? piece("test")`if (${condition(each.inside)}) ` : "";
  const put = statement`const ${key} = ${text(each.inside)}; ${test}${counts}.set(${key}, (${counts}.get(${key}) ?? 0) + 1);`;
  const inner = deeper(at);
  const read = at.choose.among([
    piece("string[]")`[...${counts}].filter(([, most]) => most > 1).map(([one]) => one)`,
    piece("string[]")`[...${counts}.entries()].map(([one, most]) => \`\${one} \${most}\`)`,
    piece("string[]")`[\`\${${counts}.get(${text(inner)}) ?? 0}\`, \`\${${counts}.size}\`]`,
    piece("string[]")`[...${counts}.keys()].filter((one) => (${counts}.get(one) ?? 0) > 1)`,
  ]);
  return only(
    statement`const ${counts} = new Map<string, number>(); ${around(each, put, at)} const ${made} = ${read}; for (const one of ${made}) yield violation(one);`,
  );
}

/** Lists under keys. */
function groups(at: Writer): Made {
  const [map, key] = [fresh(at), fresh(at)];
  const each = eachOf(at, true);
  const put = at.choose.among([
    statement`${map}.set(${key}, [...(${map}.get(${key}) ?? []), ${text(each.inside)}]);`,
    statement`const before = ${map}.get(${key}) ?? []; ${map}.set(${key}, before.concat(${text(each.inside)}));`,
  ]);
  return only(
    statement`const ${map} = new Map<string, string[]>(); for (const ${each.item} of ${each.list}) { const ${key} = ${text(each.inside)}; ${put} } for (const [one, all] of ${map}) if (all.length > 1) yield violation(\`\${one}: \${all.join()}\`);`,
  );
}

function withIndex(at: Writer): Made {
  const [all, position] = [fresh(at), fresh(at)];
  const each = eachOf(at, true);
  const inside = deeper(each.inside, named(position, "number"));
  const test = at.choose.among([
    piece("boolean")`${position} > 0`,
    piece("boolean")`${position} % 2 === 0`,
    condition(inside),
  ]);
  return {
    piece: statement`const ${all}: string[] = []; ${each.list}.forEach((${each.item}, ${position}) => { if (${test}) ${all}.push(\`\${${position}} \${${text(inside)}}\`); });`,
    names: [named(all, "string[]")],
  };
}

function overKeys(at: Writer): Made {
  const [all, key] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const inside = deeper(at, named(key, "string"));
  const body = statement`if (${condition(inside)}) ${all}.push(${text(inside)});`;
  const over = at.expression("map", inner);
  const loop = at.choose.among([
    statement`Object.keys(${over}).forEach((${key}) => { ${body} });`,
    statement`Object.entries(${over}).forEach(([name, ${key}]) => { if (name !== "a") ${all}.push(${text(inside)}); });`,
    statement`for (const ${key} of Object.keys(${over})) { ${body} }`,
    statement`for (const ${key} in ${over}) { ${body} }`,
  ]);
  return only(
    statement`const ${all}: string[] = []; ${loop} for (const one of ${all}) yield violation(one);`,
  );
}

function overSet(at: Writer): Made {
  const [set, all, item] = [fresh(at), fresh(at), fresh(at)];
  const inner = deeper(at);
  const inside = deeper(at, named(item, "string"));
  const body = statement`if (${condition(inside)}) ${all}.push(${text(inside)});`;
  const loop = at.choose.often(50)
    ? statement`${set}.forEach((${item}) => { ${body} });`
    : statement`for (const ${item} of ${set}) { ${body} }`;
  return {
    piece: statement`const ${set} = new Set(${at.expression("string[]", inner)}); const ${all}: string[] = []; ${loop}`,
    names: [named(all, "string[]")],
  };
}
