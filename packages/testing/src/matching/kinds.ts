import type { ResourceKind } from "@policyc/ir";
import type { Reason, Subject } from "./criterion.js";

/** A kind of a policy; where it is what a sub-resource takes, e.g. `exec`, with that. */
export type MatchedKind = Pick<ResourceKind, "group" | "kind" | "plural"> & { readonly subresource?: string };

const wholePods = new Set(["ephemeralcontainers", "resize"]);

/** By group and kind: the API server converts between the versions of a kind before it asks (matchPolicy Equivalent). */
export function outsideKinds({ request }: Subject, kinds: readonly MatchedKind[]): Reason {
  const { group, kind } = request.kind;
  const found = kinds.filter((one) => one.group === group && one.kind === kind);
  if (found.length === 0)
    return `the policy does not look at \`${kind}\`${group === "" ? "" : ` of \`${group}\``}`;
  const sent = request.subResource ?? "";
  if (found.some((one) => takes(one, sent))) return undefined;
  return `the policy does not look at the sub-resource \`${sent}\``;
}

/** `kubectl debug` and in-place resizing send the whole pod to a sub-resource: a policy on pods must see it. */
function takes({ group, plural, subresource = "" }: MatchedKind, sent: string): boolean {
  return subresource === sent || (group === "" && plural === "pods" && wholePods.has(sent));
}
