import { eachOf } from "./each.js";
import { type Piece, piece } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, named, number, only, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** Objects, maps and sets that are made of entries, or by `reduce`, and what reads them. */
export function ofEntries(at: Writer): Made {
  return at.choose.among([
    objectOfNumbers,
    objectOfNumbers,
    mapOfElements,
    mapOfMap,
    sets,
    reduced,
    reduced,
    remade,
  ])(at);
}

function readNumbers(record: string, at: Writer): Piece {
  const inner = deeper(at);
  return at.choose.among([
    statement`if ((${record}[${text(inner)}] ?? 0) > ${number(inner)}) yield violation(${template(inner)});`,
    statement`for (const [key, value] of Object.entries(${record})) if (value > 1) yield violation(\`\${key} \${value}\`);`,
    statement`for (const key in ${record}) if (${record}[key] !== 1) yield violation(key);`,
    statement`yield violation(\`\${Object.keys(${record}).length} \${${record}[${text(inner)}] ?? "none"}\`);`,
    statement`const high = Object.entries(${record}).filter(([, value]) => value !== 0).map(([key]) => key); if (high.length > 0) yield violation(sorted(high).join());`,
    statement`if (Object.values(${record}).some((value) => value >= ${number(inner)})) yield violation("high");`,
    statement`yield violation(\`\${Object.values(${record}).reduce((sum, value) => sum + value, 0)}\`);`,
    statement`if (${text(inner)} in ${record}) yield violation("in");`,
  ]);
}

function objectOfNumbers(at: Writer): Made {
  const made = fresh(at);
  const { list, item, inside } = eachOf(at);
  const entry = piece("entry")`[${text(inside)}, ${number(inside)}]`;
  const value = at.choose.among([
    piece("record")`Object.fromEntries(${list}.map((${item}) => ${entry} as const))`,
    piece("record")`Object.fromEntries(${list}.map((${item}): [string, number] => ${entry}))`,
    piece(
      "record",
    )`Object.fromEntries(${list}.filter((${item}) => ${boolean(inside)}).map((${item}) => ${entry}))`,
    piece("record")`Object.fromEntries(${list}.flatMap((${item}) => (${boolean(inside)} ? [${entry}] : [])))`,
  ]);
  return only(statement`{ const ${made}: Record<string, number> = ${value}; ${readNumbers(made, at)} }`);
}

function mapOfElements(at: Writer): Made {
  const made = fresh(at);
  const { list, item, inside } = eachOf(at);
  const inner = deeper(at);
  const asked = at.choose.among([
    statement`const found = ${made}.get(${text(inner)}); if (found !== undefined) { const ${item} = found; if (${condition(inside)}) yield violation(${template(inside)}); }`,
    statement`if (!${made}.has(${text(inner)})) yield violation(\`\${${made}.size}\`);`,
    statement`for (const [key, ${item}] of ${made}) if (${condition(inside)}) yield violation(\`\${key} \${${text(inside)}}\`);`,
    statement`for (const ${item} of ${made}.values()) if (${condition(inside)}) yield violation(${template(inside)});`,
    statement`yield violation(sorted([...${made}.keys()]).join());`,
  ]);
  return only(
    statement`{ const ${made} = new Map(${list}.map((${item}) => [${text(inside)}, ${item}] as const)); ${asked} }`,
  );
}

function mapOfMap(at: Writer): Made {
  const made = fresh(at);
  const inner = deeper(at);
  const asked = at.choose.among([
    statement`yield violation(${made}.get(${text(inner)}) ?? ${text(inner)});`,
    statement`for (const [key, value] of ${made}) if (value !== ${text(inner)}) yield violation(\`\${key}=\${value}\`);`,
    statement`if (${made}.has(${text(inner)}) && ${made}.size > 1) yield violation(${template(inner)});`,
    statement`const same = [...${made}].filter(([key, value]) => key === value || value === ""); yield violation(\`\${same.length}\`);`,
  ]);
  return only(
    statement`{ const ${made} = new Map(Object.entries(${inner.expression("map", inner)})); ${asked} }`,
  );
}

