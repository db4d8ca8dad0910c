import type { Diagnostic } from "@policyc/diagnostics";
import type { Context } from "../../context.js";
import { reassignment, returnInLoop } from "../../diagnostics/flow.js";
import { ts } from "../../typescript.js";
import { unsupportedExpression } from "../unsupported.js";
import { assignmentOf } from "../variables/assignment.js";

/** A statement that is not part of the language where it stands. */
export function unsupportedStatement(node: ts.Node, cx: Context): Diagnostic {
  if (ts.isBreakStatement(node)) return returnInLoop(cx.span(node), "break");
  const isAssignment = ts.isExpressionStatement(node) && assignmentOf(node.expression) !== undefined;
  if (isAssignment || ts.isVariableStatement(node)) return reassignment(cx.span(node));
  return unsupportedExpression(node, cx);
}
