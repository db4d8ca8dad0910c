import { type Compare, type Expr, type Field, literal, mayBeAbsent } from "@policyc/ir";
import { absentRead } from "../fold/literal.js";
import { byOrigins, type Origins, resultsOf, valuesRead } from "../tree/origins.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * What a function always gives is known where it is read: `found.kind` of one that always gives `{ kind: "none" }`, and
 * that there is no `found.value`, which OPA's type checker would refuse to read.
 */
export const knownForms: Pass = {
  name: "known-forms",
  concerns: ["apply"],
  run: (policy) => {
    const results = resultsOf(policy);
    if (results.size === 0) return policy;
    return byOrigins(policy, (scope, origins) => {
      const known = { ...origins, results };
      return rewritePolicy(scope, {
        expression: (expr) =>
          expr.kind === "field"
            ? readOf(expr, known)
            : expr.kind === "compare"
              ? compared(expr, known)
              : expr,
      });
    });
  },
};

function readOf(read: Field, origins: Origins): Expr {
  const values = valuesOf(read, origins);
  if (values === undefined) return read;
  if (values.every((value) => value === undefined)) return absentRead(read);
  const [first] = values;
  const isSame =
    first?.kind === "literal" &&
    values.every((value) => value?.kind === "literal" && value.value === first.value);
  return isSame && !mayBeAbsent(read.type) ? { ...first, span: read.span } : read;
}

/** `found.kind === "many"` of what is never one of many. */
function compared(expr: Compare, origins: Origins): Expr {
  const { operator, left, right, span } = expr;
  const [read, asked] = left.kind === "field" ? [left, right] : [right, left];
  if ((operator !== "==" && operator !== "!=") || read.kind !== "field" || asked.kind !== "literal")
    return expr;
  const values = mayBeAbsent(read.type) ? undefined : valuesOf(read, origins);
  const isNever = values?.every((value) => value?.kind === "literal" && value.value !== asked.value);
  return isNever === true ? literal(operator === "!=", span) : expr;
}

function valuesOf(read: Field, origins: Origins): readonly (Expr | undefined)[] | undefined {
  return read.of.kind === "record" ? undefined : valuesRead(read, origins);
}
