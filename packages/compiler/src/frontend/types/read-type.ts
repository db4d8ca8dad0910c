import { optional, type Type } from "@policyc/ir";
import { ancestorsOf, descendantsOf } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { isOf } from "./flags.js";
import { fromTypeScript, type TypeArguments } from "./from-typescript.js";
import { typeAt } from "./kept.js";
import { elementTypeOf, formsOf, isArray, isNullable } from "./shape.js";
import { symbolAt, typeOfSymbolAt } from "./symbols.js";

/**
 * What TypeScript knows of a value where it is read. It knows too much after `if (flag ?? true) return;`: that the flag
 * is `undefined`, where it may be `false` (seen in TypeScript 6.0). What can only be absent there is taken as declared.
 */
export function readType(node: ts.Node, given: TypeArguments): Type {
  const type = typeAt(node);
  if (isAskedAgain(node, type)) return likeDeclared(fromTypeScript(type, given), node, given);
  if (!formsOf(type).every((form) => isOf(form, nothing))) return fromTypeScript(type, given);
  const declared = declaredType(node);
  if (declared === undefined || isOf(declared, ts.TypeFlags.Never)) return fromTypeScript(type, given);
  const known = fromTypeScript(declared, given);
  // Of what no test has left anything (`c.name !== "a"` where it is "a") none has shown that it is absent.
  return isOf(type, ts.TypeFlags.Never) ? known : optional(known);
}

/** `x ?? x` reads `null` on the right side, where `x` may be `null`. */
const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Never;

/** Absent as it was declared: where data may hold `null`, it may do so here. */
function likeDeclared(type: Type, node: ts.Node, given: TypeArguments): Type {
  const declared = declaredType(node);
  const known = declared === undefined ? type : fromTypeScript(declared, given);
  const absence = optional(type);
  const isNull = known.kind === "optional" && known.nullable === true;
  return isNull && absence.kind === "optional" ? { ...absence, nullable: true } : absence;
}

/**
 * `old?.spec` after `if (flag ?? old?.kind !== "x") return;`: TypeScript takes `old` for there, also where the flag is
 * `false` and nobody has asked (seen in TypeScript 6.0). Its author asks. So he does of a `let`, which a loop by
 * `forEach` may have changed unseen.
 */
function isAskedAgain(node: ts.Node, type: ts.Type): boolean {
  const { parent } = node;
  const isAsked =
    (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
    parent.expression === node &&
    parent.questionDotToken !== undefined;
  if (!isAsked || isNullable(type)) return false;
  const declared = declaredType(node);
  return declared !== undefined && isNullable(declared) && (isOfLet(node) || isAskedBehindDefault(node));
}

function isOfLet(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return isOfLet(node.expression);
  const declaration = ts.isIdentifier(node) ? symbolAt(node)?.valueDeclaration : undefined;
  return declaration !== undefined && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Let) !== 0;
}

/** Does `?? …` ask for it somewhere in the function, which is not asked where something stands before it? */
function isAskedBehindDefault(node: ts.Node): boolean {
  const outermost = ancestorsOf(node).findLast((around) => ts.isFunctionLike(around));
  const asked = node.getText();
  return descendantsOf(outermost, ts.isBinaryExpression).some(
    ({ operatorToken, right }) =>
      operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && right.getText().includes(asked),
  );
}

/** The type that a name or field was declared with, whatever tests before it have shown. */
export function declaredType(node: ts.Node): ts.Type | undefined {
  if (ts.isPropertyAccessExpression(node) || ts.isIdentifier(node)) {
    const symbol = symbolAt(ts.isIdentifier(node) ? node : node.name);
    const place = ts.isIdentifier(node) ? symbol?.valueDeclaration : node;
    return symbol === undefined || place === undefined ? undefined : typeOfSymbolAt(symbol, place);
  }
  if (!ts.isElementAccessExpression(node)) return undefined;
  const of = typeAt(node.expression).getNonNullableType();
  return isArray(of) ? elementTypeOf(of) : of.getStringIndexType();
}
