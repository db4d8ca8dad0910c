import { type Piece, piece } from "./piece.js";
import { template, textLiteral } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, inModule, named, number, only, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** An enum, a function that gives its members, and what asks for them: comparisons, labels, keys, rows. */
export function enumerated(at: Writer): Made {
  const type = `Level${at.draft.declarations.length}`;
  const isText = at.choose.often(55);
  const members = isText
    ? at.choose.among(['{ A = "a", B = "web", C = "" }', '{ A = "x-y", B = "B", C = "app" }'])
    : at.choose.among(["{ A, B = 5, C }", "{ A = 1, B, C = 10 }", "{ A, B, C }"]);
  inModule(at).put(piece("declaration")`${at.choose.among(["", "", "const "])}enum ${type} ${members}`);
  const [of, given] = [fresh(at), fresh(at)];
  const { inside, put } = place(at);
  const body = deeper(inside, named(given, "string"));
  const declared = put(
    at.choose.among([
      statement`const ${of} = (${given}: string): ${type} => (${condition(body)} ? ${type}.A : ${boolean(body)} ? ${type}.B : ${type}.C);`,
      statement`function ${of}(${given}: string): ${type} { if (${condition(body)}) return ${type}.C; switch (${given}) { case ${textLiteral(at)}: return ${type}.B; default: return ${type}.A; } }`,
      statement`const ${of} = (${given}: string, other: ${type} = ${type}.B): ${type} => (${condition(body)} ? ${type}.A : other);`,
    ]),
  );
  const given2: Given = { type, isText, one: (inner) => piece("member")`${of}(${text(inner)})` };
  return only(statement`${declared} ${at.choose.among(uses)(given2, at)}`);
}

interface Given {
  readonly type: string;
  readonly isText: boolean;
  readonly one: (at: Writer) => Piece;
}

type Use = (given: Given, at: Writer) => Piece;

const uses: readonly [Use, ...Use[]] = [compared, switched, switched, record, map, rows, listed];

function compared({ type, isText, one }: Given, at: Writer): Piece {
  const inner = deeper(at);
  const sign = isText ? at.choose.among(["===", "!=="]) : at.choose.among(["===", "!==", ">=", "<", ">"]);
  return at.choose.among([
    statement`if (${one(inner)} ${sign} ${type}.${at.choose.among(["A", "B", "C"])}) yield violation(${template(inner)});`,
    statement`yield violation(\`\${${one(inner)}} \${${one(inner)} === ${one(inner)}}\`);`,
  ]);
}

function switched({ type, one }: Given, at: Writer): Piece {
  const inner = deeper(at);
  const said = () => statement`yield violation(${template(inner)});`;
  const last = at.choose.among([
    statement`case ${type}.C: ${said()}`,
    statement`default: ${said()}`,
    statement`case ${type}.C: break;`,
  ]);
  return at.choose.often(50)
    ? statement`switch (${one(inner)}) { case ${type}.A: ${said()} break; case ${type}.B: if (${condition(inner)}) break; ${said()} break; ${last} }`
    : statement`switch (${one(inner)}) { case ${type}.A: case ${type}.B: ${said()} break; ${last} }`;
}

function record({ type, one }: Given, at: Writer): Piece {
  const [table, inner] = [fresh(at), deeper(at)];
  const { inside, put } = place(at);
  const value = () => text(deeper(inside));
  const declared = put(
    statement`const ${table}: Record<${type}, string> = { [${type}.A]: ${value()}, [${type}.B]: ${value()}, [${type}.C]: ${value()} };`,
  );
  const asked = at.choose.among([
    statement`yield violation(${table}[${one(inner)}]);`,
    statement`if (${table}[${one(inner)}] !== ${text(inner)}) yield violation(${table}[${type}.B]);`,
    statement`for (const [key, value] of Object.entries(${table})) if (value !== "") yield violation(\`\${key} \${value}\`);`,
  ]);
  return statement`${declared} ${asked}`;
}

function map({ type, one }: Given, at: Writer): Piece {
  const [table, found, inner] = [fresh(at), fresh(at), deeper(at)];
  const { inside, put } = place(at);
  const value = () => number(deeper(inside));
  const declared = put(
    statement`const ${table} = new Map<${type}, number>([[${type}.A, ${value()}], [${type}.C, ${value()}]]);`,
  );
  const asked = at.choose.among([
    statement`const ${found} = ${table}.get(${one(inner)}); if (${found} !== undefined && ${found} > 1) yield violation(\`\${${found}}\`);`,
    statement`if (!${table}.has(${one(inner)})) yield violation(${template(inner)});`,
    statement`if (new Set([${type}.A, ${type}.B]).has(${one(inner)})) yield violation(\`\${${table}.get(${type}.A) ?? 0}\`);`,
  ]);
  return statement`${declared} ${asked}`;
}

function rows({ type, one }: Given, at: Writer): Piece {
  const [table, row, inner] = [fresh(at), fresh(at), deeper(at)];
  const { inside, put } = place(at);
  const each = (member: string) => piece("row")`{ level: ${type}.${member}, says: ${text(deeper(inside))} }`;
  const declared = put(
    statement`const ${table}: readonly { level: ${type}; says: string }[] = [${each("A")}, ${each("C")}, ${each("A")}];`,
  );
  const asked = at.choose.among([
    statement`for (const ${row} of ${table}) if (${row}.level === ${one(inner)}) yield violation(${row}.says);`,
    statement`yield violation(${table}.find(({ level }) => level === ${one(inner)})?.says ?? "none");`,
    statement`for (const { level, says } of ${table}) { if (level !== ${type}.A) continue; yield violation(\`\${level} \${says}\`); }`,
    statement`yield violation(\`\${${table}.filter(({ level }) => level === ${type}.A && ${boolean(inner)}).length}\`);`,
  ]);
  return statement`${declared} ${asked}`;
}

function listed({ type, isText, one }: Given, at: Writer): Piece {
  const [all, item, inner] = [fresh(at), fresh(at), deeper(at)];
  const asked = at.choose.among([
    statement`for (const ${item} of ${all}) if (${item} === ${one(inner)}) yield violation(\`\${${item}}\`);`,
    statement`if (!${all}.includes(${one(inner)})) yield violation(${template(inner)});`,
    statement`yield violation(${all}.map((${item}) => \`\${${item}}\`).join());`,
    isText
      ? statement`if (${all}.some((${item}) => ${text(inner)}.startsWith(${item}))) yield violation("starts");`
      : statement`yield violation(\`\${${all}.reduce((sum, ${item}) => sum + ${item}, 0)}\`);`,
  ]);
  return statement`const ${all}: readonly ${type}[] = [${type}.A, ${type}.B${at.choose.often(50) ? piece("item")`, ${one(inner)}` : ""}]; ${asked}`;
}
