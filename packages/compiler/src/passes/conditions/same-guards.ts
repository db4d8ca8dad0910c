import { mapStream, type Policy, type Stream } from "@policyc/ir";
import { fingerprint } from "../tree/fingerprint.js";
import type { Pass } from "../tree/pass.js";

/**
 * `if (isExempt) return;` in each of two generators that follow each other is asked once: what both say stands behind it.
 * Of CEL alone; in Rego each violation is a rule, which asks for itself.
 */
export const sameGuards: Pass = {
  name: "same-guards",
  run: (policy: Policy) => ({ ...policy, body: inStream(policy.body) }),
};

function inStream(stream: Stream): Stream {
  const inner = mapStream(stream, (expr) => expr, inStream);
  if (inner.kind !== "sequence") return inner;
  const items: Stream[] = [];
  for (const item of inner.items) {
    const last = items.at(-1);
    const both = last === undefined ? undefined : together(last, item);
    if (both === undefined) items.push(item);
    else items.splice(-1, 1, both);
  }
  const [only, second] = items;
  if (only !== undefined && second === undefined) return only;
  return items.length === inner.items.length ? inner : { ...inner, items };
}

function together(first: Stream, second: Stream): Stream | undefined {
  if (first.kind !== "guard" || second.kind !== "guard") return undefined;
  if (fingerprint(first.when) !== fingerprint(second.when)) return undefined;
  const items = [...partsOf(first.then), ...partsOf(second.then)];
  return { ...first, then: inStream({ kind: "sequence", items, span: first.span }) };
}

function partsOf(stream: Stream): readonly Stream[] {
  return stream.kind === "sequence" ? stream.items : [stream];
}
