import { kindsOf, type Several } from "../objects/subjects.js";
import { type Piece, piece, together } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, inModule, named, only, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

/** An object of one of several kinds, told by its `kind`. */
export function ofSeveral(subject: Several, at: Writer): Made {
  return at.choose.among([switched, switched, tested, left, chosen, chosen, helper, helper, before])(
    subject,
    at,
  );
}

const objectAs = (kind: string): Name => named("object", kind);

function kindOf(subject: Several, { choose }: Writer): string {
  return choose.among<string>(kindsOf(subject));
}

/** What is said of an object whose kind is known. */
function said(kind: string, at: Writer): Piece {
  const inside = deeper(at, objectAs(kind));
  return at.choose.among([
    statement`yield violation(${template(inside)});`,
    statement`if (${condition(inside)}) yield violation(${template(inside)});`,
    statement`if (${condition(inside)}) yield violation(\`\${object.kind} \${object.metadata.name}\`);`,
  ]);
}

function switched(subject: Several, at: Writer): Made {
  const [first, second] = at.choose.often(50) ? kindsOf(subject) : [...kindsOf(subject)].reverse();
  const cases = [first, second].map(
    (kind = "Pod") => piece("case")`case "${kind}": ${said(kind, at)} break; `,
  );
  const both = at.choose.often(25);
  const written = both
    ? piece("cases")`case "${first ?? "Pod"}": case "${second ?? "Pod"}": ${said("Metadata", at)} break; `
    : together("cases", cases);
  const otherwise = at.choose.often(60) ? piece("case")`default: ${said("Metadata", at)}` : piece("case")``;
  return only(statement`switch (object.kind) { ${written}${otherwise} }`);
}

function tested(subject: Several, at: Writer): Made {
  const kind = kindOf(subject, at);
  const test = at.choose.among([
    piece("boolean")`object.kind === "${kind}"`,
    piece("boolean")`object.kind === "${kind}" && ${boolean(deeper(at, objectAs(kind)))}`,
  ]);
  const otherwise = at.choose.often(40) ? statement` else { ${said("Metadata", at)} }` : statement``;
  return only(statement`if (${test}) { ${said(kind, at)} }${otherwise}`);
}

/** What follows is about the other kinds, or about this one. */
function left(subject: Several, at: Writer): Made {
  const kind = kindOf(subject, at);
  const out = at.inLoop ? "continue" : "return";
  return at.choose.often(50)
    ? { piece: statement`if (object.kind !== "${kind}") ${out};`, names: [objectAs(kind)] }
    : only(statement`if (object.kind === "${kind}" && ${condition(deeper(at, objectAs(kind)))}) ${out};`);
}

function chosen(subject: Several, at: Writer): Made {
  const name = fresh(at);
  const type = at.choose.among(["string", "number", "boolean", "string[]"]);
  const kind = kindOf(subject, at);
  const [there, inner] = [deeper(at, objectAs(kind)), deeper(at)];
  return {
    piece: statement`const ${name}: ${type} = object.kind === "${kind}" ? ${there.expression(type, there)} : ${inner.expression(type, inner)};`,
    names: [named(name, type)],
  };
}

/** A function of the module with a branch for each kind. */
function helper(subject: Several, at: Writer): Made {
  const [name, given, made] = [fresh(at), fresh(at), fresh(at)];
  const type = at.choose.among(["string", "number", "boolean", "string[]"]);
  const { inside, put } = inModule(at);
  const result = (kind: string): Piece => {
    const body = deeper(inside, named(given, kind));
    return body.expression(type, body);
  };
  const [first, second] = kindsOf(subject);
  const other = result(subject);
  const declared = at.choose.among([
    piece(
      "declaration",
    )`function ${name}(${given}: ${subject}): ${type} { switch (${given}.kind) { case "${first}": return ${result(first)}; case "${second ?? first}": return ${result(second ?? first)}; default: return ${other}; } }`,
    piece(
      "declaration",
    )`const ${name} = (${given}: ${subject}): ${type} => ${given}.kind === "${first}" ? ${result(first)} : ${other};`,
    piece(
      "declaration",
    )`function ${name}(${given}: ${subject}): ${type} { if (${given}.kind === "${first}") return ${result(first)}; return ${other}; }`,
  ]);
  const isThere = at.names.some(({ text: known }) => known === "oldObject");
  const argument = isThere && at.choose.often(40) ? "oldObject ?? object" : "object";
  return {
    piece: statement`${put(declared)} const ${made} = ${name}(${argument});`,
    names: [named(made, type)],
  };
}

function before(subject: Several, at: Writer): Made {
  if (!at.names.some(({ text: known }) => known === "oldObject")) return chosen(subject, at);
  const kind = kindOf(subject, at);
  const inside = deeper(at, named("oldObject", kind));
  return only(
    at.choose.among([
      statement`if (oldObject?.kind === "${kind}") { if (${condition(inside)}) yield violation(${template(inside)}); }`,
      statement`if (oldObject?.kind === "${kind}" && object.kind === "${kind}") yield violation(\`\${${text(inside)}} \${${text(deeper(at, objectAs(kind)))}}\`);`,
      statement`if (oldObject !== undefined && oldObject.kind !== object.kind) yield violation("another");`,
    ]),
  );
}
