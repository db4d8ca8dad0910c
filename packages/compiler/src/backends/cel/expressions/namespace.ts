import { type Expr, type Field, isNamespace, mayBeAbsent, type Policy } from "@policyc/ir";
import { and, binary, call, choice, name, select, text } from "../build.js";
import type { Context } from "../context.js";
import { type Lowered, none, optionalOf, plain, unsure, unwrap } from "../lowered.js";
import type { Cel } from "../syntax.js";
import { kindOfRequest } from "./untold.js";

/** A Namespace is in none; Kyverno's ValidatingPolicy gives it itself, where it exists already. */
export function namespaceAround({ match }: Policy, namespace: Cel): Lowered {
  const type = namespace.kind === "name" ? unsure : "dyn";
  const read = call("optional.ofNonZeroValue", namespace);
  const present = binary("!=", namespace, { kind: "null" });
  if (!match.kinds.some(isNamespace)) return optionalOf(read, type, { value: namespace, present });
  if (match.kinds.every(isNamespace)) return none;
  const isIn = binary("!=", kindOfRequest, text("Namespace"));
  return optionalOf(choice(isIn, read, call("optional.none")), type, {
    value: namespace,
    present: and(isIn, present),
  });
}

/**
 * What the API server leaves out of the Namespace that it gives to a policy, and what its checker takes for something else
 * than it is (k8s.io/apiserver, admission/plugin/cel/compile.go, `BuildNamespaceType` and `CreateNamespaceObject`).
 */
const leftOut: ReadonlySet<string> = new Set([
  "apiVersion",
  "kind",
  "metadata.managedFields",
  "metadata.ownerReferences",
  "metadata.selfLink",
]);
const mistaken: ReadonlySet<string> = new Set([
  "metadata.creationTimestamp",
  "metadata.deletionTimestamp",
  "metadata.uid",
  "status.conditions",
]);

/** A field of the Namespace that is read in another way than those of an object. */
export function namespaceField(expr: Field, cx: Context): Lowered | undefined {
  const path = pathOf(expr);
  const written = path?.join(".");
  if (path === undefined || written === undefined) return undefined;
  if (leftOut.has(written))
    return cx.refuse(
      expr,
      `\`namespaceObject.${written}\``,
      "of the namespace there are the name, labels, annotations and finalizers, `generation`, `uid`, the times of the metadata, `spec` and `status`",
    );
  if (!mistaken.has(written)) return undefined;
  const root = namespaceAround(cx.program.policy, call("dyn", name("namespaceObject")));
  const value = path.reduce((of, step) => select(of, step), unwrap(root).cel);
  if (!mayBeAbsent(expr.type)) return plain(value, "dyn");
  return optionalOf(
    path.reduce((of, step) => select(of, step, true), root.cel),
    "dyn",
    { value },
  );
}

function pathOf(expr: Expr): readonly string[] | undefined {
  if (expr.kind === "input") return expr.root === "namespaceObject" ? [] : undefined;
  if (expr.kind !== "field") return undefined;
  const path = pathOf(expr.of);
  return path === undefined ? undefined : [...path, expr.name];
}
