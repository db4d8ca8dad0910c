import type { Inventory } from "@policyc/ir";
import { binary, call, choice, list, method, name, select, text } from "../build.js";
import type { Context } from "../context.js";
import { type Lowered, plain } from "../lowered.js";
import type { Cel } from "../syntax.js";
import type { Lowering } from "./lowering.js";

/**
 * Kyverno's `resource.List(apiVersion, plural, namespace).items`; the empty namespace means all of them there, so
 * that one which is absent or empty must not reach it.
 */
export const inventory: Lowering<Inventory> = (expr, cx) => {
  const { namespace } = expr;
  if (namespace === undefined) return plain(listOf(expr, text("")), "dyn");
  const given = namespaceOf(namespace, cx);
  if (namespace.kind === "literal" && namespace.value !== "") return plain(listOf(expr, given), "dyn");
  return plain(choice(binary("==", given, text("")), list(), listOf(expr, given)), "dyn");
};

function listOf({ resource: { group, version, plural } }: Inventory, namespace: Cel): Cel {
  const apiVersion = group === "" ? version : `${group}/${version}`;
  const found = method(name("resource"), "List", text(apiVersion), text(plural), namespace);
  // Its declared type is `any`, which macros and `?:` take, but not every operator.
  return call("dyn", select(found, "items"));
}

function namespaceOf(namespace: NonNullable<Inventory["namespace"]>, cx: Context): Cel {
  const lowered: Lowered = cx.lower(namespace);
  return lowered.optional === undefined ? lowered.cel : method(lowered.cel, "orValue", text(""));
}
