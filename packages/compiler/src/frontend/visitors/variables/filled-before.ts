import type { Expr } from "@policyc/ir";
import type { Context } from "../../context.js";
import type { Value, Written } from "../../scope.js";
import { declaringStatement, isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { choicesOn, decides, mentionsAny, namesOf } from "./depending.js";
import { isSeen } from "./fills-seen.js";
import { type SeenMap, seenMapOf } from "./seen-maps.js";
import { type Filling, type SeenSet, seenSetOf } from "./seen-sets.js";
import { statementOf, usesIn } from "./variable-uses.js";

/** The statements that have filled a set or a map by then; nothing where it is not known of all of them what they add. */
export function filledBefore(
  { symbol, fillings }: SeenSet | SeenMap,
  at: ts.Node,
  cx: Context,
): readonly Written<ts.Statement>[] | undefined {
  const meaning = cx.scope.get(symbol);
  const filledBy = meaning?.kind === "value" ? (meaning.filledBy ?? []) : [];
  const earlier = fillings.filter(({ statement }) => statement.end <= at.pos);
  return filledBy.length === earlier.length ? filledBy : undefined;
}

/** What a set or a map had in it before statements filled it. */
export function begunWith(meaning: Value): Expr {
  return meaning.begunWith ?? meaning.value;
}

/** The same of what is called so here. */
export function begunOf(symbol: ts.Symbol, cx: Context): Expr | undefined {
  const meaning = cx.scope.get(symbol);
  return meaning?.kind === "value" ? begunWith(meaning) : undefined;
}

/** Is it known of a set or a map that is read here what all statements before have added? It is of any other name. */
export function isKnownOfSeen(name: ts.Identifier, cx: Context): boolean {
  const declared = statementOf(name);
  const seen = declared === undefined ? undefined : (seenSetOf(declared) ?? seenMapOf(declared));
  return seen === undefined || filledBefore(seen, name, cx) !== undefined;
}

/**
 * Does what a turn adds depend on another set or map, of which it is left open here what it has? What earlier turns have
 * added would be another thing.
 */
export function dependsOnSettled({ node, statement, loops }: Filling, cx: Context): boolean {
  const around = loops[0] ?? statement;
  return cx.settled.some((symbol) => {
    const declaration = symbol.valueDeclaration;
    const declared = isA(ts.isVariableDeclaration, declaration) ? declaringStatement(declaration) : undefined;
    const name = isA(ts.isVariableDeclaration, declaration) ? declaration.name : undefined;
    if (declared === undefined || !isA(ts.isIdentifier, name) || !isSeen(declared)) return false;
    const uses = usesIn(statement, name);
    const derived = namesOf(around, uses);
    return (
      uses.length > 0 &&
      (mentionsAny(node, derived) || choicesOn(statement, derived).some((one) => decides(one, node)))
    );
  });
}
