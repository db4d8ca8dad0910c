import type { Binder } from "@policyc/ir";
import type { Context } from "../../context.js";
import { resolve } from "../../syntax/resolve.js";
import { fieldTakenBy } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { inputNamed } from "../expressions/access.js";
import { destructure } from "../expressions/patterns.js";

/** Binds the argument of `check`: taken apart, or as a whole. */
export function bindAdmission(pattern: ts.BindingName, cx: Context): Context {
  if (ts.isIdentifier(pattern)) return cx.binding(pattern, { kind: "admission" });
  if (!ts.isObjectBindingPattern(pattern)) return cx;
  return pattern.elements.reduce((inner, element) => {
    const name = element.name;
    if (element.dotDotDotToken !== undefined && ts.isIdentifier(name))
      return inner.binding(name, { kind: "admission" });
    const root = inputNamed(fieldTakenBy(element) ?? "");
    if (root === undefined) return inner;
    const binder: Binder = { name: root, type: inner.type(name) };
    return destructure(name, { kind: "input", root, type: binder.type, span: inner.span(element) }, inner);
  }, cx);
}

/** Is it the whole argument of `check`? */
export function isAdmission(node: ts.Node, cx: Context): boolean {
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  return symbol !== undefined && cx.scope.get(symbol)?.kind === "admission";
}
