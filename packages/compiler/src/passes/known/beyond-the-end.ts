import type { Expr, Let } from "@policyc/ir";
import { absentRead } from "../fold/literal.js";
import type { Pass } from "../tree/pass.js";
import { rewriteBelowNames } from "../tree/rewrite.js";

/** `words[2]` of a list that is written out and has two is nothing: OPA refuses to read what is not there. */
export const beyondTheEnd: Pass = {
  name: "beyond-the-end",
  concerns: ["list"],
  run: (policy) => rewriteBelowNames(policy, readsOf),
};

/** What becomes of reads of a list that has a name; nothing where the list is not known. */
function readsOf({ binder, value }: Pick<Let, "binder" | "value">): ((expr: Expr) => Expr) | undefined {
  if (value.kind !== "list" || value.items.some(({ spread }) => spread)) return undefined;
  const { length } = value.items;
  return (expr) => {
    if (expr.kind !== "index" || expr.of.kind !== "local" || expr.of.name !== binder.name) return expr;
    const { key } = expr;
    return key.kind === "literal" && Number(key.value) >= length ? absentRead(expr) : expr;
  };
}