function sets(at: Writer): Made {
  const made = fresh(at);
  const { list, item, inside } = eachOf(at);
  const inner = deeper(at);
  const set = at.choose.among([
    piece("set")`new Set(${list}.map((${item}) => ${text(inside)}))`,
    piece("set")`new Set(Object.keys(${inner.expression("map", inner)}))`,
    piece(
      "set",
    )`new Set([...${inner.expression("string[]", inner)}, ...Object.values(${inner.expression("map", inner)})])`,
    piece("set")`new Set(${list}.flatMap((${item}) => ${inside.expression("string[]", inside)}))`,
    piece("set")`new Set<string>(params.list)`,
  ]);
  const hasParams = at.names.some(({ text: name }) => name === "params");
  const of =
    hasParams || set.parts.join("") !== "new Set<string>(params.list)"
      ? set
      : piece("set")`new Set<string>()`;
  const asked = at.choose.among([
    statement`const missing = ${inner.expression("string[]", inner)}.filter((one) => !${made}.has(one)); if (missing.length > 0) yield violation(missing.join());`,
    statement`for (const one of ${made}) yield violation(one);`,
    statement`yield violation(\`\${${made}.size} \${sorted([...${made}]).join()}\`);`,
    statement`if (${list}.some((${item}) => ${made}.has(${text(inside)}))) yield violation("has");`,
    statement`yield violation(\`\${[...${made}].filter((one) => one !== "").map((one) => one + "!").length}\`);`,
  ]);
  return only(statement`{ const ${made} = ${of}; ${asked} }`);
}

function reduced(at: Writer): Made {
  const made = fresh(at);
  const { list, item, inside } = eachOf(at);
  const key = text(inside);
  const numbers = at.choose.among([
    piece(
      "record",
    )`${list}.reduce<Record<string, number>>((all, ${item}) => ({ ...all, [${key}]: ${number(inside)} }), {})`,
    piece(
      "record",
    )`${list}.reduce<Record<string, number>>((all, ${item}) => ({ ...all, [${key}]: (all[${key}] ?? 0) + 1 }), {})`,
    piece(
      "record",
    )`${list}.reduce<Record<string, number>>((all, ${item}) => { const key = ${key}; return { ...all, [key]: (all[key] ?? 0) + 1 }; }, {})`,
    piece(
      "record",
    )`${list}.reduce<Record<string, number>>((all, ${item}) => (${boolean(inside)} ? { ...all, [${key}]: ${number(inside)} } : all), {})`,
    piece(
      "record",
    )`${list}.reduce((all: Record<string, number>, ${item}) => { const key = ${key}; all[key] = (all[key] ?? 0) + ${number(inside)}; return all; }, {})`,
  ]);
  const lists = at.choose.among([
    piece("string[]")`${list}.reduce<string[]>((all, ${item}) => [...all, ${key}], [])`,
    piece(
      "string[]",
    )`${list}.reduce<string[]>((all, ${item}) => all.concat(${inside.expression("string[]", inside)}), [])`,
    piece(
      "string[]",
    )`${list}.reduce<string[]>((all, ${item}) => (${boolean(inside)} ? [...all, ${key}] : all), [])`,
    piece(
      "string[]",
    )`${list}.reduce((all: string[], ${item}) => (all.includes(${key}) ? all : all.concat(${key})), [])`,
  ]);
  if (at.choose.often(40))
    return { piece: statement`const ${made} = ${lists};`, names: [named(made, "string[]")] };
  return only(statement`{ const ${made} = ${numbers}; ${readNumbers(made, at)} }`);
}

/** An object of another one's entries. */
function remade(at: Writer): Made {
  const made = fresh(at);
  const inner = deeper(at);
  const inside = deeper(at, named("key", "string"), named("value", "string"));
  const of = inner.expression("map", inner);
  const entries = at.choose.among([
    piece(
      "record",
    )`Object.fromEntries(Object.entries(${of}).map(([key, value]) => [key, ${number(inside)}]))`,
    piece(
      "record",
    )`Object.fromEntries(Object.entries(${of}).filter(([key, value]) => ${boolean(inside)}).map(([key, value]) => [\`\${key}!\`, ${number(inside)}] as const))`,
    piece("record")`Object.fromEntries(Object.keys(${of}).map((key) => [key, key.length] as const))`,
    piece(
      "record",
    )`Object.fromEntries(new Map(Object.entries(${of}).map(([key, value]) => [value, key.length] as const)))`,
  ]);
  return only(statement`{ const ${made}: Record<string, number> = ${entries}; ${readNumbers(made, at)} }`);
}
