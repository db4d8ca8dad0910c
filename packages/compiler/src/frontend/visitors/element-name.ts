import { type Expression, Node } from "ts-morph";
import { bare } from "./bare.js";

/** A name for one element of a list: `container` of `containers(object)`, `rule` of `object.spec.rules ?? []`. */
export function elementName(list: Expression): string {
  const name = lastName(named(bare(list))) ?? "item";
  return singular(name) ?? "entry";
}

/** What says best what a list holds. */
function named(list: Expression): Expression {
  // `[...containers, ...initContainers]` holds containers.
  const [first] = Node.isArrayLiteralExpression(list) ? list.getElements() : [];
  if (Node.isSpreadElement(first)) return named(bare(first.getExpression()));
  if (!Node.isCallExpression(list)) return list;
  const callee = list.getExpression();
  if (Node.isIdentifier(callee)) return callee;
  const isPart = Node.isPropertyAccessExpression(callee) && callee.getName() === "filter";
  return isPart ? named(bare(callee.getExpression())) : list;
}

function lastName(list: Expression): string | undefined {
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
