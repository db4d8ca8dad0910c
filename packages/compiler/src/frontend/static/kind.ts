import type { ResourceKind } from "@policyc/ir";
import type { Context } from "../context.js";
import { anotherObject, badValue, notStatic } from "../diagnostics/declaration.js";
import { checkerOf } from "../types/checker.js";
import { typeAt } from "../types/kept.js";
import { formsOf, typeArguments, typeText } from "../types/shape.js";
import type { ts } from "../typescript.js";
import { evaluate, isRecord } from "./evaluate.js";

/** `kind<T>({ … })`: a kind of an API, whose objects are what `T` says. */
export function kindCall(node: ts.CallExpression, cx: Context): readonly ResourceKind[] {
  const [argument] = node.arguments;
  const value = argument !== undefined ? evaluate(argument) : undefined;
  if (!isRecord(value)) {
    cx.report(notStatic(cx.span(node), "a kind"));
    return [];
  }
  const { group, version, kind, plural, scope, subresource, resource } = value;
  const isScope = scope === "Namespaced" || scope === "Cluster";
  if (
    typeof group !== "string" ||
    typeof version !== "string" ||
    typeof kind !== "string" ||
    typeof plural !== "string" ||
    !isScope
  ) {
    cx.report(badValue(cx.span(node), "kind", "`{ group, version, kind, plural, scope }`"));
    return [];
  }
  holdNames({ group, version, kind, plural }, node, cx);
  holdType(node, { apiVersion: group === "" ? version : `${group}/${version}`, kind }, cx);
  const served = isRecord(resource) ? { group: resource["group"], version: resource["version"] } : undefined;
  return [
    {
      group,
      version,
      kind,
      plural,
      scope,
      ...(typeof subresource === "string" ? { subresource } : {}),
      ...(typeof served?.group === "string" && typeof served.version === "string"
        ? { resource: { group: served.group, version: served.version } }
        : {}),
    },
  ];
}

/** What no API is called matches nothing in a cluster, where nobody is told. */
const names = {
  group: { form: /^(?:[a-z0-9][a-z0-9.-]*)?$/, expected: "the group alone, e.g. `cert-manager.io`" },
  version: { form: /^[a-z][a-z0-9]*$/, expected: "the version alone, e.g. `v1`" },
  kind: { form: /^[A-Za-z][A-Za-z0-9]*$/, expected: "the name of a kind, e.g. `Certificate`" },
  plural: {
    form: /^[a-z][a-z0-9-]*$/,
    expected:
      'the plural as in the URL, e.g. `certificates`; a sub-resource is a field of its own: `plural: "pods", subresource: "eviction"`',
  },
} as const;

function holdNames(
  given: Readonly<Record<keyof typeof names, string>>,
  node: ts.CallExpression,
  cx: Context,
): void {
  for (const name of ["group", "version", "kind", "plural"] as const) {
    const { form, expected } = names[name];
    if (!form.test(given[name])) cx.report(badValue(cx.span(node), name, expected));
  }
}

/** What the type says of `apiVersion` and `kind` is believed, so that its objects have to have just these. */
function holdType(
  node: ts.CallExpression,
  said: { readonly apiVersion: string; readonly kind: string },
  cx: Context,
): void {
  const [type] = typeArguments(typeAt(node));
  for (const [field, value] of Object.entries(said)) {
    const symbol = type?.getProperty(field);
    if (symbol === undefined) continue;
    const declared = checkerOf(node).getTypeOfSymbolAtLocation(symbol, node).getNonNullableType();
    const texts = formsOf(declared).map((form) => (form.isStringLiteral() ? form.value : undefined));
    if (texts.includes(undefined) || texts.includes(value)) continue;
    cx.report(anotherObject(cx.span(node), { field, value, declared: typeText(declared, node) }));
  }
}
