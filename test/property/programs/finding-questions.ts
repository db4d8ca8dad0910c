import { type Piece, piece } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, named, number, statement, text } from "./words.js";
import { deeper, fresh, type Writer } from "./writer.js";

/** What is said of a list of findings. */
export function askedOfFindings(list: string, at: Writer): Piece {
  return at.choose.among([
    looped,
    looped,
    takenApart,
    quantified,
    summed,
    grouped,
    grouped,
    ordered,
    compared,
    first,
  ])(list, at);
}

interface One {
  readonly item: string;
  readonly inside: Writer;
}

function oneOf(at: Writer, isLoop = false): One {
  const item = fresh(at);
  const around = isLoop ? { ...at, inLoop: true } : at;
  return { item, inside: deeper(around, named(item, "Finding")) };
}

function looped(list: string, at: Writer): Piece {
  const { item, inside } = oneOf(at, true);
  const word = deeper(inside, named("word", "string"));
  return at.choose.among([
    statement`for (const ${item} of ${list}) if (${condition(inside)}) yield violation(${template(inside)});`,
    statement`for (const ${item} of ${list}) { if (${condition(inside)}) { yield violation(${template(inside)}); continue; } if (${condition(inside)}) yield violation(${text(inside)}); }`,
    statement`for (const ${item} of ${list}) for (const word of ${item}.words) if (${condition(word)}) yield violation(${template(word)});`,
    statement`yield* ${list}.filter((${item}) => ${condition(inside)}).map((${item}) => violation(${template(inside)}));`,
    statement`for (const ${item} of ${list}.filter(({ most = 2 }) => most > 1)) yield violation(${template(inside)});`,
    statement`if (${list}.length > 0) yield violation(${list}.map((${item}) => ${template(inside)}).join("; "));`,
  ]);
}

function takenApart(list: string, at: Writer): Piece {
  const names = [
    named("name", "string"),
    named("label", "string"),
    named("most", "number"),
    named("words", "string[]"),
  ];
  const inside = deeper({ ...at, inLoop: true }, ...names);
  const parts = "{ name, words, most = 7, entry: { label, size, note = name } }";
  return at.choose.among([
    statement`for (const ${parts} of ${list}) yield violation(\`\${name} \${words.length} \${most} \${label} \${size} \${note}\`);`,
    statement`for (const ${parts} of ${list}) if (${condition(inside)}) yield violation(${template(inside)});`,
    statement`for (const { entry, ...rest } of ${list}) yield violation(\`\${entry.label} \${rest.name} \${rest.most ?? "-"}\`);`,
    statement`yield violation(${list}.map(({ name, entry: { ok, note } }) => \`\${name} \${ok} \${note ?? "none"}\`).join());`,
    statement`for (const { name, words: [first = "none", second] } of ${list}) yield violation(\`\${name} \${first} \${second ?? "-"}\`);`,
  ]);
}

function quantified(list: string, at: Writer): Piece {
  const { item, inside } = oneOf(at);
  const word = deeper(inside, named("word", "string"));
  const inner = deeper(at);
  const how = (): string => at.choose.among(["some", "every"]);
  const asked = at.choose.among([
    piece("boolean")`${list}.${how()}((${item}) => ${boolean(inside)})`,
    piece("boolean")`${list}.${how()}((${item}) => ${item}.words.${how()}((word) => ${boolean(word)}))`,
    piece("boolean")`${list}.filter((${item}) => ${boolean(inside)}).length > 1`,
    piece("boolean")`${list}.flatMap(({ words }) => words).includes(${text(inner)})`,
    piece("boolean")`new Set(${list}.map(({ name }) => name)).has(${text(inner)})`,
    piece("boolean")`${list}.map(({ most }) => most ?? 0).includes(${number(inner)})`,
    piece("boolean")`${list}.some(({ tags }) => tags !== undefined && ${text(inner)} in tags)`,
    piece("boolean")`(${list}.find((${item}) => ${boolean(inside)})?.entry.ok ?? ${boolean(inner)})`,
  ]);
  return statement`if (${asked}) yield violation(${template(inner)}); else yield violation("else");`;
}

function summed(list: string, at: Writer): Piece {
  const { item, inside } = oneOf(at);
  const sum = fresh(at);
  const value = at.choose.among([
    statement`const ${sum} = ${list}.reduce((sum, ${item}) => sum + ${number(inside)}, 0);`,
    statement`let ${sum} = 0; for (const ${item} of ${list}) if (${condition(inside)}) ${sum} += ${item}.most ?? 1;`,
    statement`const ${sum} = Math.max(0, ...${list}.map(({ entry }) => entry.size));`,
    statement`const ${sum} = ${list}.flatMap(({ words }) => words).filter((word) => word !== "a").length;`,
    statement`const ${sum} = ${list}.map(({ words }) => words.length).reduce((one, other) => Math.max(one, other), 0);`,
  ]);
  return statement`${value} yield violation(\`sum \${${sum}}\`);`;
}

