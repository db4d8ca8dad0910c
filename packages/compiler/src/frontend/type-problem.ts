import type { Diagnostic as PolicyDiagnostic, Span } from "@policyc/diagnostics";
import { type Diagnostic, Node, type SourceFile, type ts, type YieldExpression } from "ts-morph";
import { impure, notAViolation } from "./diagnostics/flow.js";
import { typeError } from "./diagnostics/types.js";

/** Names that a page or Node has, and no policy engine. */
const outside = /Cannot find name '(console|process|fetch|require|Buffer|setTimeout|window|crypto)'/;

/** An error of TypeScript in our words, where we have any. */
export function typeProblem(
  error: Diagnostic,
  module: SourceFile,
  span: (node: Node | undefined) => Span,
): PolicyDiagnostic {
  const text = messageText(error.compilerObject.messageText);
  const name = outside.exec(text)?.[1];
  if (name !== undefined) return impure(span(undefined), `\`${name}\``);
  const stranger = /Iterable<Violation>/.test(text) ? strangeYield(error, module) : undefined;
  return stranger === undefined
    ? typeError(span(undefined), error.getCode(), text)
    : notAViolation(span(stranger));
}

/** The first `yield` of something else, in the generator that TypeScript finds wrong as a whole. */
function strangeYield(error: Diagnostic, module: SourceFile): YieldExpression | undefined {
  const generator = module
    .getDescendantAtPos(error.getStart() ?? 0)
    ?.getFirstAncestor((node) => Node.isMethodDeclaration(node) || Node.isPropertyAssignment(node));
  return generator?.getDescendants().find(yieldsAnother);
}

function yieldsAnother(node: Node): node is YieldExpression {
  return (
    Node.isYieldExpression(node) && node.getExpression()?.getType().getSymbol()?.getName() !== "Violation"
  );
}

/** The first and the last words of TypeScript: those between lead from one to the other. */
function messageText(message: string | ts.DiagnosticMessageChain): string {
  if (typeof message === "string") return message;
  let last = message;
  while (last.next?.[0] !== undefined) last = last.next[0];
  const texts = last === message ? [message.messageText] : [message.messageText, last.messageText];
  return texts.join(" ").replace(/\s+/g, " ");
}
