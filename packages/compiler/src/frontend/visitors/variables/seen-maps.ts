import { entriesBegun } from "../../syntax/entries-begun.js";
import { turnAround } from "../../syntax/loops.js";
import {
  type EntryUse,
  entryAsked,
  entryKept,
  entryPut,
  entryRead,
  entryUse,
} from "../../syntax/map-entries.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, isA, isIn } from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { choicesOn, decides, mentionsAny, namesOf } from "./depending.js";
import { isFilledMap } from "./filled-maps.js";
import { isAskedForNew, type ReadIn } from "./new-keys.js";
import { allAdded, type Put, putOf } from "./puts.js";
import { areApart, type Filling, isReadApart, placeOf } from "./seen-sets.js";
import { areReadWhereTrue, isAlwaysTrue } from "./true-entries.js";
import { isSetBetween, statementOf, usesOf } from "./variable-uses.js";

/**
 * `const counts = new Map<string, number>();` that turns of a loop fill, and ask for the same key: for what the turns
 * before have put there. Several statements may do so, one after the other.
 */
export interface SeenMap {
  readonly name: ts.Identifier;
  readonly symbol: ts.Symbol;
  readonly fillings: readonly MapFilling[];
  readonly how: Put["how"];
  /** What was put there once stays. */
  readonly keepsFirst: boolean;
}

export interface MapFilling extends Filling {
  readonly put: Put;
  readonly keepsFirst: boolean;
  /** Of what is kept: an empty text is as nothing, and is replaced; it is read nowhere. */
  readonly keepsTrue: boolean;
}

/** Nothing where the map is anything more than that. */
export const seenMapOf: (node: ts.VariableStatement) => SeenMap | undefined = keptWithChecker(
  (node: ts.VariableStatement) => {
    const [declaration, another] = node.declarationList.declarations;
    const [name, made] = [declaration?.name, declaration?.initializer];
    if (another !== undefined || !isA(ts.isIdentifier, name) || made === undefined) return undefined;
    if (entriesBegun(bare(made)) === undefined || isFilledMap(node)) return undefined;
    const symbol = resolve(name);
    const uses = usesOf(name, node);
    const filling = uses.flatMap((use) => usedFor(use, "set") ?? []);
    const fillings = filling.flatMap((one) => fillingBy(one, uses, node) ?? []);
    const [first] = fillings;
    if (symbol === undefined || first === undefined || fillings.length < filling.length) return undefined;
    if (!areApart(fillings) || !fillings.some(({ loops }) => loops.length > 0)) return undefined;
    const { keepsFirst } = first;
    const { how } = first.put;
    const isAlike = fillings.every((one) => one.put.how === how && one.keepsFirst === keepsFirst);
    const reads = uses.filter((use) => !fillings.some(({ statement }) => isIn(use, statement)));
    if (fillings.some((one) => one.keepsTrue) && (fillings.length > 1 || reads.length > 0)) return undefined;
    return isAlike && reads.every((use) => isReadApart(use, fillings, node))
      ? { name, symbol, fillings, how, keepsFirst }
      : undefined;
  },
);

/** What `counts.set(key, …)` or `counts[key] = …` puts there, where its turns ask for nothing but what was under that key. */
function fillingBy(
  node: ts.Expression,
  uses: readonly ts.Identifier[],
  from: ts.VariableStatement,
): MapFilling | undefined {
  const [put, place] = [putOf(node), placeOf(node, from)];
  if (put === undefined || place === undefined || put.isInPlace || !ts.isExpressionStatement(node.parent))
    return undefined;
  const outermost = place.loops[0] ?? place.statement;
  const within = uses.filter((use) => isIn(use, place.statement));
  const reads = within.filter((use) => !ancestorsOf(use).includes(node));
  if (!reads.every((use) => isReadOf(use, node, put.key))) return undefined;
  const derived = namesOf(outermost, uses);
  if ([put.key, ...allAdded(put)].some((part) => mentionsAny(part, derived))) return undefined;
  const asked = choicesOn(place.statement, derived).filter((one) => decides(one, node));
  const keepsFirst = asked.length > 0 || put.keeps === true;
  const keepsTrue = !isAlwaysTrue(put) && keepsFirst && areReadWhereTrue(put, reads, asked, node);
  const readIn = (test: ts.Expression): ReadIn | undefined => {
    const does = isReadIn(test, uses);
    return does === "get" && (isAlwaysTrue(put) || keepsTrue) ? "getTrue" : does;
  };
  const isKnown = asked.every((one) => isAskedForNew(one, node, readIn));
  if (!isKnown || (keepsFirst && put.how !== "replace")) return undefined;
  return { ...place, node, put, keepsFirst, keepsTrue };
}

export function seenMapCalled(node: ts.Expression): SeenMap | undefined {
  const statement = ts.isIdentifier(node) ? statementOf(node) : undefined;
  return statement === undefined ? undefined : seenMapOf(statement);
}

/** `counts.set(key, …)`, `counts[key] = …` of such a map. */
export function putIntoSeen(
  node: ts.Node,
): { readonly map: SeenMap; readonly filling: MapFilling } | undefined {
  const name = (entryPut(node) ?? entryKept(node))?.name;
  const map = name === undefined ? undefined : seenMapCalled(name);
  const filling = map?.fillings.find((one) => one.node === node);
  return map && filling && { map, filling };
}

function usedFor(use: ts.Identifier, does: EntryUse["does"]): ts.Expression | undefined {
  const used = entryUse(use);
  return used?.does === does ? used.node : undefined;
}

/** Does a turn ask for the key that it puts something under, before it does so or surely after that? */
function isReadOf(use: ts.Identifier, filling: ts.Expression, key: ts.Expression): boolean {
  const asked = usedFor(use, "get") ?? usedFor(use, "has");
  const entry = asked === undefined ? undefined : (entryRead(asked) ?? entryAsked(asked));
  if (asked === undefined || entry?.key.getText() !== key.getText()) return false;
  if (turnAround(asked) !== turnAround(filling)) return false;
  const [first, second] = asked.pos < filling.pos ? [asked, filling] : [filling, asked];
  const isOnTheWay = first === asked || ancestorsOf(asked).includes(filling.parent.parent);
  return isOnTheWay && !isSetBetween(key, first.end, second.pos);
}

/** Is it `owners.get(key)`, `owners[key]` or a constant for that? */
function isReadIn(node: ts.Expression, uses: readonly ts.Identifier[]): "get" | "has" | undefined {
  const written = bare(node);
  if (ts.isIdentifier(written)) {
    const declaration = resolve(written)?.valueDeclaration;
    const initializer = isA(ts.isVariableDeclaration, declaration) ? declaration.initializer : undefined;
    return initializer === undefined || ts.isIdentifier(bare(initializer))
      ? undefined
      : isReadIn(initializer, uses);
  }
  const does = uses.map(entryUse).find((use) => use?.node === written)?.does;
  return does === "set" ? undefined : does;
}
