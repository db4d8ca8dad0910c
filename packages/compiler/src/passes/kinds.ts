import { type Expr, mapChildren, mapExpressions } from "@policyc/ir";
import type { Pass } from "./pass.js";

/** `object.kind` can only be one of the matched kinds. Not for Gatekeeper, whose Constraints may match others. */
export const knownKinds: Pass = {
  name: "known-kinds",
  run: (policy) => {
    const literals = policy.match.kinds.map((kind) => kind.kind);
    const narrow = (expr: Expr): Expr => {
      const isKind =
        expr.kind === "field" &&
        expr.name === "kind" &&
        expr.of.kind === "input" &&
        expr.of.root === "object";
      return isKind ? { ...expr, type: { kind: "string", literals } } : mapChildren(expr, narrow);
    };
    return { ...policy, body: mapExpressions(policy.body, narrow) };
  },
};
