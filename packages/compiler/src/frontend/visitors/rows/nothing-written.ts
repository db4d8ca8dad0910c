import type { Context } from "../../context.js";
import type { Written } from "../../scope.js";
import { resolve } from "../../syntax/resolve.js";
import { ts } from "../../typescript.js";

/** `undefined`, `null`, or a parameter that a call gives nothing for. */
export function isAbsent(node: ts.Node, cx: Context): boolean {
  if (node.kind === ts.SyntaxKind.NullKeyword) return true;
  if (!ts.isIdentifier(node)) return false;
  const symbol = resolve(node);
  const meaning = symbol === undefined ? undefined : cx.scope.get(symbol);
  return node.getText() === "undefined" || (meaning?.kind === "value" && meaning.value.kind === "absent");
}

/** An entry may say that there is nothing: `{ Pod: isRoot, Job: null }`. */
export function ifThere(written: Written | undefined, cx: Context): Written | undefined {
  return written === undefined || isAbsent(written.node, cx.seeing(written.scope)) ? undefined : written;
}
