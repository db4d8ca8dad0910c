import type { Piece } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, named, number, only, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** `switch (true)`, as a statement and as what a function gives. */
export function switchTrue(at: Writer): Made {
  const inner = deeper(at);
  if (at.choose.often(50)) {
    const said = (): Piece => statement`yield violation(${template(inner)});`;
    const ending = (): Piece =>
      at.choose.among([
        statement`${said()} break;`,
        statement`{ ${said()} break; }`,
        statement`if (${condition(inner)}) break; ${said()} break;`,
        statement`${said()} ${at.inLoop ? "continue" : "return"};`,
      ]);
    const last = at.choose.often(60) ? statement`default: ${ending()}` : statement``;
    return only(
      statement`switch (true) { case ${boolean(inner)}: ${ending()} case ${boolean(inner)}: ${ending()} case ${boolean(inner)}: case ${boolean(inner)}: ${ending()} ${last} }`,
    );
  }
  const [name, given, made] = [fresh(at), fresh(at), fresh(at)];
  const { inside, put } = place(at);
  const body = deeper(inside, named(given, "string"));
  const type = at.choose.among(["string", "number"] as const);
  const value = (): Piece => (type === "string" ? text(body) : number(body));
  const declared = put(
    statement`function ${name}(${given}: string): ${type} { switch (true) { case ${boolean(body)}: return ${value()}; case ${given}.startsWith("a"): case ${given} === "": return ${value()}; default: return ${value()}; } }`,
  );
  return {
    piece: statement`${declared} const ${made} = ${name}(${text(inner)});`,
    names: [named(made, type)],
  };
}
