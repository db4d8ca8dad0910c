import { defect } from "@policyc/diagnostics";
import { mayBeAbsent, type Stream } from "@policyc/ir";
import { not } from "./build/nodes.js";
import type { Context } from "./context.js";
import { missingField, notStatic } from "./diagnostics/declaration.js";
import { unsupportedSyntax } from "./diagnostics/syntax.js";
import { mayBeAbsentHere } from "./diagnostics/types.js";
import { bodyOf, resultOf } from "./functions/function-body.js";
import type { FunctionNode, Written } from "./scope.js";
import { propertiesOf } from "./static/definition.js";
import { initializerOf } from "./static/match.js";
import { isA } from "./syntax/tree.js";
import { isGenerator } from "./types/generated.js";
import { ts } from "./typescript.js";
import { bare } from "./visitors/expressions/bare.js";
import { closureOf } from "./visitors/rows/written.js";
import { bindAdmission } from "./visitors/statements/admission.js";
import { violationsOf } from "./visitors/statements/violation-lists.js";
import { delegated, violation } from "./visitors/statements/yields.js";

/** What a policy says of an object: its `check`, or `require` and `message`. */
export function predicate(definition: ts.ObjectLiteralExpression, cx: Context): Stream {
  const check = partOf(definition, "check", cx);
  if (check !== undefined) return checkBody(check, cx);
  const require = partOf(definition, "require", cx);
  const message = partOf(definition, "message", cx);
  if (require !== undefined && message !== undefined) return requirement(require, message, cx);
  cx.report(missingField(cx.span(definition), require === undefined ? "check" : "message"));
  return nothing(definition, cx);
}

/** A function, in place or behind a name, or else what is written there. */
type Part = Written<FunctionNode> | ts.Expression;

function partOf(definition: ts.ObjectLiteralExpression, name: string, cx: Context): Part | undefined {
  const property = propertiesOf(definition).get(name);
  if (isA(ts.isMethodDeclaration, property)) return { node: property, scope: cx.scope };
  const initializer = initializerOf(definition, name);
  return initializer === undefined ? undefined : (closureOf(initializer, cx) ?? initializer);
}

function isFunction(part: Part): part is Written<FunctionNode> {
  return "scope" in part;
}

function checkBody(check: Part, cx: Context): Stream {
  const node = isFunction(check) ? check.node : check;
  const said = isFunction(check) ? saidBy(check, cx) : undefined;
  if (said !== undefined) return said;
  cx.report(
    unsupportedSyntax(
      cx.span(node),
      "a `check` that is no generator",
      "use `*check({ object }) { … yield violation(…) … }`",
    ),
  );
  return nothing(node, cx);
}

/** What a generator yields, or the list that another function returns. */
function saidBy(check: Written<FunctionNode>, cx: Context): Stream | undefined {
  const { node: fn } = check;
  const inner = withAdmission(check, cx);
  if (isGenerator(fn)) return bodyOf(fn, inner);
  if (isA(ts.isExpression, fn.body)) return delegated(bare(fn.body), inner);
  return violationsOf(resultOf(fn, inner), inner);
}

/** `require` and `message`: a violation where the requirement does not hold. */
function requirement(require: Part, message: Part, cx: Context): Stream {
  if (!isFunction(require)) {
    cx.report(notStatic(cx.span(require), "`require`"));
    return nothing(require, cx);
  }
  const { node: fn } = require;
  const inner = withAdmission(require, cx);
  const holds = isA(ts.isBlock, fn.body)
    ? inner.result(fn.body.statements)
    : inner.condition(expressionOf(fn));
  const said = messageStream(message, cx);
  if (holds.kind !== "invalid" && mayBeAbsent(holds.type))
    cx.report(mayBeAbsentHere(cx.span(fn), "what `require` returns"));
  return { kind: "guard", when: not({ ...holds, type: { kind: "boolean" } }), then: said, span: cx.span(fn) };
}

function messageStream(message: Part, cx: Context): Stream {
  if (!isFunction(message)) return violation(message, undefined, cx, message);
  const { node: fn } = message;
  const inner = withAdmission(message, cx);
  if (!isA(ts.isBlock, fn.body)) return violation(expressionOf(fn), undefined, inner, fn);
  return { kind: "violation", message: inner.result(fn.body.statements), span: cx.span(fn) };
}

function expressionOf({ body }: FunctionNode): ts.Expression {
  return isA(ts.isExpression, body) ? body : defect("a part of a predicate has no body");
}

/** Binds the argument of `check`: taken apart, or as a whole. */
function withAdmission({ node, scope }: Written<FunctionNode>, cx: Context): Context {
  const [parameter] = node.parameters;
  const inner = cx.seeing(scope);
  return parameter === undefined ? inner : bindAdmission(parameter.name, inner);
}

function nothing(node: ts.Node, cx: Context): Stream {
  return { kind: "sequence", items: [], span: cx.span(node) };
}
