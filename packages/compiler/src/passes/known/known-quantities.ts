import {
  bindingsInStream,
  booleanType,
  type Call,
  type Expr,
  holdsQuantities,
  isQuantityField,
  isServedByKubernetes,
  literal,
  mapAll,
  type Policy,
  quantityPattern,
  stringType,
} from "@policyc/ir";
import { type Facts, type Knowing, rewriteKnowing, testsDecidedBy } from "../presence/knowing.js";
import { pathText } from "../presence/presence-facts.js";
import type { Pass } from "../tree/pass.js";

/** What is no quantity counts as 0, and CEL's `quantity` fails on it: where nothing shows that a text is one, it is asked. */
export const knownQuantities: Pass = {
  name: "known-quantities",
  concerns: ["compareQuantities", "milliValue"],
  run: (policy) => ({ ...policy, body: rewriteKnowing(policy.body, asking(policy)) }),
};

function asking(policy: Policy): Knowing {
  const [names, maps, tables] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const isServed = policy.match.kinds.every(isServedByKubernetes);
  const isTable = (of: Expr): boolean =>
    isTableOfQuantities(of) || (of.kind === "local" && tables.has(of.name));
  const isKnown = (expr: Expr, facts: Facts): boolean => {
    const path = pathText(expr);
    if (path !== undefined && facts.has(path)) return true;
    switch (expr.kind) {
      case "literal":
        return isWrittenQuantity(expr);
      case "local":
        return names.has(expr.name);
      case "coalesce":
        return isKnown(expr.of, facts) && isKnown(expr.fallback, facts);
      case "conditional":
        return (
          isKnown(expr.then, withShown(facts, expr.test, true)) &&
          isKnown(expr.else, withShown(facts, expr.test, false))
        );
      case "absent":
        return true;
      case "index":
        return isTable(expr.of) || (isServed && holdsQuantities(expr.of, maps));
      case "field":
        return isServed && isQuantityField(expr);
      default:
        return false;
    }
  };
  for (const { binder, as, of } of bindingsInStream(policy.body)) {
    const isMap = isServed && as !== "key" && holdsQuantities(of, maps);
    if (isMap) (as === "value" ? maps : names).add(binder.name);
    else if (as === "value" && isTable(of)) tables.add(binder.name);
    else if (as === "value" && isKnown(of, nothing)) names.add(binder.name);
  }
  return {
    withShown,
    rewrite: (expr, facts, inside) => {
      const inner = inside(expr);
      if (inner.kind !== "call" || !readsQuantities(inner)) return inner;
      const args = mapAll(inner.args, (arg) => (isKnown(arg, facts) ? arg : orZero(arg)));
      return args === inner.args ? inner : { ...inner, args };
    },
  };
}

function isWrittenQuantity(expr: Expr): boolean {
  return expr.kind === "literal" && new RegExp(quantityPattern, "u").test(String(expr.value));
}

/** `{ cpu: "4", memory: "8Gi" }`, as parameters are that are known. */
function isTableOfQuantities(table: Expr): boolean {
  return table.kind === "record" && table.entries.every(({ value }) => isWrittenQuantity(value));
}

const readsQuantities = ({ intrinsic }: Call): boolean =>
  intrinsic === "compareQuantities" || intrinsic === "milliValue";

function orZero(text: Expr): Expr {
  const { span } = text;
  const test: Expr = { kind: "call", intrinsic: "isQuantity", args: [text], type: booleanType, span };
  return { kind: "conditional", test, then: text, else: literal("0", span), type: stringType, span };
}

const nothing: Facts = new Set();

/** With the texts that a test shows to be quantities where it comes out like this. */
function withShown(facts: Facts, test: Expr, outcome: boolean): Facts {
  const shown = [...shownBy(test, outcome)].flatMap((text) => pathText(text) ?? []);
  return shown.length === 0 ? facts : new Set([...facts, ...shown]);
}

function* shownBy(whole: Expr, result: boolean): Generator<Expr> {
  for (const [test, outcome] of testsDecidedBy(whole, result))
    if (test.kind === "call" && test.intrinsic === "isQuantity" && outcome) yield* test.args;
}
