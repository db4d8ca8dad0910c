import { kindOf, others } from "./others.js";
import { type Piece, piece } from "./piece.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, inModule, named, only, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

/** A function of the module that reads them for what it is given. */
export function helperOfOthers(at: Writer): Made {
  const [name, given, item, made] = [fresh(at), fresh(at), fresh(at), fresh(at)];
  const { inside, put } = inModule(at);
  const body = deeper(inside, named(given, "string"));
  const kind = kindOf(at);
  const scope = at.choose.often(50) && kind !== "Namespace" ? `, { namespace: ${given} }` : "";
  const of = deeper(body, named(item, kind));
  const list = piece("others")`inventory(${kind}${scope})`;
  const inner = deeper(at);
  const [declaration, value, type]: readonly [Piece, Piece, Name] = at.choose.among([
    [
      piece(
        "declaration",
      )`const ${name} = (${given}: string): boolean => ${list}.some((${item}) => ${boolean(of)});`,
      piece("boolean")`${name}(${text(inner)})`,
      named(made, "boolean"),
    ],
    [
      piece(
        "declaration",
      )`function ${name}(${given}: string): readonly ${kind}[] { return ${list}.filter((${item}) => ${condition(of)}); }`,
      piece("number")`${name}(${text(inner)}).length`,
      named(made, "number"),
    ],
    [
      piece(
        "declaration",
      )`function ${name}(${given}: string): boolean { for (const ${item} of ${list}) if (${condition(of)}) return true; return ${boolean(body)}; }`,
      piece("boolean")`${name}(${text(inner)})`,
      named(made, "boolean"),
    ],
    [
      piece(
        "declaration",
      )`function ${name}(${given}: string): string[] { return sorted(${list}.map((${item}) => ${text(of)})); }`,
      piece("string")`${name}(${text(inner)}).join()`,
      named(made, "string"),
    ],
    [
      piece(
        "declaration",
      )`const ${name} = (${given}: string): ${kind} | undefined => ${list}.find(({ metadata }) => metadata.name === ${text(body)});`,
      piece("string?")`${name}(${text(inner)})?.metadata.labels?.["app"]`,
      named(made, "string", true),
    ],
  ]);
  return { piece: statement`${put(declaration)} const ${made} = ${value};`, names: [type] };
}

export function generatorOfOthers(at: Writer): Made {
  const [name, given, item] = [fresh(at), fresh(at), fresh(at)];
  const { inside, put } = inModule(at);
  const body = deeper(inside, named(given, "string"));
  const { kind, list } = others(body);
  const of = deeper(body, named(item, kind));
  const declared = put(
    piece(
      "declaration",
    )`function* ${name}(${given}: string): Generator<Violation> { for (const ${item} of ${list}) if (${condition(of)}) yield violation(${template(of)}); }`,
  );
  return only(statement`${declared} yield* ${name}(${text(deeper(at))});`);
}
