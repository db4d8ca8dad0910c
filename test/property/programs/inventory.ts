import { generatorOfOthers, helperOfOthers } from "./inventory-functions.js";
import { kindOf, namespacesIn, others } from "./others.js";
import { type Piece, piece } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, named, number, only, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

/** Other objects of the cluster: all of a kind or those of a namespace, looked up, counted, and joined with each other. */
export function ofInventory(at: Writer): Made {
  return at.choose.among([
    loop,
    loop,
    listed,
    listed,
    found,
    found,
    asked,
    asked,
    counted,
    collected,
    collected,
    grouped,
    joined,
    joined,
    helperOfOthers,
    helperOfOthers,
    generatorOfOthers,
  ])(at);
}

function loop(at: Writer): Made {
  const { kind, list } = others(at);
  const item = fresh(at);
  const inside = deeper({ ...at, inLoop: true }, named(item, kind));
  return only(
    at.choose.among([
      statement`for (const ${item} of ${list}) if (${condition(inside)}) yield violation(${template(inside)});`,
      statement`for (const ${item} of ${list}) yield violation(${template(inside)});`,
      statement`for (const ${item} of ${list}) { if (${condition(inside)}) continue; yield violation(${template(inside)}); }`,
      statement`yield* ${list}.map((${item}) => violation(${template(inside)}));`,
      statement`for (const { metadata: { name, labels = {} } } of ${list}) if (labels["app"] !== ${text(at)}) yield violation(name);`,
    ]),
  );
}

/** A list that statements after it go through as any other. */
function listed(at: Writer): Made {
  const { kind, list } = others(at);
  const name = fresh(at);
  const inner = deeper(at, named(name, `${kind}[]`));
  return {
    piece: statement`const ${name} = ${list};`,
    names: at.choose.often(50) ? [named(`${name}.length`, "number")] : inner.names.slice(-1),
  };
}

/** One that a name in one namespace tells, or any of which nothing but its being there is asked. */
function found(at: Writer): Made {
  const kind = kindOf(at);
  const [name, item] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const scope: Piece =
    kind === "Namespace"
      ? piece("scope")``
      : piece("scope")`, { namespace: ${at.choose.among(namespacesIn(at))} }`;
  const list = piece("others")`inventory(${kind}${scope})`;
  const value = at.choose.among([
    piece("found")`${list}.find(({ metadata }) => metadata.name === ${text(inner)})`,
    piece("found")`${list}.find((${item}) => ${item}.metadata.name === ${text(inner)})`,
    piece(
      "found",
    )`${list}.find((${item}) => ${item}.metadata.name === ${text(inner)} && ${boolean(deeper(at, named(item, kind)))})`,
    piece("found")`${list}.filter((${item}) => ${item}.metadata.name === ${text(inner)})[0]`,
    piece(
      "found",
    )`new Map(${list}.map((${item}) => [${item}.metadata.name, ${item}] as const)).get(${text(inner)})`,
  ]);
  const names: readonly Name[] = [
    named(`${name}?.metadata.name`, "string", true),
    named(`${name}?.metadata.generation`, "number", true),
    named(`${name}?.metadata.labels`, "map", true),
  ];
  const there = deeper(at, named(name, kind));
  const told = at.choose.among([
    statement``,
    statement`if (${name} === undefined) yield violation("none"); else if (${condition(there)}) yield violation(${template(there)});`,
    statement`if (${name}) yield violation(${template(there)});`,
    statement`if (!${name}?.metadata.labels?.["app"]) yield violation(${template(inner)});`,
  ]);
  return { piece: statement`const ${name} = ${value}; ${told}`, names };
}

function asked(at: Writer): Made {
  const { kind, list } = others(at);
  const [name, item] = [fresh(at), fresh(at)];
  const inside = deeper(at, named(item, kind));
  const value = at.choose.among([
    piece("boolean")`${list}.some((${item}) => ${boolean(inside)})`,
    piece("boolean")`!${list}.some((${item}) => ${condition(inside)})`,
    piece("boolean")`${list}.every((${item}) => ${boolean(inside)})`,
    piece("boolean")`(${list}.length ${at.choose.among(["> 0", "=== 0", "> 1", "< 2"])})`,
    piece("boolean")`${list}.map((${item}) => ${text(inside)}).includes(${text(deeper(at))})`,
    piece("boolean")`new Set(${list}.map((${item}) => ${text(inside)})).has(${text(deeper(at))})`,
    piece("boolean")`(${list}.find((${item}) => ${boolean(inside)}) === undefined)`,
  ]);
  return { piece: statement`const ${name} = ${value};`, names: [named(name, "boolean")] };
}

