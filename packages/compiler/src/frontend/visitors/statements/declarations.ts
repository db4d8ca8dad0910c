import type { Diagnostic } from "@policyc/diagnostics";
import { type Expr, required } from "@policyc/ir";
import type { Bound } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { functionScoped, reassignment } from "../../diagnostics/flow.js";
import { isConst, isLet } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { called } from "../expressions/called.js";
import { binderFor, bindPattern } from "../expressions/patterns.js";
import { isOnlyTested } from "../expressions/tested.js";
import { type Part, partOfChosenRow, partsOfChosenRow } from "../rows/chosen-rows.js";
import { isTableOfQuestions } from "../rows/questions.js";
import { bindRow } from "../rows/rows.js";
import { holdsFunctions } from "../rows/written.js";
import { bindAdmission, isAdmission } from "./admission.js";

/** `const x = value`: a name, or a pattern, and what it stands for. */
export interface Declaration {
  readonly node: ts.VariableDeclaration | ts.BindingElement;
  readonly value: ts.Expression;
  /** It takes this of a row among which the value chooses. */
  readonly part?: Part;
}

/** `var x`, or `let x` where nothing may change. */
export function declaredOtherwise(node: ts.VariableStatement, cx: Context): Diagnostic {
  const [{ name } = {}] = node.declarationList.declarations;
  const span = cx.span(node);
  return isLet(node) ? reassignment(span) : functionScoped(span, name?.getText() ?? "name");
}

/** `const x = value;` binds it for what follows. Functions are lowered where they are called. */
export function declarationsOf(node: ts.VariableStatement, cx: Context): readonly Declaration[] {
  if (!isConst(node)) cx.report(declaredOtherwise(node, cx));
  return node.declarationList.declarations.flatMap((declaration) => {
    const value = declaration.initializer;
    const isName = ts.isIdentifier(declaration.name);
    // What is called is called here, with what the names mean here; a function that is written reads them later.
    const isCalled = value !== undefined && ts.isCallExpression(bare(value));
    if (value === undefined || (isName && !isCalled && holdsFunctions(value))) return [];
    const parts = partsOfChosenRow(declaration.name, value, cx);
    return (
      parts?.map((part) => ({ node: part.node, value, part })) ??
      oneByOne(declaration, value) ?? [{ node: declaration, value }]
    );
  });
}

/** What a declaration binds, and the context that sees it. What holds functions is bound to nothing: it stays written. */
export function opened(
  { node, value: written, part }: Declaration,
  cx: Context,
): { readonly bound?: Bound; readonly inner: Context } {
  const pattern = node.name;
  if (isAdmission(bare(written), cx)) return { inner: bindAdmission(pattern, cx) };
  const chosen = part === undefined ? undefined : partOfChosenRow(part, written, cx);
  if (chosen === undefined && holdsFunctions(written))
    return { inner: bindRow(pattern, { value: { node: written, scope: cx.scope } }, cx) };
  if (ts.isIdentifier(pattern) && isTableOfQuestions(node))
    return { inner: cx.binding(pattern, { kind: "written", node: bare(written), scope: cx.scope }) };
  const value = chosen ?? declared(node, written, cx);
  const binder = binderFor(pattern, value.type, called(written), cx);
  return { bound: { binder, value }, inner: bindPattern(pattern, binder, cx) };
}

/** Of `const odd = c.privileged || c.livenessProbe;`, of which only the truth is asked, nothing else is needed. */
function declared(node: Declaration["node"], written: ts.Expression, cx: Context): Expr {
  const value = cx.expression(written);
  const isEither = required(value.type).kind === "union";
  return isEither && isOnlyTested(node) ? cx.condition(written) : value;
}

/** `const [a, b] = [x, y];` is `const a = x; const b = y;`: there is no list whose items would need one type. */
function oneByOne(
  declaration: ts.VariableDeclaration,
  value: ts.Expression,
): readonly Declaration[] | undefined {
  const [pattern, list] = [declaration.name, bare(value)];
  if (!ts.isArrayBindingPattern(pattern) || !ts.isArrayLiteralExpression(list)) return undefined;
  const items = list.elements;
  if (items.some((item) => ts.isSpreadElement(item))) return undefined;
  const elements = pattern.elements;
  const declarations = elements.flatMap((element, position) => {
    const item = items[position];
    return isPlain(element) && item !== undefined ? [{ node: element, value: item }] : [];
  });
  return declarations.length === elements.length ? declarations : undefined;
}

function isPlain(element: ts.Node): element is ts.BindingElement {
  if (!ts.isBindingElement(element)) return false;
  return element.initializer === undefined && element.dotDotDotToken === undefined;
}
