import { shapes } from "../objects/shapes.js";
import { typeScript, widget } from "../objects/widget.js";
import { template } from "./texts.js";
import { boolean, named, number, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** What a policy about the custom resource declares before anything else, as `policyc kinds` would write it. */
export const declaredWidget: string = [
  ...Object.keys(widget).map(interfaceOf),
  "const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined;",
  'const Widget = kind<Widget>({ group: "example.com", version: "v1", kind: "Widget", plural: "widgets", scope: "Namespaced" });',
].join("\n");

function interfaceOf(shape: string): string {
  const fields = (shapes.get(shape) ?? []).map(({ name, type, isRequired, isNullable }) => {
    const written = typeScript[type] ?? type;
    return `${name}${isRequired ? "" : "?"}: ${written}${isNullable ? " | null" : ""}`;
  });
  const kind = shape === "Widget" ? 'apiVersion: "example.com/v1"; kind: "Widget"; ' : "";
  return `interface ${shape} { ${kind}${fields.join("; ")} }`;
}

/** Fields that may be `null` or anything at all, asked as authors ask them. */
export function ofWidget(at: Writer): Made {
  return at.choose.among([absences, absences, eitherType, anything, ofLists, ofNotes, parts, fractions])(at);
}

const store = "object.store";
const spec = "object.spec?";

/** One answer of what there is, what is `null` and what is left out. */
function absences(at: Writer): Made {
  const made = fresh(at);
  const inner = deeper(at);
  const [one, other] = [at.choose.among(texts), at.choose.among(texts)];
  const [size, list] = [at.choose.among([`${store}.size`, `${spec}.size`]), at.choose.among(lists)];
  const flag = at.choose.among([`${store}.safe`, `${spec}.safe`]);
  const asked = at.choose.among([
    boolean({ ...at, names: [] }),
    statement`${one} == null`,
    statement`!${one}`,
    statement`${one} === ${other}`,
    statement`${one} !== ${text(inner)}`,
    statement`${size} != null && ${size} > ${number(inner)}`,
    statement`(${size} ?? 1) > ${number(inner)}`,
    statement`!${size}`,
    statement`${flag} == null`,
    statement`${flag} !== true`,
    statement`${flag} === false`,
    statement`(${flag} ?? true)`,
    statement`!${list}`,
    statement`${list} == null || ${list}.length === 0`,
    statement`(${list}?.length ?? 3) > 1`,
    statement`${list}?.includes(${text(inner)})`,
    statement`!(${list} ?? []).some((word) => word === ${text(inner)})`,
    statement`[${one}, ${other}].includes(undefined)`,
    statement`[${one}, ${other}].some((word) => word == null)`,
    statement`deepEqual(${list}, ["a"])`,
    statement`(${one} ?? null) === null`,
    statement`typeof ${one} === "string"`,
    statement`typeof ${size} !== "number"`,
    statement`${spec}.owner == null`,
    statement`!${store}.owner?.groups?.length`,
  ]);
  const said = at.choose.among([
    statement`\`\${${one} ?? "none"} \${${size} ?? 0}\``,
    statement`\`\${${one} || "nothing"} \${(${list} ?? []).join()}\``,
    statement`\`\${[${one}, ${other}].filter((word) => word != null).join(" ")}\``,
    template(inner),
  ]);
  return {
    piece: statement`const ${made} = ${asked}; if (${made}) yield violation(${said}); else yield violation("else");`,
    names: [],
  };
}

const texts = [
  `${store}.class`,
  `${spec}.class`,
  `${store}.owner?.name`,
  `${spec}.owner?.name`,
  `${store}.tags?.["app"]`,
  `${spec}.tags?.["a"]`,
  "oldObject?.store.class",
  "oldObject?.spec?.class",
  `${spec}.notes?.[0]`,
  `${spec}.parts?.[0]?.name`,
  `${spec}.lists?.["app"]?.[0]`,
  `${spec}.named?.["a"]`,
] as const;

const lists = [
  `${store}.words`,
  `${spec}.words`,
  `${store}.owner?.groups`,
  `${spec}.lists?.["a"]`,
  `oldObject?.store.words`,
  `oldObject?.spec?.words`,
] as const;

function eitherType(at: Writer): Made {
  const made = fresh(at);
  const inner = deeper(at);
  const port = at.choose.among([
    `${spec}.port`,
    `${spec}.ports?.[0]`,
    `${spec}.parts?.[0]?.port`,
    `${spec}.ports?.at(-1)`,
  ]);
  return {
    piece: at.choose.among([
      statement`{ const ${made} = ${port}; if (typeof ${made} === "string") yield violation(${made}); else if (${made} != null && ${made} > ${number(inner)}) yield violation(\`\${${made} + 1}\`); }`,
      statement`if (${port} === ${text(inner)} || ${port} === ${number(inner)}) yield violation(\`\${${port} ?? "none"}\`);`,
      statement`yield violation(\`\${${port} ?? 0} \${(${spec}.ports ?? []).join()}\`);`,
      statement`for (const ${made} of ${spec}.ports ?? []) if (typeof ${made} === "number" ? ${made} > 80 : ${made}.startsWith(${text(inner)})) yield violation(\`\${${made}}\`);`,
      statement`if (!(${spec}.ports ?? []).includes(${at.choose.among([text(inner), number(inner)])})) yield violation(\`\${${port}?.toString() ?? "-"}\`);`,
      statement`if (!${port}) yield violation("no port"); else yield violation(typeof ${port});`,
      statement`yield violation(\`\${new Set(${spec}.ports ?? []).size} \${Number.isInteger(${port})}\`);`,
    ]),
    names: [],
  };
}

/** A field of which the schema says nothing. */
function anything(at: Writer): Made {
  const made = fresh(at);
  const inner = deeper(at);
  const read = `${spec}.anything`;
  return {
    piece: at.choose.among([
      statement`{ const ${made} = ${read}; if (typeof ${made} === "string" && ${made} !== ${text(inner)}) yield violation(${made}); }`,
      statement`{ const ${made} = ${read}; if (typeof ${made} === "number" && ${made} > 0) yield violation("number"); else if (typeof ${made} === "boolean") yield violation(\`\${${made}}\`); else yield violation("else"); }`,
      statement`if (${read} === ${at.choose.among([text(inner), number(inner), boolean(inner)])}) yield violation("same"); else yield violation("other");`,
      statement`if (${read} ${at.choose.among(["== null", "!= null", "=== undefined"])}) yield violation(typeof ${read});`,
      statement`if (Array.isArray(${read})) yield violation("list"); else if (typeof ${read} === "object") yield violation("object");`,
      statement`if (deepEqual(${read}, ${at.choose.among(['"a"', '["a"]', '{ a: "b" }', "{}", "[]", "0"])})) yield violation("equal");`,
    ]),
    names: [],
  };
}

function ofLists(at: Writer): Made {
  const [key, words] = [fresh(at), fresh(at)];
  const inside = deeper({ ...at, inLoop: true }, named(key, "string"));
  const from = `Object.entries(${spec}.lists ?? {})`;
  return {
    piece: at.choose.among([
      statement`for (const [${key}, ${words}] of ${from}) if (${boolean(inside)}) yield violation(\`\${${key}} \${${words}.join()}\`);`,
      statement`for (const [${key}, ${words}] of ${from}) for (const word of ${words}) if (word !== ${text(inside)}) yield violation(\`\${${key}} \${word}\`);`,
      statement`for (const [${key}, ${words}] of ${from}) { if (${words}.length === 0) yield violation(${key}); else if (${words}.includes(${text(inside)})) yield violation(\`\${${words}.length}\`); }`,
      statement`if (Object.values(${spec}.lists ?? {}).some((${words}) => ${words}.includes(${text(deeper(at))}))) yield violation("some");`,
      statement`if (${spec}.lists && ${at.choose.among(['"a"', '"app"'])} in ${spec.slice(0, -1)}.lists) yield violation("in");`,
      statement`yield violation(\`\${Object.keys(${spec}.lists ?? {}).length} \${Object.values(${spec}.lists ?? {}).flatMap((${words}) => ${words}).length}\`);`,
    ]),
    names: [],
  };
}

/** A list of which elements are `null`. */
function ofNotes(at: Writer): Made {
  const note = fresh(at);
  const inner = deeper({ ...at, inLoop: true }, named(note, "string"));
  const from = `(${spec}.notes ?? [])`;
  return {
    piece: at.choose.among([
      statement`for (const ${note} of ${from}) { if (${note} == null) { yield violation("null"); continue; } if (${boolean(inner)}) yield violation(${note}); }`,
      statement`yield violation(\`\${${from}.map((${note}) => ${note} ?? "-").join()} \${${from}.length} \${${from}.filter((${note}) => ${note} === null).length}\`);`,
      statement`yield violation(${from}.find((${note}) => ${note} !== ${text(inner)}) ?? "none");`,
      statement`for (const ${note} of new Set(${from})) yield violation(${note} ?? "null");`,
      statement`if (${from}.includes(null)) yield violation("has null"); if (${from}.includes(${text(deeper(at))})) yield violation("has");`,
      statement`yield violation(\`\${${from}.indexOf(${text(deeper(at))})} \${${from}.findIndex((${note}) => ${note} === null)} \${${from}.at(-1) ?? "-"}\`);`,
      statement`for (const ${note} of ${from}.filter((one) => one != null)) if (${boolean(inner)}) yield violation(${note});`,
      statement`yield violation(${from}.flatMap((${note}) => (${note} === null ? [] : [${note}])).toSorted().join());`,
      statement`if (${from}.every((${note}) => ${note} !== null) && ${from}[0] !== ${text(deeper(at))}) yield violation("all");`,
    ]),
    names: [],
  };
}

function parts(at: Writer): Made {
  const [part, name] = [fresh(at), fresh(at)];
  const inner = deeper({ ...at, inLoop: true }, named(part, "WidgetPart"));
  const from = `(${spec}.parts ?? [])`;
  return {
    piece: at.choose.among([
      statement`for (const ${part} of ${from}) { const { name: ${name}, size = 7 } = ${part}; if (${boolean(inner)}) yield violation(\`\${${name} ?? "none"} \${size}\`); }`,
      statement`for (const ${part} of ${from}) if (${part}.name == null || ${part}.name === ${text(inner)}) yield violation(${template(inner)});`,
      statement`yield violation(${from}.map((${part}) => \`\${${part}.name ?? "-"}/\${${part}.size ?? 0}\`).join());`,
      statement`yield violation(\`\${${from}.reduce((sum, ${part}) => sum + (${part}.size ?? 1), 0)} \${${from}.find((${part}) => ${part}.size == null)?.name ?? "none"}\`);`,
      statement`for (const ${name} of new Set(${from}.map((${part}) => ${part}.name))) yield violation(${name} ?? "none");`,
      statement`for (const ${name} of new Set(${from}.map((${part}) => ${part}.name ?? "none"))) yield violation(${name});`,
      statement`{ const ${name} = new Map(${from}.map((${part}) => [${part}.name ?? "-", ${part}.size ?? 0] as const)); for (const [key, size] of ${name}) yield violation(\`\${key} \${size}\`); }`,
      statement`for (const ${part} of ${from}) if (oldObject?.spec?.parts?.some((old) => old.name === ${part}.name && old.size !== ${part}.size)) yield violation(\`changed \${${part}.name ?? "none"}\`);`,
    ]),
    names: [],
  };
}

/** A number that may have a fraction: to be compared or rounded. */
function fractions(at: Writer): Made {
  const inner = deeper(at);
  const ratio = `${store}.ratio`;
  return {
    piece: at.choose.among([
      statement`if ((${ratio} ?? 1) ${at.choose.among(["<", ">=", "===", ">"])} ${at.choose.among(["0.5", "1", "0.1", "1.5", "0"])}) yield violation("ratio");`,
      statement`yield violation(\`\${Math.${at.choose.among(["floor", "ceil", "round"])}(${ratio} ?? 0.5)}\`);`,
      statement`if (${ratio} !== undefined && ${ratio} > ${number(inner)}) yield violation("more");`,
      statement`if (Number.isInteger(${ratio})) yield violation("whole"); if (!${ratio}) yield violation("none");`,
      statement`if (Math.${at.choose.among(["min", "max"])}(${ratio} ?? 0, ${number(inner)}) > 0.5) yield violation("bounded");`,
      statement`if ([0.5, 1].includes(${ratio} ?? 2)) yield violation("known");`,
    ]),
    names: [],
  };
}
