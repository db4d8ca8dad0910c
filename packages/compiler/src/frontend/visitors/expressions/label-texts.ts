import { goneThrough } from "../../syntax/gone-through.js";
import { isOfSdk } from "../../syntax/of-sdk.js";
import { resolve } from "../../syntax/resolve.js";
import { declaringStatement, fieldTakenBy, isA, isConst } from "../../syntax/tree.js";
import { typeAt } from "../../types/kept.js";
import { declaringNodes, symbolAt } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";

/**
 * A map whose keys and values Kubernetes holds to ASCII (`ValidateLabels` in its `validation.go`). What selects by them may
 * be of a custom kind, which holds nothing to it.
 */
const ofLabels: readonly string[] = ["labels"];

/** Maps of which it holds the keys. */
const withQualifiedKeys: readonly string[] = [...ofLabels, "annotations"];

/** Is it the value of a label, or the key of a label or an annotation: `labels["app"] ?? ""`, `for (const key of Object.keys(labels))`? */
export function isLabelText(written: ts.Expression): boolean {
  const node = orElse(written);
  if (ts.isElementAccessExpression(node)) return isMap(node.expression, ofLabels);
  if (!ts.isIdentifier(node)) return false;
  const declaration = resolve(node)?.valueDeclaration;
  if (isA(ts.isVariableDeclaration, declaration)) return isLabelVariable(declaration);
  if (!isA(ts.isBindingElement, declaration)) return isA(ts.isParameter, declaration) && isKeyOf(declaration);
  const pattern = declaration.parent;
  const position = ts.isArrayBindingPattern(pattern) ? pattern.elements.indexOf(declaration) : -1;
  const source = goneThrough(pattern.parent);
  return (
    (position === 0 && isCallOf("entries", source, withQualifiedKeys)) ||
    (position === 1 && isCallOf("entries", source, ofLabels))
  );
}

function isLabelVariable(declaration: ts.VariableDeclaration): boolean {
  const { initializer } = declaration;
  if (initializer !== undefined) return isConst(declaringStatement(declaration)) && isLabelText(initializer);
  return isKeyOf(declaration);
}

/** What goes through `Object.keys(…)`, `for (const key in …)`, or through `Object.values(…)` of labels. */
function isKeyOf(declaration: ts.VariableDeclaration | ts.ParameterDeclaration): boolean {
  const source = goneThrough(declaration);
  const loop = source?.parent;
  if (isA(ts.isForInStatement, loop)) return isMap(loop.expression, withQualifiedKeys);
  return isCallOf("keys", source, withQualifiedKeys) || isCallOf("values", source, ofLabels);
}

function isCallOf(method: string, source: ts.Expression | undefined, fields: readonly string[]): boolean {
  const node = source === undefined ? undefined : bare(source);
  if (!isA(ts.isCallExpression, node)) return false;
  const [argument] = node.arguments;
  if (argument !== undefined && node.expression.getText() === `Object.${method}`)
    return isMap(argument, fields);
  // What a filter leaves is of the same kind.
  const callee = node.expression;
  return (
    isA(ts.isPropertyAccessExpression, callee) &&
    callee.name.text === "filter" &&
    isCallOf(method, callee.expression, fields)
  );
}

/** A field of the SDK's own kinds of such a name, or a name for it. */
function isMap(written: ts.Expression, fields: readonly string[]): boolean {
  const node = orElse(written);
  if (ts.isPropertyAccessExpression(node)) return isFieldOfSdk(symbolAt(node.name), fields);
  const declaration = ts.isIdentifier(node) ? resolve(node)?.valueDeclaration : undefined;
  if (isA(ts.isVariableDeclaration, declaration) && declaration.initializer !== undefined)
    return isConst(declaringStatement(declaration)) && isMap(declaration.initializer, fields);
  if (!isA(ts.isBindingElement, declaration) || !ts.isObjectBindingPattern(declaration.parent)) return false;
  if ((declaration.initializer?.getText() ?? "{}") !== "{}") return false;
  const name = fieldTakenBy(declaration);
  return (
    name !== undefined &&
    isFieldOfSdk(typeAt(declaration.parent).getNonNullableType().getProperty(name), fields)
  );
}

function isFieldOfSdk(field: ts.Symbol | undefined, fields: readonly string[]): boolean {
  const declarations = declaringNodes(field);
  return (
    field !== undefined &&
    fields.includes(field.name) &&
    declarations.length > 0 &&
    declarations.every((declaration) => isOfSdk(declaration))
  );
}

/** `labels ?? {}`, `labels["app"] ?? ""`: what stands in is empty. */
function orElse(written: ts.Expression): ts.Expression {
  const node = bare(written);
  if (!ts.isBinaryExpression(node) || !/^(?:\?\?|\|\|)$/.test(node.operatorToken.getText())) return node;
  return /^(?:\{\}|""|'')$/.test(node.right.getText()) ? orElse(node.left) : node;
}
