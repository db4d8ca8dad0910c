import { type Piece, piece } from "./piece.js";
import { entryOf, optionalList, optionalReadOf } from "./reads.js";
import { textLiteral } from "./texts.js";
import { boolean, named, number, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** Calls behind `?.`, and chains of what stands in. */
export function chained(at: Writer): Made {
  const list = optionalList(deeper(at));
  return list === undefined || at.choose.often(40) ? ofTexts(at) : ofLists(list, at);
}

function ofLists(list: Piece, at: Writer): Made {
  const element = list.sort.slice(0, -3);
  const [made, item] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const inside = deeper(at, named(item, element));
  const quantified = piece(
    "boolean?",
  )`${list}?.${at.choose.among(["some", "every"])}((${item}) => ${boolean(inside)})`;
  const [type, value] = at.choose.among<readonly [string, Piece]>([
    ["boolean?", quantified],
    ["boolean", piece("boolean")`(${quantified} ?? ${at.choose.among(["true", "false"])})`],
    ["boolean", piece("boolean")`!${quantified}`],
    ["boolean", piece("boolean")`(${quantified} === true)`],
    ["boolean", piece("boolean")`(${list}?.find((${item}) => ${boolean(inside)}) === undefined)`],
    ["number", piece("number")`(${list}?.length ?? ${number(inner)})`],
    ["number", piece("number")`(${list}?.filter((${item}) => ${boolean(inside)}).length ?? -1)`],
    ["string[]", piece("string[]")`(${list}?.map((${item}) => ${text(inside)}) ?? [])`],
    [
      "string[]",
      piece(
        "string[]",
      )`[...(${list} ?? []).map((${item}) => ${text(inside)}), ...(${list}?.flatMap((${item}) => ${inside.expression("string[]", inside)}) ?? [])]`,
    ],
    ["string", piece("string")`(${list}?.map((${item}) => ${text(inside)}).join() ?? ${text(inner)})`],
    [
      "string?",
      piece("string?")`${list}?.map((${item}) => ${text(inside)}).at(${at.choose.among(["0", "-1", "1"])})`,
    ],
    ["string?", piece("string?")`${list}?.map((${item}) => ${text(inside)})[0]?.trim()`],
    [
      "string?",
      piece(
        "string?",
      )`(${list}?.map((${item}) => ${text(inside)}).find((one) => one !== "a") ?? ${inner.optional("string", inner)})`,
    ],
    ["number?", piece("number?")`${list}?.findIndex((${item}) => ${boolean(inside)})`],
  ]);
  return { piece: statement`const ${made} = ${value};`, names: [of(made, type)] };
}

function ofTexts(at: Writer): Made {
  const made = fresh(at);
  const inner = deeper(at);
  const one = (): Piece =>
    (at.choose.often(50) ? optionalReadOf("string", inner) : entryOf(inner)) ??
    inner.optional("string", inner);
  const literal = (): Piece => textLiteral(at);
  const [type, value] = at.choose.among<readonly [string, Piece]>([
    ["string", piece("string")`(${one()} ?? ${one()} ?? ${text(inner)})`],
    ["string", piece("string")`(${one()} || ${one()} || ${literal()})`],
    ["string?", piece("string?")`(${one()} ?? ${one()})?.trim()`],
    ["boolean?", piece("boolean?")`${one()}?.trim().startsWith(${literal()})`],
    [
      "boolean",
      piece(
        "boolean",
      )`(${one()}?.split(${JSON.stringify(at.choose.among(["/", ":", "-"]))}).includes(${literal()}) ?? false)`,
    ],
    ["string?", piece("string?")`${one()}?.split(":")[${at.choose.among(["0", "1"])}]`],
    ["boolean", piece("boolean")`(${one()}?.split("/").some((part) => part === ${text(inner)}) === true)`],
    [
      "boolean",
      piece(
        "boolean",
      )`(${inner.expression("string[]", inner)}.includes(${one()} ?? ${literal()}) || ${one()}?.endsWith(${text(inner)}) === true)`,
    ],
    ["string", piece("string")`(${one()}?.replace(":", "-") ?? ${one()}?.trim() ?? "none")`],
    ["number", piece("number")`(${one()}?.split("/").length ?? ${number(inner)})`],
    ["boolean", piece("boolean")`/^a|web$/.test(${one()} ?? "")`],
  ]);
  return { piece: statement`const ${made} = ${value};`, names: [of(made, type)] };
}

function of(name: string, type: string) {
  return named(name, type.replace("?", ""), type.endsWith("?"));
}
