import type { Diagnostic } from "@policyc/diagnostics";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { ts } from "../typescript.js";

const insteadOfWhile =
  'use `for…of` over a list, `for (let i = 0; i < list.length; i++)` for its positions, or `text.replace(/\\/+$/, "")` to take the end off a text as often as it is there';

/** What an author writes instead of a construct that is not part of the language. */
const instead: Partial<Record<ts.SyntaxKind, readonly [construct: string, instead: string]>> = {
  [ts.SyntaxKind.WhileStatement]: ["a `while` loop", insteadOfWhile],
  [ts.SyntaxKind.DoStatement]: ["a `do` loop", insteadOfWhile],
  [ts.SyntaxKind.ForStatement]: [
    "a counting loop that does not go through a whole list one by one",
    "use `for…of` over the list itself, `list.entries()` for the index, or `for (let i = 0; i < list.length; i++)` for all of them; from the last on, `for (let i = list.length - 1; i >= 0; i--)` that reads `list[i]` alone; in steps, `if (i % 2 !== 0) continue;`",
  ],
  [ts.SyntaxKind.ForInStatement]: [
    "`for…in` over what is no plain object",
    "use `for…of`: `for…in` gives the positions of a list as texts, and nothing of a set or a `Map`",
  ],
  [ts.SyntaxKind.TryStatement]: [
    "`try`",
    "use a test beforehand, `isSemver(text)`: a predicate never throws, and reads no JSON",
  ],
  [ts.SyntaxKind.ThrowStatement]: ["`throw`", "use `yield violation(…)`"],
  [ts.SyntaxKind.ClassDeclaration]: [
    "a class",
    "use functions and plain objects; a class may hold constants: `static readonly most = 3`",
  ],
  [ts.SyntaxKind.ClassExpression]: ["a class", "use functions and plain objects"],
  [ts.SyntaxKind.YieldExpression]: [
    "`yield` within an expression",
    "use it as a statement: `if (…) yield violation(…);`",
  ],
  [ts.SyntaxKind.AwaitExpression]: ["`await`", "use what the request carries: a predicate waits for nothing"],
  [ts.SyntaxKind.LabeledStatement]: [
    "a label here",
    "use it for a loop, and `continue` to it; or a function for the inner loop, or `some`",
  ],
  [ts.SyntaxKind.EnumDeclaration]: [
    "an enum as an object",
    "use its members, `Level.high`; as an object one of texts, a `const` object, or a list",
  ],
  [ts.SyntaxKind.ThisKeyword]: [
    "`this`",
    "use the name of the object, `checks.read(text)`; functions of a module need none",
  ],
  [ts.SyntaxKind.RegularExpressionLiteral]: [
    "a regular expression as a value",
    "use it in place: `/…/.test(text)`, `split(/…/)`, `replace(/…/g, text)`",
  ],
  [ts.SyntaxKind.ArrowFunction]: [
    "a function as a value",
    "use it as an argument, or in a row of a table that is written out",
  ],
  [ts.SyntaxKind.FunctionExpression]: ["a function as a value", "use a function declaration and call it"],
  [ts.SyntaxKind.TaggedTemplateExpression]: ["a tagged template", "use a plain template literal"],
  [ts.SyntaxKind.OmittedExpression]: ["a hole in a list", "use `undefined`, or leave the comma out"],
  [ts.SyntaxKind.DeleteExpression]: ["`delete`", "use a new object without the field"],
  [ts.SyntaxKind.SpreadElement]: [
    "a spread here",
    "use it in a list, `[...a, ...b]`; a function is given each argument by itself, `(x) => !test(x)`",
  ],
  [ts.SyntaxKind.TypeOfExpression]: ["`typeof`", 'use it in a comparison: `typeof x === "string"`'],
  [ts.SyntaxKind.NullKeyword]: [
    "`null`",
    "use `undefined`, or `== null` in a test: the two are one value here",
  ],
  [ts.SyntaxKind.BigIntLiteral]: ["a BigInt", "use a number, or `compareQuantities`"],
};

/** What is not part of the language, `at` where it is used. */
export function unsupportedExpression(node: ts.Node, cx: Context, at = node): Diagnostic {
  const [construct, hint] = instead[node.kind] ?? [`\`${excerpt(node)}\``, "use what docs/language.md lists"];
  return unsupportedSyntax(cx.span(at), construct, hint);
}

/** `+x`, which JavaScript makes a number of whatever it is. */
export function unsupportedSign(node: ts.PrefixUnaryExpression, cx: Context): Diagnostic {
  return unsupportedSyntax(cx.span(node), `\`${node.getText()}\``, "use the value as it is");
}

function excerpt(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, " ");
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}
