import { type Expr, type Field, type Input, mayBeAbsent, type Policy } from "@policyc/ir";
import { binary, call, choice, list, name, select, text } from "../build.js";
import type { Context, ParameterRoot } from "../context.js";
import { dyn, type Lowered, none, optionalOf, plain, unsure } from "../lowered.js";
import type { Cel } from "../syntax.js";
import type { Lowering } from "./lowering.js";
import { namespaceAround } from "./namespace.js";
import { untold } from "./untold.js";

/** `object`, `oldObject`, `request`, `namespaceObject`, and `params` where its values are not written out. */
export const input: Lowering<Input> = ({ root, type }, { program }) => {
  if (root === "object") return plain(subject(program.policy), "dyn");
  if (root === "request") return plain(name(root), unsure);
  if (root === "params") return parameters(program.parameters);
  const read = plain(name(root), root === "namespaceObject" ? unsure : "dyn");
  const absence =
    root === "oldObject" ? oldObject(program.policy) : namespaceAround(program.policy, name(root));
  return mayBeAbsent(type) ? absence : read;
};

/** A ConfigMap without entries has no `data`; a custom resource always has its `spec`. */
function parameters(root: ParameterRoot = "spec"): Lowered {
  const values = select(name("params"), root);
  if (root === "spec") return plain(values, "dyn");
  return optionalOf(select(name("params"), root, true), "dyn", { value: values });
}

/** A parameter, or what is in one. */
export function isOfParameters(expr: Expr): boolean {
  if (expr.kind === "field" || expr.kind === "index") return isOfParameters(expr.of);
  return expr.kind === "input" && expr.root === "params";
}

/**
 * The object that the request is about. Where a policy looks at DELETE, that is the old one, as in Gatekeeper:
 * the API server sends no other.
 */
export function subject(policy: Policy): Cel {
  const { operations } = policy.match;
  if (!operations.includes("DELETE")) return name("object");
  const old = name("oldObject");
  return operations.length === 1
    ? old
    : choice(binary("==", select(name("request"), "operation"), text("DELETE")), old, name("object"));
}

/** On CREATE it is null for the API server and empty for Kyverno's ValidatingPolicy: the operation tells. */
function oldObject({ match }: Policy): Lowered {
  const having = match.operations.filter((operation) => operation === "UPDATE" || operation === "DELETE");
  if (having.length === 0) return none;
  const old = name("oldObject");
  if (having.length === match.operations.length) return plain(old, "dyn");
  const operation = select(name("request"), "operation");
  const [only, second] = having;
  const present =
    only !== undefined && second === undefined
      ? binary("==", operation, text(only))
      : binary("in", operation, list(...having.map(text)));
  return optionalOf(choice(present, call("optional.of", old), call("optional.none")), "dyn", {
    value: old,
    present,
  });
}

/** The operation, which the API server always sets, so that it is no optional in CEL; and what the reader is not told. */
export function requestField(expr: Field, cx: Context): Lowered | undefined {
  const { of, name: field } = expr;
  if (of.kind !== "input" || of.root !== "request") return undefined;
  if (cx.program.untold?.includes(field)) return untold(expr, cx);
  if (field !== "operation") return undefined;
  const operation = select(name("request"), field);
  const optional = select(name("request"), field, true);
  return optionalOf(optional, "string", { value: operation, present: binary("!=", operation, text("")) });
}

/** Fields that all kinds have: the API server checks an expression against the schema of each matched kind. */
const common: readonly string[] = ["apiVersion", "kind", "metadata"];

/**
 * `dyn(object).spec` where the kinds differ: the API server then does not warn that some lack the field. Nor does it warn of
 * `dyn(params.spec)["max-size"]`: what a schema describes has fields and no keys for its checker.
 */
export function receiverOf({ of, name: field }: Field, lowered: Lowered, cx: Context): Lowered {
  const isKey = select(lowered.cel, field).kind === "index";
  if (isKey && lowered.optional === undefined && isOfParameters(of)) return dyn(plain(lowered.cel, unsure));
  const kinds = cx.program.policy.match.kinds;
  const isObject = of.kind === "input" && (of.root === "object" || of.root === "oldObject");
  if (!isObject || kinds.length < 2 || common.includes(field)) return lowered;
  const hidden = (cel: Cel): Cel => (cel.kind === "name" ? call("dyn", cel) : cel);
  return lowered.optional === undefined ? { ...lowered, cel: hidden(lowered.cel) } : lowered;
}
