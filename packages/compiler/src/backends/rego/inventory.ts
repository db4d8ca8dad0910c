import { freeNames, type Inventory } from "@policyc/ir";
import { unread } from "./bindings.js";
import type { Context } from "./context.js";
import { pluralOf, snakeCase } from "./naming.js";
import { type Body, ref, type Term, variable } from "./syntax.js";

/**
 * The objects that Gatekeeper has synced, as a list that is named after them:
 * `data.inventory.cluster[groupVersion][kind][name]`, `data.inventory.namespace[namespace][groupVersion][kind][name]`.
 * Undefined anywhere on the way is no object.
 */
export function inventory(expr: Inventory, cx: Context): Term {
  const { group, version, kind, scope } = expr.resource;
  const synced = ref(variable("data"), "inventory");
  const [before, namespace] = namespaceOf(expr, cx);
  const scoped = scope === "Cluster" ? ref(synced, "cluster") : ref(ref(synced, "namespace"), namespace);
  const over = ref(ref(scoped, group === "" ? version : `${group}/${version}`), kind);
  const element = elementName(expr);
  const value: Term = {
    kind: "comprehension",
    into: "array",
    head: variable(element),
    body: [...before, { kind: "some", name: element, over }],
  };
  const name =
    expr.namespace === undefined
      ? `all_${pluralOf(expr.resource)}`
      : `${pluralOf(expr.resource)}_in_namespace`;
  return cx.helper(name, [expr], [{ value, body: [] }]);
}

/** Any namespace, or the given one: under a name of its own where it is a path, or what a function says. */
function namespaceOf(expr: Inventory, cx: Context): readonly [before: Body, namespace: Term] {
  if (expr.namespace === undefined) return [[], variable("_")];
  const value = cx.value(expr.namespace);
  if (value.kind !== "ref" && value.kind !== "call") return [[], value];
  const name = unread("namespace", value);
  return [[{ kind: "assign", name, value }], variable(name)];
}

/** `service`, unless the rule has an argument of that name; the last words of a kind whose line would not end. */
function elementName(expr: Inventory): string {
  const { kind, group, version } = expr.resource;
  const words = snakeCase(kind).split("_");
  const room = longestLoop - kind.length - group.length - version.length;
  while (words.length > 1 && words.join("_").length > room) words.shift();
  const wanted = words.join("_");
  return [...freeNames(expr)].some((name) => snakeCase(name) === wanted) ? `${wanted}_found` : wanted;
}

/** What is left of a line for the kind, its group and version, and the name of the element. */
const longestLoop = 75;
