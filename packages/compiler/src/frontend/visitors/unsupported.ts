import type { Diagnostic } from "@policyc/diagnostics";
import { Node, SyntaxKind } from "ts-morph";
import type { Context } from "../context.js";
import { reassignment, returnInLoop } from "../diagnostics/flow.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { assignmentOf } from "./assignment.js";

const insteadOfWhile =
  'use `for…of` over a list, or `text.replace(/\\/+$/, "")` to take the end off a text as often as it is there';

/** What an author writes instead of a construct that is not part of the language. */
const instead: Partial<Record<SyntaxKind, readonly [construct: string, instead: string]>> = {
  [SyntaxKind.WhileStatement]: ["a `while` loop", insteadOfWhile],
  [SyntaxKind.DoStatement]: ["a `do` loop", insteadOfWhile],
  [SyntaxKind.ForStatement]: [
    "a counting loop",
    "use `for…of` over the list itself, `list.entries()` for the index, or `for (let i = 0; i < list.length; i++)` for all of them",
  ],
  [SyntaxKind.ForInStatement]: ["`for…in`", "use `for (const [key, value] of Object.entries(…))`"],
  [SyntaxKind.TryStatement]: [
    "`try`",
    "use a test beforehand, `isSemver(text)`: a predicate never throws, and reads no JSON",
  ],
  [SyntaxKind.ThrowStatement]: ["`throw`", "use `yield violation(…)`"],
  [SyntaxKind.ClassDeclaration]: ["a class", "use functions and plain objects"],
  [SyntaxKind.ClassExpression]: ["a class", "use functions and plain objects"],
  [SyntaxKind.AwaitExpression]: ["`await`", "use what the request carries: a predicate waits for nothing"],
  [SyntaxKind.LabeledStatement]: [
    "a label here",
    "use it for a loop, and `continue` to it; or a function for the inner loop, or `some`",
  ],
  [SyntaxKind.EnumDeclaration]: [
    "an enum as an object",
    "use its members, `Level.high`; as an object one of texts, a `const` object, or a list",
  ],
  [SyntaxKind.ThisKeyword]: [
    "`this`",
    "use the name of the object, `checks.read(text)`; functions of a module need none",
  ],
  [SyntaxKind.RegularExpressionLiteral]: [
    "a regular expression as a value",
    "use it in place: `/…/.test(text)`, `split(/…/)`, `replace(/…/g, text)`",
  ],
  [SyntaxKind.ArrowFunction]: [
    "a function as a value",
    "use it as an argument, or in a row of a table that is written out",
  ],
  [SyntaxKind.FunctionExpression]: ["a function as a value", "use a function declaration and call it"],
  [SyntaxKind.TaggedTemplateExpression]: ["a tagged template", "use a plain template literal"],
  [SyntaxKind.DeleteExpression]: ["`delete`", "use a new object without the field"],
  [SyntaxKind.SpreadElement]: ["a spread here", "use it in a list: `[...a, ...b]`"],
  [SyntaxKind.TypeOfExpression]: ["`typeof`", 'use it in a comparison: `typeof x === "string"`'],
  [SyntaxKind.NullKeyword]: ["`null`", "use `undefined`, or `== null` in a test: the two are one value here"],
  [SyntaxKind.BigIntLiteral]: ["a BigInt", "use a number, or `compareQuantities`"],
};

/** What is not part of the language, `at` where it is used. */
export function unsupportedExpression(node: Node, cx: Context, at = node): Diagnostic {
  const [construct, hint] = instead[node.getKind()] ?? [
    `\`${excerpt(node)}\``,
    "use what docs/language.md lists",
  ];
  return unsupportedSyntax(cx.span(at), construct, hint);
}

export function unsupportedStatement(node: Node, cx: Context): Diagnostic {
  if (Node.isBreakStatement(node)) return returnInLoop(cx.span(node), "break");
  const isAssignment = Node.isExpressionStatement(node) && assignmentOf(node.getExpression()) !== undefined;
  if (isAssignment || Node.isVariableStatement(node)) return reassignment(cx.span(node));
  return unsupportedExpression(node, cx);
}

function excerpt(node: Node): string {
  const text = node.getText().replace(/\s+/g, " ");
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}
