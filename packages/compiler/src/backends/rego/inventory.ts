import { freeNames, type Inventory } from "@policyc/ir";
import type { Context } from "./context.js";
import { snakeCase } from "./naming.js";
import { ref, type Term, variable } from "./syntax.js";

/**
 * The objects that Gatekeeper has synced, as a list that is named after them:
 * `data.inventory.cluster[groupVersion][kind][name]`, `data.inventory.namespace[namespace][groupVersion][kind][name]`.
 * Undefined anywhere on the way is no object.
 */
export function inventory(expr: Inventory, cx: Context): Term {
  const { group, version, kind, plural, scope } = expr.resource;
  const synced = ref(variable("data"), "inventory");
  const scoped =
    scope === "Cluster"
      ? ref(synced, "cluster")
      : ref(
          ref(synced, "namespace"),
          expr.namespace === undefined ? variable("_") : cx.value(expr.namespace),
        );
  const over = ref(ref(scoped, group === "" ? version : `${group}/${version}`), kind);
  const element = elementName(expr);
  return cx.helper(
    expr.namespace === undefined ? `all_${plural}` : `${plural}_in_namespace`,
    [expr],
    [
      {
        value: {
          kind: "comprehension",
          into: "array",
          head: variable(element),
          body: [{ kind: "some", name: element, over }],
        },
        body: [],
      },
    ],
  );
}

/** `service`, unless the rule has an argument of that name. */
function elementName(expr: Inventory): string {
  const wanted = snakeCase(expr.resource.kind);
  return [...freeNames(expr)].some((name) => snakeCase(name) === wanted) ? `${wanted}_found` : wanted;
}
