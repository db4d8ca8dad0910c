import { type Expr, isAsciiText, required, type Type } from "@policyc/ir";
import { isOfSdk } from "../../syntax/of-sdk.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, declaringStatement, fieldTakenBy, isA } from "../../syntax/tree.js";
import { typeAt } from "../../types/kept.js";
import { declaringNodes, symbolAt } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { isLabelText } from "./label-texts.js";
import { isTested, outOfParentheses } from "./tested.js";

/** Names, which Kubernetes holds to ASCII: RFC 1123 labels and subdomains, qualified names. */
const asciiFields: readonly string[] = [
  "name",
  "namespace",
  "generateName",
  "kind",
  "apiVersion",
  "group",
  "host",
];

/**
 * Can `text.length` differ from the number of characters, so that it matters? Not for names, not in a test for empty
 * text, and not as a position in a text, where both sides count alike.
 */
export function countsUnits(node: ts.PropertyAccessExpression, text: Expr): boolean {
  return !isAscii(node.expression, text) && !isTestForEmpty(node) && !isPosition(node);
}

/** Is a text made of ASCII alone, so that units and characters are the same: a literal, one of some literals, a name, a label? */
export function isAscii(node: ts.Expression, text: Expr): boolean {
  if (text.kind === "literal") return isAsciiText(String(text.value));
  if (isAsciiByType(text.type)) return true;
  if (text.kind === "concat") return text.parts.every(isAsciiPart);
  const field = fieldOf(node);
  return (field !== undefined && isAsciiField(field)) || isLabelText(node);
}

function isAsciiField(field: ts.Symbol): boolean {
  return asciiFields.includes(field.name) && isOfKubernetes(field);
}

/** Are the texts of a list made of ASCII alone: some literals, `list.map((each) => each.name)`? */
export function holdsAscii(list: ts.Expression, element: Type): boolean {
  if (isAsciiByType(element)) return true;
  const [fn] = isA(ts.isCallExpression, list) ? list.arguments : [];
  const isMapped = isA(ts.isCallExpression, list) && /\.map$/.test(list.expression.getText());
  const field =
    isMapped && isA(ts.isArrowFunction, fn) && ts.isExpression(fn.body) ? fieldOf(fn.body) : undefined;
  return field !== undefined && isAsciiField(field);
}

/** A part of a template of which nothing but its type or its text is known. */
function isAsciiPart(part: Expr): boolean {
  return part.kind === "literal" ? isAsciiText(String(part.value)) : isAsciiByType(part.type);
}

function isAsciiByType(of: Type): boolean {
  const type = required(of);
  if (type.kind === "string") return type.literals?.every(isAsciiText) ?? false;
  return type.kind === "number" || type.kind === "boolean";
}

/** The field that a name stands for: `const name = c.name`, `const { name } = c`. */
function fieldOf(node: ts.Expression): ts.Symbol | undefined {
  if (ts.isPropertyAccessExpression(node)) return symbolAt(node.name);
  const declaration = ts.isIdentifier(node) ? resolve(node)?.valueDeclaration : undefined;
  if (isA(ts.isBindingElement, declaration)) {
    const { parent: pattern, initializer: orElse } = declaration;
    const name = fieldTakenBy(declaration);
    const standsIn = orElse === undefined || (ts.isStringLiteralLike(orElse) && isAsciiText(orElse.text));
    return name !== undefined && standsIn && ts.isObjectBindingPattern(pattern)
      ? typeAt(pattern).getProperty(name)
      : undefined;
  }
  const isFixed = isA(ts.isVariableDeclaration, declaration) && declaringStatement(declaration) !== undefined;
  const initializer = isFixed ? declaration.initializer : undefined;
  return isA(ts.isPropertyAccessExpression, initializer) ? symbolAt(initializer.name) : undefined;
}

/** The API server holds fields of its own kinds to ASCII, and neither an author's nor the names of users. */
function isOfKubernetes(field: ts.Symbol): boolean {
  const declarations = declaringNodes(field);
  return (
    declarations.length > 0 &&
    declarations.every((declaration) => {
      const owner = declaration.parent;
      return (
        isOfSdk(declaration) &&
        !(ts.isInterfaceDeclaration(owner) && owner.name.getText().endsWith("Subject"))
      );
    })
  );
}

/** Is nothing asked but whether there is any? */
function isTestForEmpty(node: ts.Node): boolean {
  const around = outOfParentheses(node);
  const parent = around.parent;
  if (!ts.isBinaryExpression(parent)) return isTested(around);
  const isLeft = parent.left === around;
  const other = isLeft ? parent.right : parent.left;
  const operator = parent.operatorToken.getText();
  if (operator === "&&" && isLeft) return true;
  if (operator === "&&" || operator === "||" || operator === "??") return isTestForEmpty(parent);
  if (!/^(?:[!=]==?|[<>]=?)$/.test(operator)) return false;
  return other.getText() === "0" || (other.getText() === "1" && /^(?:<|>=)$/.test(operator));
}

/** `text.slice(prefix.length)`. */
function isPosition(node: ts.PropertyAccessExpression): boolean {
  return ancestorsOf(node).some(
    (ancestor) =>
      ts.isCallExpression(ancestor) && /\.(?:slice|substring)$/.test(ancestor.expression.getText()),
  );
}
