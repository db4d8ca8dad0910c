import type { Diagnostic as PolicyDiagnostic, Span } from "@policyc/diagnostics";
import { impure, notAViolation } from "../diagnostics/flow.js";
import { typeError } from "../diagnostics/types.js";
import { descendantsOf } from "../syntax/tree.js";
import { typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";

/** Names that a page or Node has, and no policy engine. */
const outside = /Cannot find name '(console|process|fetch|require|Buffer|setTimeout|window|crypto)'/;

/** An error of TypeScript in our words, where we have any. */
export function typeProblem(
  error: ts.Diagnostic,
  module: ts.SourceFile,
  span: (node: ts.Node | undefined) => Span,
): PolicyDiagnostic {
  const text = messageText(error.messageText);
  const name = outside.exec(text)?.[1];
  if (name !== undefined) return impure(span(undefined), `\`${name}\``);
  const stranger = /Iterable<Violation>/.test(text) ? strangeYield(error, module) : undefined;
  return stranger === undefined
    ? typeError(span(undefined), error.code, text)
    : notAViolation(span(stranger));
}

/** The first `yield` of something else, in the generator that TypeScript finds wrong as a whole. */
function strangeYield(error: ts.Diagnostic, module: ts.SourceFile): ts.YieldExpression | undefined {
  const { start = 0 } = error;
  const around = descendantsOf(module, isFunctionOfPolicy).findLast(
    (node) => node.getStart() <= start && start < node.end,
  );
  return descendantsOf(around).find(yieldsAnother);
}

/** `*check(…) { … }`, `check: function* (…) { … }`. */
function isFunctionOfPolicy(node: ts.Node): node is ts.MethodDeclaration | ts.PropertyAssignment {
  return ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node);
}

function yieldsAnother(node: ts.Node): node is ts.YieldExpression {
  if (!ts.isYieldExpression(node)) return false;
  return node.expression === undefined || typeAt(node.expression).getSymbol()?.name !== "Violation";
}

/** The first and the last words of TypeScript: those between lead from one to the other. */
function messageText(message: string | ts.DiagnosticMessageChain): string {
  if (typeof message === "string") return message;
  let last = message;
  while (last.next?.[0] !== undefined) last = last.next[0];
  const texts = last === message ? [message.messageText] : [message.messageText, last.messageText];
  return texts.join(" ").replace(/\s+/g, " ");
}
