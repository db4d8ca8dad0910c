import type { LabelSelector, Match, Operation, ResourceKind } from "@policyc/ir";
import type { Context } from "../context.js";
import { badValue, noKinds, notAKind, notStatic } from "../diagnostics/declaration.js";
import { calledOfSdk } from "../syntax/names.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { objectWritten, propertiesOf, unreadIn } from "./definition.js";
import { documentCall } from "./document.js";
import { constantOf, evaluate, isRecord } from "./evaluate.js";
import { kindCall } from "./kind.js";

const operations = ["CREATE", "UPDATE", "DELETE", "CONNECT"] as const satisfies readonly Operation[];

/** The `match` of a policy, from its source text alone. */
export function staticMatch(node: ts.Expression, cx: Context): Match {
  const detailed = objectWritten(node);
  const kindsNode = detailed === undefined ? node : initializerOf(detailed, "kinds");
  if (detailed !== undefined) reportUnread(detailed, cx);
  const before = cx.policy.collector.diagnostics.length;
  const kinds = kindsNode === undefined ? [] : distinct(kindTokens(kindsNode, cx));
  const isExplained = cx.policy.collector.diagnostics.length > before;
  if (kinds.length === 0 && !isExplained) cx.report(noKinds(cx.span(node)));
  return {
    kinds,
    operations: usual(kinds),
    ...(detailed === undefined ? {} : conditions(detailed, cx)),
  };
}

/** The initializer of a field of an object literal. */
export function initializerOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = propertiesOf(node).get(name);
  if (isA(ts.isShorthandPropertyAssignment, property)) return property.name;
  return isA(ts.isPropertyAssignment, property) ? property.initializer : undefined;
}

/** A field that is not read would be one that is not there. */
export function reportUnread(node: ts.ObjectLiteralExpression, cx: Context): void {
  for (const one of unreadIn(node)) cx.report(notStatic(cx.span(one), `\`${one.getText()}\``));
}

function distinct(kinds: readonly ResourceKind[]): readonly ResourceKind[] {
  return [...new Map(kinds.map((kind) => [identity(kind), kind])).values()];
}

function identity({ group, version, kind, plural, subresource = "" }: ResourceKind): string {
  return [group, version, kind, plural, subresource].join("/");
}

/** The sub-resources that are connected to: what is sent there is no object that is created or updated. */
const connected = new Set(["attach", "exec", "portforward", "proxy"]);

/** The operations of a policy that names none: those by which its kinds reach admission. */
function usual(kinds: readonly ResourceKind[]): readonly Operation[] {
  const isConnected = kinds.map(({ subresource = "" }) => connected.has(subresource));
  if (kinds.length > 0 && isConnected.every(Boolean)) return ["CONNECT"];
  return isConnected.includes(true) ? ["CREATE", "UPDATE", "CONNECT"] : ["CREATE", "UPDATE"];
}

/** The kinds that an expression names: one token, or a list of them. What is none is reported. */
export function kindTokens(written: ts.Expression, cx: Context): readonly ResourceKind[] {
  const node = bare(written);
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.flatMap((element) =>
      kindTokens(ts.isSpreadElement(element) ? element.expression : element, cx),
    );
  }
  const called = ts.isCallExpression(node) ? calledOfSdk(node) : undefined;
  if (ts.isCallExpression(node) && called === "kind") return kindCall(node, cx);
  if (ts.isCallExpression(node) && called === "document") return documentCall(node, cx);
  const initializer = constantOf(node);
  if (initializer !== undefined) return kindTokens(initializer, cx);
  cx.report(notAKind(cx.span(written), written.getText()));
  return [];
}

function conditions(node: ts.ObjectLiteralExpression, cx: Context): Partial<Match> {
  const names = textList(node, "namespaces", cx);
  const excluded = textList(node, "excludedNamespaces", cx);
  const asked = textList(node, "operations", cx);
  const labels = selector(node, "labelSelector", cx);
  const namespaceLabels = selector(node, "namespaceSelector", cx);
  return {
    ...(asked === undefined
      ? {}
      : { operations: operations.filter((operation) => asked.includes(operation)) }),
    ...(names === undefined ? {} : { namespaces: names }),
    ...(excluded === undefined ? {} : { excludedNamespaces: excluded }),
    ...(labels === undefined ? {} : { labelSelector: labels }),
    ...(namespaceLabels === undefined ? {} : { namespaceSelector: namespaceLabels }),
  };
}

function textList(
  node: ts.ObjectLiteralExpression,
  name: string,
  cx: Context,
): readonly string[] | undefined {
  const initializer = initializerOf(node, name);
  if (initializer === undefined) return undefined;
  const value = evaluate(initializer);
  // Gatekeeper and Kyverno take an empty list for one that is not there, and mean all; CEL means none.
  if (Array.isArray(value) && value.length === 0 && name !== "excludedNamespaces")
    cx.report(badValue(cx.span(initializer), `match.${name}`, "a list with something in it"));
  if (Array.isArray(value)) return value.flatMap((item) => (typeof item === "string" ? [item] : []));
  cx.report(notStatic(cx.span(initializer), `\`match.${name}\``));
  return undefined;
}

function selector(node: ts.ObjectLiteralExpression, name: string, cx: Context): LabelSelector | undefined {
  const initializer = initializerOf(node, name);
  if (initializer === undefined) return undefined;
  const value = evaluate(initializer);
  if (isRecord(value)) return value satisfies LabelSelector;
  cx.report(notStatic(cx.span(initializer), `\`match.${name}\``));
  return undefined;
}
