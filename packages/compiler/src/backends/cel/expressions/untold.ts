import { type Field, isNamespace, type Policy } from "@policyc/ir";
import { and, binary, call, choice, name, select, text } from "../build.js";
import type { Context } from "../context.js";
import { type Lowered, none, optionalOf, unsure } from "../lowered.js";
import type { Cel } from "../syntax.js";

/** A field of the request that Kyverno does not tell a ClusterPolicy: what tells it all the same, or a refusal. */
export function untold(expr: Field, cx: Context): Lowered | undefined {
  const { policy } = cx.program;
  if (expr.name === "namespace") return namespace(policy);
  // It is the object's, and the options of a CONNECT have none.
  if (expr.name === "name" && !policy.match.operations.includes("CONNECT")) return undefined;
  const isOfObjects = policy.match.kinds.every(({ subresource }) => subresource === undefined);
  if (expr.name === "subResource" && isOfObjects) return subResource(policy);
  return cx.refuse(expr, `\`request.${expr.name}\``, "use the target `kyverno-vpol`");
}

/** A Namespace is in itself for the API server, and in none there. */
function namespace({ match }: Policy): Lowered | undefined {
  const [own, around] = [select(name("request"), "name", true), select(name("request"), "namespace", true)];
  if (!match.kinds.some(isNamespace)) return undefined;
  if (match.kinds.every(isNamespace)) return optionalOf(own, unsure);
  return optionalOf(choice(binary("==", kindOfRequest, text("Namespace")), own, around), unsure);
}

/**
 * Of the sub-resources Kyverno asks a ClusterPolicy about that of ephemeral containers, and does not say so. It changes
 * them, which no other request does.
 */
function subResource({ match }: Policy): Lowered {
  const isOfPods = match.kinds.some(({ group, kind }) => group === "" && kind === "Pod");
  if (!isOfPods || !match.operations.includes("UPDATE")) return none;
  const ephemeral = (pod: string): Cel =>
    select(select(name(pod), "spec", true), "ephemeralContainers", true);
  const isChange = binary("!=", ephemeral("object"), ephemeral("oldObject"));
  // What is deleted is no object.
  const present = match.operations.includes("DELETE")
    ? and(binary("==", select(name("request"), "operation"), text("UPDATE")), isChange)
    : isChange;
  const value = text("ephemeralcontainers");
  const read = choice(present, call("optional.of", value), call("optional.none"));
  return optionalOf(read, "string", { value, present });
}

export const kindOfRequest: Cel = select(select(name("request"), "kind"), "kind");
