import { elementOf, shapes } from "../objects/shapes.js";
import { elementSort, type Piece, piece, together } from "./piece.js";
import { anyList, listOfRecords } from "./reads.js";
import { template, textLiteral } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, named, only, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

interface Pattern {
  readonly piece: Piece;
  readonly names: readonly Name[];
}

/** `{ image: name = "none", ports: all = [], securityContext: { runAsUser: user } = {} }`, wherever a pattern may stand. */
export function takenApart(at: Writer): Made {
  const list = listOfRecords(deeper(at)) ?? anyList(deeper(at));
  const element = elementSort(list);
  const { inside, put } = place(at);
  const pattern = patternOf(element, at, 2);
  const function_ = deeper(inside, ...pattern.names);
  const turn = deeper({ ...at, inLoop: true }, ...pattern.names);
  const [name, item] = [fresh(at), fresh(at)];
  return only(
    at.choose.among([
      () =>
        statement`${put(statement`const ${name} = (${pattern.piece}: ${element}): string => ${text(function_)};`)} for (const ${item} of ${list}) yield violation(${name}(${item}));`,
      () =>
        statement`${put(statement`function ${name}(${pattern.piece}: ${element}, says = ${textLiteral(at)}): boolean { if (${condition(function_)}) return says !== "a"; return ${boolean(function_)}; }`)} for (const ${item} of ${list}) if (${name}(${item})) yield violation("holds");`,
      () =>
        statement`if (${list}.${at.choose.among(["some", "every"])}((${pattern.piece}) => ${boolean(turn)})) yield violation("holds");`,
      () =>
        statement`yield violation(${list}.filter((${pattern.piece}) => ${boolean(turn)}).map((${pattern.piece}) => ${text(turn)}).join());`,
      () =>
        statement`for (const ${pattern.piece} of ${list}) if (${condition(turn)}) yield violation(${template(turn)});`,
      () =>
        statement`for (const ${item} of ${list}) { const ${pattern.piece} = ${item}; yield violation(${template(turn)}); }`,
      () =>
        statement`${put(statement`function* ${name}(${pattern.piece}: ${element}): Generator<Violation> { if (${condition(function_)}) yield violation(${template(function_)}); }`)} for (const ${item} of ${list}) yield* ${name}(${item});`,
    ])(),
  );
}

/** What has no fields is taken as it is. */
function patternOf(type: string, at: Writer, depth: number): Pattern {
  const fields = shapes.get(type) ?? [];
  const [first, ...others] = fields;
  if (first === undefined) {
    const name = fresh(at);
    return { piece: piece("pattern")`${name}`, names: [named(name, type)] };
  }
  const chosen = new Set(Array.from({ length: 3 }, () => at.choose.among([first, ...others])));
  const parts = [...chosen].map(({ name: field, type: of, optional }): Pattern => {
    const isOpen = (shapes.get(of) ?? []).length > 0 && (shapes.get(of) ?? []).every((one) => one.optional);
    if (depth > 0 && (isOpen || (shapes.has(of) && !optional))) {
      const below = patternOf(of, at, depth - 1);
      return {
        piece: piece("field")`${field}: ${below.piece}${optional ? " = {}" : ""}`,
        names: below.names,
      };
    }
    const name = fresh(at);
    const fallback = optional && at.choose.often(70) ? fallbackOf(of, at) : undefined;
    if (fallback === undefined)
      return { piece: piece("field")`${field}: ${name}`, names: [named(name, of, optional)] };
    return { piece: piece("field")`${field}: ${name} = ${fallback}`, names: [named(name, of)] };
  });
  return {
    piece: piece("pattern")`{ ${together(
      "fields",
      parts.map((part) => part.piece),
      ", ",
    )} }`,
    names: parts.flatMap(({ names }) => names),
  };
}

function fallbackOf(type: string, at: Writer): Piece | undefined {
  if (elementOf(type) !== undefined) return piece(type)`[]`;
  if (type === "map") return piece(type)`{}`;
  return ["string", "number", "boolean"].includes(type)
    ? at.expression(type, { ...at, names: [], depth: 0 })
    : undefined;
}
