import { type Expr, literal, required } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { type Facts, type Knowing, rewriteKnowing } from "./knowing.js";
import { pathText, withShown } from "./presence-facts.js";

/**
 * After `(rule.host ?? "") !== ""` there is a host: it is read as it is, and nothing stands in for it again. Of CEL alone,
 * and last of all, since no value may leave the test that it relies on.
 */
export const shownPresent: Pass = {
  name: "shown-present",
  run: (policy) => ({ ...policy, body: rewriteKnowing(policy.body, presence) }),
};

const presence: Knowing = {
  withShown,
  rewrite: (expr, facts, inside) => {
    switch (expr.kind) {
      case "coalesce":
        return isShown(expr.of, facts) ? there(presence.rewrite(expr.of, facts, inside)) : inside(expr);
      case "present":
        return isShown(expr.of, facts) ? literal(true, expr.span) : inside(expr);
      case "field":
      case "index":
      case "local": {
        const read = inside(expr);
        return isShown(expr, facts) ? there(read) : read;
      }
      default:
        return inside(expr);
    }
  },
};

function isShown(expr: Expr, facts: Facts): boolean {
  const text = facts.size === 0 ? undefined : pathText(expr);
  return text !== undefined && facts.has(text);
}

function there(expr: Expr): Expr {
  const type = required(expr.type);
  return type === expr.type ? expr : { ...expr, type };
}
