import { elementSort, type Piece, piece, together } from "./piece.js";
import { anyList } from "./reads.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { named, number, only, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** A generator with parameters, about one element of a list; at times it asks another one. */
export function delegatedEach(at: Writer): Made {
  const list = anyList(deeper(at));
  const element = elementSort(list);
  const [name, item, one, role, most] = [fresh(at), fresh(at), fresh(at), fresh(at), fresh(at)];
  const { inside, put } = place(at);
  const hasParams = at.names.some(({ text: input }) => input === "params") && at.choose.often(60);
  const body = deeper(
    inside,
    named(one, element),
    named(role, "string"),
    named(most, "number"),
    ...(hasParams ? [named("params", "Params")] : []),
  );
  const said = together("block", [turn(role, body), turn(role, body)], " ");
  const parameters = `${one}: ${element}, ${role}: string, ${hasParams ? "params: Params, " : ""}${most} = 2`;
  const declared = put(
    statement`function* ${name}(${parameters})${at.choose.among(["", ": Generator<Violation>", ": Iterable<Violation>"])} { ${said} yield violation(${template(body)}); }`,
  );
  const turnAt = deeper({ ...at, inLoop: true }, named(item, element));
  const call = (of: string, says: Piece): Piece =>
    statement`yield* ${name}(${of}, ${says}${hasParams ? ", params" : ""}${at.choose.often(40) ? piece("argument")`, ${number(turnAt)}` : ""});`;
  const [outer, given] = [fresh(at), fresh(at)];
  const asked = at.choose.among([
    statement`for (const ${item} of ${list}) ${call(item, text(turnAt))}`,
    statement`for (const ${item} of ${list}) { if (${condition(turnAt)}) { ${call(item, text(turnAt))} } else { ${call(item, piece("string")`"other"`)} } }`,
    statement`for (const ${item} of ${list}) for (const word of ["a", "web"]) ${call(item, piece("string")`word`)}`,
    statement`function* ${outer}(${given}: readonly ${element}[]): Generator<Violation> { for (const ${item} of ${given}) { if (${condition(turnAt)}) continue; ${call(item, text(turnAt))} } } yield* ${outer}(${list});`,
  ]);
  return only(statement`${declared} ${asked}`);
}

function turn(role: string, at: Writer): Piece {
  const list = anyList(deeper(at));
  const item = fresh(at);
  const inside = deeper({ ...at, inLoop: true }, named(item, elementSort(list)));
  return at.choose.among([
    statement`if (${condition(at)}) return;`,
    statement`if (${condition(at)}) yield violation(\`\${${role}}: \${${text(at)}}\`);`,
    statement`for (const ${item} of ${list}) { if (${condition(inside)}) yield violation(${template(inside)}); }`,
    statement`for (const ${item} of ${list}) { if (${condition(inside)}) { yield violation(${template(inside)}); ${at.choose.among(["break", "return", "continue"])}; } }`,
    statement`switch (${role}) { case "a": yield violation(${template(at)}); break; case "web": return; default: if (${condition(at)}) yield violation(${role}); }`,
  ]);
}
