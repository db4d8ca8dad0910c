import type { Span } from "@policyc/diagnostics";
import { type Expr, type IntrinsicName, literal, required, type Type } from "@policyc/ir";
import { call, logic, not, ofThere, present } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { unsupportedSyntax } from "../../diagnostics/syntax.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";

/** `typeof x === "string"`. */
export function typeTest(node: ts.BinaryExpression, cx: Context): Expr | undefined {
  const [left, right] = [bare(node.left), bare(node.right)];
  const [asking, name] = ts.isTypeOfExpression(left) ? [left, right] : [right, left];
  return ts.isTypeOfExpression(asking) ? typeNamed(asking, name, cx.span(node), cx) : undefined;
}

/** Is this the type that is named? Also of `switch (typeof x) { case "string": … }`; nothing where it is not named by a text. */
export function typeNamed(
  asking: ts.TypeOfExpression,
  written: ts.Expression,
  span: Span,
  cx: Context,
): Expr | undefined {
  const name = bare(written);
  if (!ts.isStringLiteral(name)) return undefined;
  const value = cx.expression(asking.expression);
  if (value.kind === "invalid") return { ...value, type: { kind: "boolean" } };
  if (name.text === "undefined") return not(present(value, span), span);
  const isObject = name.text === "object" ? objectTest(value, span) : undefined;
  if (isObject !== undefined) return isObject;
  const intrinsic = typeNames[name.text];
  if (intrinsic === undefined)
    return cx.invalid(
      unsupportedSyntax(
        span,
        `\`typeof … ${name.getText()}\``,
        'use "string", "number", "boolean" or "undefined"; "object" of what may not be `null`; or a field that tells the shapes apart',
      ),
    );
  const is = call(intrinsic, [{ ...value, type: required(value.type) }], span);
  return ofThere(value, is, span);
}

const typeNames: Readonly<Record<string, IntrinsicName>> = {
  string: "is.string",
  number: "is.number",
  boolean: "is.boolean",
};

/**
 * `typeof x === "object"`, where the type says it, or that it is neither a text nor a number: of `null`, which engines take for
 * nothing, JavaScript says so, too.
 */
function objectTest(value: Expr, span: Span): Expr | undefined {
  const of = required(value.type);
  if (value.type.kind === "optional" && value.type.nullable) return undefined;
  const kinds = (of.kind === "union" ? of.members : [of]).map(({ kind }) => kind);
  const others = kinds.flatMap((kind) => typeNames[kind] ?? []);
  if (others.length === kinds.length) return literal(false, span);
  if (!kinds.every((kind) => objects.has(kind) || typeNames[kind] !== undefined)) return undefined;
  const there = { ...value, type: of };
  const isOther = others.map((intrinsic) => not(call(intrinsic, [there], span), span));
  return ofThere(value, isOther.length > 0 ? logic("and", isOther, span) : literal(true, span), span);
}

const objects: ReadonlySet<Type["kind"]> = new Set(["record", "list", "map", "set"]);
