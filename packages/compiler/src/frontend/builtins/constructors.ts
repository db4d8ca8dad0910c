import { type Expr, mayBeAbsent, required, unknownType } from "@policyc/ir";
import { call, elementType } from "../build/nodes.js";
import type { Context } from "../context.js";
import { impure } from "../diagnostics/flow.js";
import { unknownFunction } from "../diagnostics/syntax.js";
import { resolve } from "../syntax/resolve.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { iterable } from "../visitors/expressions/literals.js";
import { emptySet } from "../visitors/expressions/set-elements.js";
import { unsupportedExpression } from "../visitors/unsupported.js";
import { there } from "./arguments.js";
import { isImpure } from "./globals.js";
import { fromPairs } from "./objects.js";

/** `new Set(list)`, `new Map(pairs)`. */
export function newExpression(node: ts.NewExpression, cx: Context): Expr {
  const [argument] = node.arguments ?? [];
  const name = node.expression.getText();
  if (isImpure(name)) return cx.invalid(impure(cx.span(node), `\`new ${name}\``));
  if (name === "Map" && argument !== undefined) return fromPairs(pairsGiven(argument, cx), node, cx);
  const made = node.expression;
  const declaration = ts.isIdentifier(made) ? resolve(made)?.valueDeclaration : undefined;
  if (isA(ts.isClassDeclaration, declaration))
    return cx.invalid(unsupportedExpression(declaration, cx, node));
  if (name === "Set" && argument === undefined && isFallback(node))
    return emptySet(cx.type(node), cx.span(node));
  if (name !== "Set" || argument === undefined)
    return cx.invalid(unknownFunction(cx.span(node), `new ${name}`));
  const list = elementsGiven(argument, cx);
  const element = required(list.type).kind === "list" ? elementType(list) : unknownType;
  return call("set.of", [list], cx.span(node), { kind: "set", element });
}

/** `groups.get(key) ?? new Set()`: nobody adds to it who would not be told so. */
function isFallback(node: ts.NewExpression): boolean {
  const around = node.parent;
  return ts.isBinaryExpression(around) && around.operatorToken.getText() === "??" && around.right === node;
}

/** Characters of a text and pairs of a map are made a list first. */
function elementsGiven(argument: ts.Expression, cx: Context): Expr {
  const given = cx.expression(argument);
  const { kind } = required(given.type);
  return kind === "string" || kind === "map" ? iterable(argument, cx) : orNothing(given);
}

/** `new Map(pod.spec.volumes?.map((v) => [v.name, v]))`: another map has to be there. */
function pairsGiven(argument: ts.Expression, cx: Context): Expr {
  const given = cx.expression(argument);
  return required(given.type).kind === "list" ? orNothing(given) : there(argument, cx);
}

/** A set or a map of what is absent is empty. */
function orNothing(list: Expr): Expr {
  if (!mayBeAbsent(list.type) || list.kind === "invalid") return list;
  const type = required(list.type);
  const { span } = list;
  return { kind: "coalesce", of: list, fallback: { kind: "list", items: [], type, span }, type, span };
}
