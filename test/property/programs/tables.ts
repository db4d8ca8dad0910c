import { type Piece, piece, together } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { named, number, only, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

/** Tables whose rows are not all alike. */
export function tableOfForms(at: Writer): Made {
  return at.choose.among([ofKinds, ofKinds, ofKinds, restOfRows, commonRows, quotedNames, leftOut])(at);
}

const forms =
  '{ kind: "max"; most: number; says?: string } | { kind: "part"; part: string } | { kind: "none" }';

/** Rows that are told apart by their kind; of the type that is declared, or of what is written. */
function ofKinds(at: Writer): Made {
  const [table, row, type] = [fresh(at), fresh(at), `Rule${at.draft.declarations.length}`];
  const inner = deeper(at);
  const most = (): Piece =>
    piece(
      "row",
    )`{ kind: "max", most: ${number(inner)}${at.choose.often(50) ? piece("field")`, says: ${text(inner)}` : ""} }`;
  const part = (): Piece => piece("row")`{ kind: "part", part: ${text(inner)} }`;
  const none = (): Piece => piece("row")`{ kind: "none" }`;
  const more = Array.from({ length: at.choose.below(3) }, () => at.choose.among([most, part, none])());
  at.draft.declarations.push(piece("declaration")`type ${type} = ${forms};`);
  const rows = together("rows", [most(), part(), ...more], ", ");
  const declared = at.choose.among([
    statement`const ${table}: ${type}[] = [${rows}];`,
    statement`const ${table}: readonly ${type}[] = [${rows}];`,
    statement`const ${table} = [${rows}] satisfies ${type}[];`,
  ]);
  return only(
    statement`${declared} for (const ${row} of ${table}) ${turnOf(row, { ...inner, inLoop: true })}`,
  );
}

function turnOf(row: string, at: Writer): Piece {
  const inside = (...names: readonly Name[]): Writer => ({ ...at, names: [...at.names, ...names] });
  const most = inside(named(`${row}.most`, "number"));
  const part = inside(named(`${row}.part`, "string"));
  const ofMost = (): Piece =>
    statement`if (${number(most)} > ${row}.most) yield violation(${template(most)});`;
  const ofPart = (): Piece => statement`if (${condition(part)}) yield violation(\`\${${row}.part}!\`);`;
  return at.choose.among([
    statement`{ if (${row}.kind === "max") { ${ofMost()} } else if (${row}.kind === "part") { ${ofPart()} } }`,
    statement`switch (${row}.kind) { case "max": ${ofMost()} break; case "part": ${ofPart()} break; default: ${at.choose.among(["break;", 'yield violation("none");', "continue;"])} }`,
    statement`{ if ("most" in ${row} && ${condition(most)}) yield violation(\`\${${row}.kind} \${${row}.most}\`); if (!("part" in ${row})) continue; ${ofPart()} }`,
    statement`{ if (${row}.kind !== "max") continue; yield violation(${row}.says ?? ${text(most)}); }`,
    statement`yield violation(${row}.kind === "max" ? (${row}.says ?? ${text(most)}) : ${row}.kind === "part" ? ${text(part)} : "none");`,
  ]);
}

/** What a row has beside what is taken out of it. */
function restOfRows(at: Writer): Made {
  const [table, rest] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const row = (): Piece =>
    piece(
      "row",
    )`{ id: ${text(inner)}, most: ${number(inner)}, says: ${text(inner)}, note: ${at.choose.often(50) ? inner.optional("string", inner) : text(inner)} }`;
  const inside = deeper(
    { ...at, inLoop: true },
    named("id", "string"),
    named(`${rest}.most`, "number"),
    named(`${rest}.says`, "string"),
  );
  const asked = at.choose.among([
    statement`if (${condition(inside)}) yield violation(${template(inside)});`,
    statement`yield violation(\`\${id} \${sorted(Object.keys(${rest})).join(",")}\`);`,
    statement`const { most, ...others } = ${rest}; yield violation(\`\${most} \${others.says} \${others.note ?? "-"}\`);`,
  ]);
  const taken = at.choose.often(50)
    ? piece("turn")`(const { id, ...${rest} } of ${table}) { ${asked} }`
    : piece("turn")`(const row of ${table}) { const { id, ...${rest} } = row; ${asked} }`;
  return only(statement`const ${table} = [${row()}, ${row()}]; for ${taken}`);
}

/** Rows that have the same fields of one that all share, and may say otherwise. */
function commonRows(at: Writer): Made {
  const [common, table, row] = [fresh(at), fresh(at), fresh(at)];
  const inner = deeper(at);
  const field = (): Piece =>
    at.choose.among([
      piece("field")`most: ${number(inner)}`,
      piece("field")`says: ${text(inner)}`,
      piece("field")`test: ${condition(inner)} ? true : false`,
      piece("field")`...(${inner.expression("boolean", inner)} ? { says: ${text(inner)} } : {})`,
    ]);
  const one = (): Piece =>
    at.choose.often(70)
      ? piece("row")`{ ...${common}, name: ${text(inner)}, ${field()} }`
      : piece("row")`{ name: ${text(inner)}, ...${common} }`;
  const inside = deeper(
    { ...at, inLoop: true },
    named(`${row}.name`, "string"),
    named(`${row}.most`, "number"),
    named(`${row}.says`, "string"),
    named(`${row}.test`, "boolean"),
  );
  return only(
    statement`const ${common} = { most: ${number(inner)}, says: ${text(inner)}, test: ${inner.expression("boolean", inner)} }; const ${table} = [${one()}, ${one()}]; for (const ${row} of ${table}) if (${condition(inside)}) yield violation(${template(inside)});`,
  );
}

/** Names that are no words of the language, where they are put and where they are taken out. */
function quotedNames(at: Writer): Made {
  const [record, one, other, rest] = [fresh(at), fresh(at), fresh(at), fresh(at)];
  const inner = deeper(at);
  const value = at.choose.often(50) ? text(inner) : inner.optional("string", inner);
  const taken = at.choose.among([
    statement`const { "a b": ${one}, "x-y/z": ${other} = "none" } = ${record};`,
    statement`const { "a b": ${one}, ...${rest} } = ${record}; const ${other} = ${rest}["x-y/z"] ?? ${rest}.plain;`,
    statement`const ${one} = ${record}["a b"]; const ${other} = ${record}["x-y/z"] ?? ${record}["plain"];`,
  ]);
  return {
    piece: statement`const ${record}: { "a b": number; "x-y/z"?: string | undefined; plain: string } = { "a b": ${number(inner)}, "x-y/z": ${value}, "plain": ${text(inner)} }; ${taken}`,
    names: [named(one, "number"), named(other, "string")],
  };
}

/** Rows that do not have every field. */
function leftOut(at: Writer): Made {
  const [table, row] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const one = (): Piece =>
    piece(
      "row",
    )`{ name: ${text(inner)}${at.choose.often(50) ? piece("field")`, most: ${number(inner)}` : ""}${at.choose.often(50) ? piece("field")`, oneOf: ${inner.expression("string[]", inner)}` : ""} }`;
  const inside = deeper(
    { ...at, inLoop: true },
    named(`${row}.name`, "string"),
    named(`${row}.most`, "number", true),
    named(`${row}.oneOf`, "string[]", true),
  );
  const turn = at.choose.among([
    statement`{ if (${row}.most !== undefined && ${number(inside)} > ${row}.most) yield violation(${template(inside)}); }`,
    statement`if (!(${row}.oneOf?.includes(${text(inside)}) ?? ${at.choose.among(["true", "false"])})) yield violation(${row}.name);`,
    statement`{ const { name, most = 3, oneOf = [] } = ${row}; yield violation(\`\${name} \${most} \${oneOf.join(",")}\`); }`,
    statement`if (${condition(inside)}) yield violation(${template(inside)});`,
  ]);
  return only(
    statement`const ${table}: { name: string; most?: number; oneOf?: string[] }[] = [${one()}, ${one()}]; for (const ${row} of ${table}) ${turn}`,
  );
}
