import { absent, type Expr, freeNames } from "@policyc/ir";
import { type Bound, let_, local } from "../../build/nodes.js";
import type { Context, Opened } from "../../context.js";
import type { Value } from "../../scope.js";
import { tallyOf } from "../../syntax/tallies.js";
import { isLet } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { emptySet, isEmptySet } from "../expressions/set-elements.js";
import { type Declaration, declarationsOf, opened } from "../statements/declarations.js";
import { mapBegun } from "./begun-maps.js";
import { isFilledMap } from "./filled-maps.js";
import { isFilledSet } from "./filled-sets.js";
import { isSeen } from "./fills-seen.js";
import { isGathered } from "./gathered.js";
import { seenSetOf } from "./seen-sets.js";

/** `let`, a list that is pushed to, a set that is added to, and a map that is filled. */
export function isVariable(node: ts.VariableStatement): boolean {
  if (isLet(node)) return true;
  if (tallyOf(node) !== undefined) return true;
  return seenSetOf(node) === undefined && (isGathered(node) || isFilledMap(node) || isFilledSet(node));
}

/** `const`s and variables alike. */
export function openedBy(node: ts.VariableStatement, cx: Context): Opened {
  if (isSeen(node)) return withSeen(node, cx);
  return isVariable(node) ? withVariables(node, cx) : withConstants(declarationsOf(node, cx), cx);
}

export function withConstants(declarations: readonly Declaration[], cx: Context): Opened {
  const bound: Bound[] = [];
  const inner = declarations.reduce((seen, declaration) => {
    const one = opened(declaration, seen);
    if (one.bound !== undefined) bound.push(one.bound);
    return one.inner;
  }, cx);
  return { bound, inner };
}

/** What comes of the statements after, with the names that they read: nothing where nothing does. */
export function bindAll(
  { bound, inner }: Opened,
  rest: (inner: Context) => Expr | undefined,
): Expr | undefined {
  const body = rest(inner);
  return body && within(bound, body);
}

export function within(bound: readonly Bound[], body: Expr): Expr {
  return bound.reduceRight(
    (inner, { binder, value }) =>
      freeNames(inner).has(binder.name) ? let_(binder, value, inner, value.span) : inner,
    body,
  );
}

/** A variable and what it is from here on. */
export interface Change {
  readonly name: ts.Identifier;
  readonly meaning: Value;
}

/** New values of variables, by the variables' own names where they are computed. */
export function withValues(changed: readonly Change[], cx: Context): Opened {
  const bound: Bound[] = [];
  const inner = changed.reduce((seen, { name, meaning }) => {
    if (isPlain(meaning.value)) return seen.binding(name, meaning);
    const { inner: naming, ...one } = named(name, meaning, seen);
    bound.push(one);
    return naming;
  }, cx);
  return { bound, inner };
}

function bindValue(name: ts.Identifier, value: Expr, cx: Context, bound: Bound[]): Context {
  const { bound: computed, inner } = withValues([{ name, meaning: { kind: "value", value } }], cx);
  bound.push(...computed);
  return inner;
}

/** By a name that those say who read the variable. */
export function named(name: ts.Identifier, meaning: Value, cx: Context): Bound & { readonly inner: Context } {
  const { value } = meaning;
  const binder = { name: cx.names.unique(name.getText()), type: value.type };
  return { binder, value, inner: cx.binding(name, { ...meaning, value: local(binder, value.span) }) };
}

/** `let count = 0;`: names whose meaning the statements after may change, and what is bound for those that are computed. */
export function withVariables(node: ts.VariableStatement, cx: Context): Opened {
  const bound: Bound[] = [];
  const fields = tallyOf(node);
  if (fields !== undefined) {
    const inner = fields.reduce(
      (seen, { name, value }) => bindValue(name, cx.expression(value), seen, bound),
      cx,
    );
    return { bound, inner };
  }
  const inner = node.declarationList.declarations.reduce((seen, declaration) => {
    const { name, initializer } = declaration;
    if (!ts.isIdentifier(name)) return withParts(declaration, seen, bound);
    if (initializer !== undefined && isFilledMap(node))
      return seen.binding(name, { kind: "value", value: mapBegun(initializer, cx.type(name), seen) });
    const value: Expr =
      initializer === undefined
        ? absent(cx.span(declaration))
        : isFilledSet(node) && isEmptySet(initializer)
          ? emptySet(cx.type(name), cx.span(initializer))
          : seen.expression(initializer);
    return bindValue(name, value, seen, bound);
  }, cx);
  return { bound, inner };
}

/** A set, list or map, which turns ask for what it has and those before them have put there. */
export function withSeen(node: ts.VariableStatement, cx: Context): Opened {
  const begun = node.declarationList.declarations.flatMap(({ name, initializer }): Change[] => {
    if (!ts.isIdentifier(name) || initializer === undefined) return [];
    const type = cx.type(name);
    const value =
      type.kind === "set" && isEmptySet(initializer)
        ? emptySet(type, cx.span(initializer))
        : type.kind === "list" || type.kind === "set"
          ? cx.expression(initializer)
          : mapBegun(initializer, type, cx);
    return [{ name, meaning: { kind: "value", value } }];
  });
  // What a map begins with are constants, which stand where they are read.
  return begun.every(({ meaning }) => meaning.value.kind === "record")
    ? { bound: [], inner: begun.reduce((seen, { name, meaning }) => seen.binding(name, meaning), cx) }
    : withValues(begun, cx);
}

/** `let [first, second] = text.split(":");` */
function withParts(node: ts.VariableDeclaration, cx: Context, bound: Bound[]): Context {
  if (node.initializer === undefined) return cx;
  const { bound: whole, inner } = opened({ node, value: node.initializer }, cx);
  if (whole !== undefined) bound.push(whole);
  return inner;
}

/** A constant, or a path: read where it is needed. What computes has names of its own, which must stand once. */
function isPlain(value: Expr): boolean {
  if (value.kind === "call") return value.intrinsic === "set.of" && value.args.every(isPlain);
  if (value.kind === "record") return value.entries.length === 0;
  if (value.kind === "list") return value.items.every((item) => !item.spread && isPlain(item.value));
  if (value.kind === "field") return isPlain(value.of);
  return ["literal", "absent", "input", "local", "invalid"].includes(value.kind);
}
