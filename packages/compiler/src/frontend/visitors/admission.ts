import type { Binder } from "@policyc/ir";
import { type BindingName, Node } from "ts-morph";
import type { Context } from "../context.js";
import { resolve } from "../resolve.js";
import { inputNamed } from "./access.js";
import { destructure } from "./patterns.js";

/** Binds the argument of `check`: taken apart, or as a whole. */
export function bindAdmission(pattern: BindingName, cx: Context): Context {
  if (Node.isIdentifier(pattern)) return cx.binding(pattern, { kind: "admission" });
  if (!Node.isObjectBindingPattern(pattern)) return cx;
  return pattern.getElements().reduce((inner, element) => {
    const root = inputNamed(element.getPropertyNameNode()?.getText() ?? element.getName());
    if (root === undefined) return inner;
    const name = element.getNameNode();
    const binder: Binder = { name: root, type: inner.type(name) };
    return destructure(name, { kind: "input", root, type: binder.type, span: inner.span(element) }, inner);
  }, cx);
}

/** Is it the whole argument of `check`? */
export function isAdmission(node: Node, cx: Context): boolean {
  const symbol = Node.isIdentifier(node) ? resolve(node) : undefined;
  return symbol !== undefined && cx.scope.get(symbol)?.kind === "admission";
}
