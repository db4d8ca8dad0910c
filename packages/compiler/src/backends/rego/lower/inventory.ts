import { freeNames, type Inventory } from "@policyc/ir";
import { pluralOf, snakeCase } from "../naming.js";
import { type Body, ref, type Term, variable } from "../syntax.js";
import { unread } from "./bindings.js";
import type { Context } from "./context.js";

/**
 * The objects that Gatekeeper has synced, as a list that is named after them:
 * `data.inventory.cluster[groupVersion][kind][name]`, `data.inventory.namespace[namespace][groupVersion][kind][name]`.
 * Undefined anywhere on the way is no object.
 */
export function inventory(expr: Inventory, cx: Context): Term {
  const { group, version, kind, scope } = expr.resource;
  const synced = ref(variable("data"), "inventory");
  const [before, scoped] = scope === "Cluster" ? [[], ref(synced, "cluster")] : scopedOf(synced, expr, cx);
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

const ofNamespace = "synced";

/** What is there of any namespace, or of the given one: under a name of its own where it is a path, or what a function says. */
function scopedOf(synced: Term, expr: Inventory, cx: Context): readonly [before: Body, scoped: Term] {
  const namespaces = ref(synced, "namespace");
  if (expr.namespace === undefined)
    return [[{ kind: "some", name: ofNamespace, over: namespaces }], variable(ofNamespace)];
  const value = cx.value(expr.namespace);
  if (value.kind !== "ref" && value.kind !== "call") return [[], ref(namespaces, value)];
  const name = unread("namespace", value);
  return [[{ kind: "assign", name, value }], ref(namespaces, variable(name))];
}

/** `service`, unless the rule has an argument of that name; the last words of a kind whose line would not end. */
function elementName(expr: Inventory): string {
  const { kind, group, version } = expr.resource;
  const words = snakeCase(kind).split("_");
  const room = longestLoop - kind.length - group.length - version.length;
  while (words.length > 1 && words.join("_").length > room) words.shift();
  const wanted = words.join("_");
  const taken = [ofNamespace, ...[...freeNames(expr)].map(snakeCase)];
  return taken.includes(wanted) ? `${wanted}_found` : wanted;
}

/** What is left of a line for the kind, its group and version, and the name of the element. */
const longestLoop = 75;
