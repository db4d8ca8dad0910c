import type { Diagnostic } from "@policyc/diagnostics";
import type { Context } from "../../context.js";
import { filledOtherwise, reassignment, returnInLoop, textOfParts } from "../../diagnostics/flow.js";
import { isLoop } from "../../syntax/loops.js";
import { ancestor } from "../../syntax/tree.js";
import { isOf } from "../../types/flags.js";
import { typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { unsupportedExpression } from "../unsupported.js";
import { type Assignment, assignmentOf } from "../variables/assignment.js";
import { usesIn } from "../variables/variable-uses.js";
import { declaredOtherwise } from "./declarations.js";

/** A statement that is not part of the language where it stands. */
export function unsupportedStatement(node: ts.Node, cx: Context): Diagnostic {
  if (ts.isBreakStatement(node)) return returnInLoop(cx.span(node), "break");
  const assignment = ts.isExpressionStatement(node) ? assignmentOf(node.expression) : undefined;
  if (assignment !== undefined) return reassigned(assignment, cx);
  if (ts.isVariableStatement(node)) return declaredOtherwise(node, cx);
  return unsupportedExpression(node, cx);
}

/** A variable that changes in a way that nobody can say. */
export function reassigned({ name, node, step }: Assignment, cx: Context): Diagnostic {
  const span = cx.span(node.parent);
  if (step?.kind === "put") return filledOtherwise(span, name.getText());
  const readsItself = usesIn(node.parent, name).length > 0 || node.getText().includes("+=");
  const isText = isOf(typeAt(name), ts.TypeFlags.StringLike);
  return isText && readsItself && ancestor(node, isLoop) !== undefined
    ? textOfParts(span, name.getText())
    : reassignment(span);
}