function counted(at: Writer): Made {
  const { kind, list } = others(at);
  const [name, item] = [fresh(at), fresh(at)];
  const inside = deeper(at, named(item, kind));
  const value = at.choose.among([
    statement`const ${name} = ${list}.filter((${item}) => ${boolean(inside)}).length;`,
    statement`const ${name} = ${list}.reduce((sum, ${item}) => sum + ${number(inside)}, 0);`,
    statement`let ${name} = 0; for (const ${item} of ${list}) if (${condition(inside)}) ${name} += 1;`,
    statement`let ${name} = 0; for (const ${item} of ${list}) { if (${condition(inside)}) continue; ${name} += ${number(inside)}; }`,
    statement`const ${name} = Math.max(0, ...${list}.map((${item}) => ${number(inside)}));`,
  ]);
  return { piece: value, names: [named(name, "number")] };
}

function collected(at: Writer): Made {
  const { kind, list } = others(at);
  const [name, item] = [fresh(at), fresh(at)];
  const inside = deeper(at, named(item, kind));
  const value = at.choose.among([
    statement`const ${name} = sorted(${list}.map((${item}) => ${text(inside)}));`,
    statement`const ${name} = sorted(${list}.flatMap((${item}) => ${inside.expression("string[]", inside)}));`,
    statement`const ${name} = sorted([...new Set(${list}.map((${item}) => ${text(inside)}))]);`,
    statement`const ${name} = ${list}.filter((${item}) => ${condition(inside)}).map(({ metadata }) => metadata.name).toSorted();`,
  ]);
  return { piece: value, names: [named(name, "string[]")] };
}

/** By a key that several have. */
function grouped(at: Writer): Made {
  const { kind, list } = others(at);
  const [groups, item] = [fresh(at), fresh(at)];
  const inside = deeper({ ...at, inLoop: true }, named(item, kind));
  const key = text(inside);
  const inner = deeper(at);
  return only(
    at.choose.among([
      statement`{ const ${groups}: Record<string, number> = {}; for (const ${item} of ${list}) ${groups}[${key}] = (${groups}[${key}] ?? 0) + 1; for (const [key, value] of Object.entries(${groups})) if (value > 1) yield violation(\`\${key} \${value}\`); }`,
      statement`{ const ${groups} = new Set<string>(); for (const ${item} of ${list}) if (${condition(inside)}) ${groups}.add(${key}); if (${groups}.has(${text(inner)})) yield violation(${template(inner)}); }`,
      statement`{ const ${groups} = new Map<string, string[]>(); for (const ${item} of ${list}) ${groups}.set(${key}, [...(${groups}.get(${key}) ?? []), ${item}.metadata.name]); for (const [key, value] of ${groups}) yield violation(\`\${key} \${sorted(value).join()}\`); }`,
    ]),
  );
}

/** Those of one kind with those of another. */
function joined(at: Writer): Made {
  const one = others(at);
  const [first, second] = [fresh(at), fresh(at)];
  const around = deeper({ ...at, inLoop: true }, named(first, one.kind));
  const other = others(around);
  const inside = deeper(around, named(second, other.kind));
  const same = at.choose.among([
    boolean(inside),
    statement`${first}.metadata.name === ${second}.metadata.name`,
    statement`matchesSelector({ matchLabels: ${first}.metadata.labels ?? {} }, ${second}.metadata.labels ?? {})`,
    statement`deepEqual(${first}.metadata.labels ?? {}, ${second}.metadata.labels ?? {})`,
    statement`!isSameObject({ kind: "${one.kind}", metadata: { name: "a" } }, ${second})`,
  ]);
  return only(
    at.choose.among([
      statement`for (const ${first} of ${one.list}) for (const ${second} of ${other.list}) if (${same}) yield violation(${template(inside)});`,
      statement`for (const ${first} of ${one.list}) if (!${other.list}.some((${second}) => ${same})) yield violation(${template(around)});`,
      statement`for (const ${first} of ${one.list}) { const ${second} = ${other.list}.filter((${second}) => ${same}); if (${second}.length > 1) yield violation(\`\${${second}.length} \${${text(around)}}\`); }`,
      statement`if (${one.list}.every((${first}) => ${other.list}.some((${second}) => ${same}))) yield violation("each");`,
      statement`yield violation(\`\${${one.list}.filter((${first}) => ${other.list}.every((${second}) => ${same})).length}\`);`,
    ]),
  );
}