function grouped(list: string, at: Writer): Piece {
  const groups = fresh(at);
  const { item, inside } = oneOf(at, true);
  const key = at.choose.among([
    piece("string")`${item}.name`,
    piece("string")`${item}.entry.label`,
    text(inside),
  ]);
  const inner = deeper(at);
  return at.choose.among([
    statement`{ const ${groups}: Record<string, number> = {}; for (const ${item} of ${list}) ${groups}[${key}] = (${groups}[${key}] ?? 0) + (${item}.most ?? 1); for (const [key, sum] of Object.entries(${groups})) if (sum !== 1) yield violation(\`\${key} \${sum}\`); }`,
    statement`{ const ${groups}: Record<string, Finding[]> = {}; for (const ${item} of ${list}) (${groups}[${key}] ??= []).push(${item}); for (const [key, all] of Object.entries(${groups})) if (all.length > 1) yield violation(\`\${key}: \${all.map(({ name }) => name).join()} \${all.reduce((sum, { entry }) => sum + entry.size, 0)}\`); }`,
    statement`{ const ${groups} = new Map<string, Finding>(); for (const ${item} of ${list}) if (!${groups}.has(${key})) ${groups}.set(${key}, ${item}); for (const [key, { name, most = 0 }] of ${groups}) yield violation(\`\${key} \${name} \${most}\`); }`,
    statement`{ const ${groups} = new Map(${list}.map((${item}) => [${key}, ${item}] as const)); const found = ${groups}.get(${text(inner)}); if (found !== undefined) yield violation(\`\${found.name} \${found.words.join()}\`); }`,
    statement`{ const ${groups} = new Set<string>(); for (const ${item} of ${list}) { if (${groups}.has(${key})) yield violation(${template(inside)}); ${groups}.add(${key}); } }`,
    statement`{ const ${groups} = new Map<string, string[]>(); for (const ${item} of ${list}) for (const word of ${item}.words) ${groups}.set(word, [...(${groups}.get(word) ?? []), ${item}.name]); for (const [word, names] of ${groups}) yield violation(\`\${word} \${names.join()}\`); }`,
    statement`{ const ${groups} = Object.fromEntries(${list}.map((${item}) => [${key}, ${item}.entry.size] as const)); yield violation(\`\${Object.keys(${groups}).length} \${${groups}[${text(inner)}] ?? "none"}\`); }`,
  ]);
}

function ordered(list: string, at: Writer): Piece {
  const { item, inside } = oneOf(at);
  const best = fresh(at);
  return at.choose.among([
    statement`yield violation(sorted(${list}.map((${item}) => ${template(inside)})).join("; "));`,
    statement`yield violation(${list}.map(({ entry }) => entry.size).toSorted((a, b) => a - b).join());`,
    statement`{ let ${best}: Finding | undefined; for (const ${item} of ${list}) if (${best} === undefined || ${item}.entry.size > ${best}.entry.size) ${best} = ${item}; if (${best}) yield violation(\`\${${best}.name} \${${best}.most ?? "-"}\`); }`,
    statement`{ const ${best} = ${list}.reduce<Finding | undefined>((one, other) => (one === undefined || other.entry.size > one.entry.size ? other : one), undefined); yield violation(${best}?.name ?? "none"); }`,
    statement`yield violation([...new Set(${list}.map((${item}) => ${text(inside)}))].join());`,
    statement`yield violation(${list}.toReversed().map(({ name }) => name).slice(0, 2).join());`,
  ]);
}

/** Each with all others. */
function compared(list: string, at: Writer): Piece {
  const [one, other] = [fresh(at), fresh(at)];
  const inside = deeper({ ...at, inLoop: true }, named(one, "Finding"), named(other, "Finding"));
  const around = deeper({ ...at, inLoop: true }, named(one, "Finding"));
  return at.choose.among([
    statement`for (const ${one} of ${list}) if (${list}.filter((${other}) => ${other}.name === ${one}.name).length > 1) yield violation(${template(around)});`,
    statement`for (const ${one} of ${list}) for (const ${other} of ${list}) if (${condition(inside)}) yield violation(${template(inside)});`,
    statement`for (const [index, ${one}] of ${list}.entries()) if (${list}.findIndex((${other}) => ${other}.name === ${one}.name) !== index) yield violation(${template(around)});`,
    statement`if (${list}.some((${one}) => ${list}.every((${other}) => ${boolean(inside)}))) yield violation("one above all");`,
    statement`for (const ${one} of ${list}) if (!${list}.some((${other}) => ${other}.words.includes(${one}.name))) yield violation(${template(around)});`,
  ]);
}

function first(list: string, at: Writer): Piece {
  const found = fresh(at);
  const { item, inside } = oneOf(at);
  const there = deeper(at, named(found, "Finding"));
  const way = at.choose.among([
    piece("found")`${list}[0]`,
    piece("found")`${list}.at(-1)`,
    piece("found")`${list}.find((${item}) => ${boolean(inside)})`,
    piece("found")`${list}.filter((${item}) => ${boolean(inside)})[1]`,
    piece("found")`${list}.findLast((${item}) => ${boolean(inside)})`,
  ]);
  return at.choose.among([
    statement`{ const ${found} = ${way}; if (${found} !== undefined) { if (${condition(there)}) yield violation(${template(there)}); } else yield violation("none"); }`,
    statement`{ const ${found} = ${way}; yield violation(\`\${${found}?.name ?? "none"} \${${found}?.entry.note ?? ${found}?.note ?? "-"} \${${found}?.words[0] ?? "no word"} \${${found}?.tags?.["a"] ?? "no tag"}\`); }`,
    statement`{ const { name = "none", most = 5, words = [] } = ${way} ?? {}; yield violation(\`\${name} \${most} \${words.length}\`); }`,
  ]);
}
