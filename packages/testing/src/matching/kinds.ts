import type { ResourceKind } from "@policyc/ir";
import type { Reason, Subject } from "./criterion.js";

/** By group and kind: the API server converts between the versions of a kind before it asks (matchPolicy Equivalent). */
export function outsideKinds(
  { request }: Subject,
  kinds: readonly Pick<ResourceKind, "group" | "kind">[],
): Reason {
  const { group, kind } = request.kind;
  if (kinds.some((one) => one.group === group && one.kind === kind)) return undefined;
  return `the policy does not look at \`${kind}\`${group === "" ? "" : ` of \`${group}\``}`;
}
