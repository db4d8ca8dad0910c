import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";

/** A name for one element of a list: `container` of `containers(object)`, `rule` of `object.spec.rules ?? []`. */
export function elementName(list: ts.Expression): string {
  const name = lastName(named(bare(list))) ?? "item";
  return singular(name) ?? "entry";
}

/** What says best what a list holds. */
function named(list: ts.Expression): ts.Expression {
  // `[...containers, ...initContainers]` holds containers.
  const [first] = ts.isArrayLiteralExpression(list) ? list.elements : [];
  if (isA(ts.isSpreadElement, first)) return named(bare(first.expression));
  if (!ts.isCallExpression(list)) return list;
  const callee = list.expression;
  if (ts.isIdentifier(callee)) return callee;
  const isPart = ts.isPropertyAccessExpression(callee) && callee.name.text === "filter";
  return isPart ? named(bare(callee.expression)) : list;
}

function lastName(list: ts.Expression): string | undefined {
  return list
    .getText()
    .match(/[A-Za-z]+/g)
    ?.at(-1);
}

/** `containerWithRole` of `containersWithRoles`. */
function singular(name: string): string | undefined {
  const [things = name, ...more] = name.split(/(?=(?:With|Of|In|For|By)[A-Z])/);
  const one = singularWord(things);
  return one === undefined ? undefined : [one, ...more.map((part) => singularWord(part) ?? part)].join("");
}

/** The plural that most words have; nothing where it is none, or where it cannot be told, as of `status`. */
function singularWord(word: string): string | undefined {
  if (word.length <= 3 || !/[^s]s$/.test(word) || /[ui]s$/.test(word)) return undefined;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(?:ss|x|ch|sh|us)es$/.test(word) ? -2 : -1);
}
