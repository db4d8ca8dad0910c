import type { Expr } from "@policyc/ir";
import type { Context } from "../context.js";
import { clusterScoped, notAKind } from "../diagnostics/declaration.js";
import { unsupportedSyntax, wrongArguments } from "../diagnostics/syntax.js";
import type { FunctionNode } from "../scope.js";
import { unreadIn } from "../static/definition.js";
import { initializerOf, kindTokens } from "../static/match.js";
import { ts } from "../typescript.js";

/** Is this the SDK's `inventory`? */
export function isInventory(fn: FunctionNode): boolean {
  return (
    ts.isFunctionDeclaration(fn) &&
    fn.name?.text === "inventory" &&
    /\/(sdk|@policyc\/sdk)\/(src|dist)\/intrinsics\/inventory\./.test(fn.getSourceFile().fileName)
  );
}

const usage = "use `inventory(Kind)` or `inventory(Kind, { namespace: … })`";

/** `inventory(Service, { namespace })`: the kind is known when the policy is built. */
export function inventoryCall(node: ts.CallExpression, cx: Context): Expr {
  const span = cx.span(node);
  const [kind, options] = node.arguments;
  if (kind === undefined) return cx.invalid(wrongArguments(span, "inventory", usage));
  const [resource, other] = kindTokens(kind, cx);
  if (resource === undefined || other !== undefined)
    return cx.invalid(notAKind(cx.span(kind), kind.getText()));
  if (options === undefined) return { kind: "inventory", resource, type: cx.type(node), span };
  if (!ts.isObjectLiteralExpression(options) || unreadIn(options).length > 0)
    return cx.invalid(unsupportedSyntax(cx.span(options), "options that are not written out", usage));
  const namespace = initializerOf(options, "namespace");
  if (namespace === undefined) return { kind: "inventory", resource, type: cx.type(node), span };
  if (resource.scope === "Cluster") return cx.invalid(clusterScoped(cx.span(options), resource.kind));
  return { kind: "inventory", resource, namespace: cx.expression(namespace), type: cx.type(node), span };
}
