import {
  booleanType,
  type Compare,
  type Expr,
  type IntrinsicName,
  integerType,
  literal,
  mayBeAbsent,
  type Type,
} from "@policyc/ir";
import { asksWhetherFilled } from "../fold/emptiness.js";
import { negated } from "../fold/logic.js";
import { fingerprint } from "../tree/fingerprint.js";
import { FreshNames, Renaming } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * `new Set(names).size !== names.length`: is one there twice? CEL has no sets, and no `distinct` before Kubernetes 1.35;
 * how often each one is there it can count. Whether there is any, `seen.size > 0`, is asked of the list, and whether there
 * are several, `seen.size > 1`: one that is another than the first.
 */
export const repetition: Pass = {
  name: "repetition",
  concerns: ["set.size"],
  run: (policy) => {
    const names = FreshNames.of(policy);
    return rewritePolicy(policy, {
      expression: (expr) => (expr.kind === "compare" ? asked(expr, names) : expr),
    });
  },
};

function asked(expr: Compare, names: FreshNames): Expr {
  const { operator, left, right } = expr;
  const filled = argumentOf(left, "set.size");
  if (filled !== undefined && asksWhetherFilled(expr) !== undefined)
    return { ...expr, left: lengthOf(argumentOf(filled, "set.of") ?? filled) };
  const several =
    filled === undefined ? undefined : severalAsked(expr, argumentOf(filled, "set.of") ?? filled, names);
  if (several !== undefined) return several;
  const [set, list] = [ofSet(left) ?? ofSet(right), counted(left) ?? counted(right)];
  if (set === undefined || list === undefined || fingerprint(set) !== fingerprint(list)) return expr;
  // A set is never larger than the list.
  const isLess = operator === (ofSet(left) === undefined ? ">" : "<");
  if (operator === "!=" || isLess) return repeats(list, names);
  return operator === "==" ? negated(repeats(list, names)) : expr;
}

/** `seen.size > 1`, `seen.size <= 1`; of one exactly there has to be one as well. */
function severalAsked({ operator, right, span }: Compare, list: Expr, names: FreshNames): Expr | undefined {
  const number = right.kind === "literal" ? right.value : undefined;
  if (mayBeAbsent(elementOf(list))) return undefined;
  if ((operator === ">" && number === 1) || (operator === ">=" && number === 2)) return several(list, names);
  if ((operator === "<=" && number === 1) || (operator === "<" && number === 2))
    return negated(several(list, names));
  if (number !== 1 || (operator !== "==" && operator !== "!=")) return undefined;
  const isThere: Expr = { ...lengthCompared(">", list, 0), span };
  const isOne: Expr = {
    kind: "logic",
    operator: "and",
    operands: [isThere, negated(several(list, names))],
    type: booleanType,
    span,
  };
  return operator === "==" ? isOne : negated(isOne);
}

/** Is one of the list another than its first one? */
function several(list: Expr, names: FreshNames): Expr {
  const { span } = list;
  const element = elementOf(list);
  const one = names.unique("one");
  const first: Expr = {
    kind: "index",
    of: new Renaming(names).expression(list),
    key: literal(0, span),
    type: element,
    span,
  };
  return {
    kind: "quantify",
    quantifier: "some",
    iteration: { over: list, binder: { name: one, type: element } },
    where: {
      kind: "compare",
      operator: "!=",
      left: { kind: "local", name: one, type: element, span },
      right: first,
      type: booleanType,
      span,
    },
    type: booleanType,
    span,
  };
}

function lengthCompared(operator: Compare["operator"], list: Expr, than: number): Compare {
  const { span } = list;
  return {
    kind: "compare",
    operator,
    left: lengthOf(list),
    right: literal(than, span),
    type: booleanType,
    span,
  };
}

function repeats(list: Expr, names: FreshNames): Expr {
  const { span } = list;
  const element = elementOf(list);
  const [one, other] = [names.unique("one"), names.unique("other")];
  const local = (name: string): Expr => ({ kind: "local", name, type: element, span });
  const same: Expr = {
    kind: "collect",
    iteration: { over: new Renaming(names).expression(list), binder: { name: other, type: element } },
    where: {
      kind: "compare",
      operator: "==",
      left: local(other),
      right: local(one),
      type: booleanType,
      span,
    },
    value: local(other),
    flatten: false,
    into: "list",
    type: list.type,
    span,
  };
  return {
    kind: "quantify",
    quantifier: "some",
    iteration: { over: list, binder: { name: one, type: element } },
    where: lengthCompared(">", same, 1),
    type: booleanType,
    span,
  };
}

/** A set has a list in its place. */
function elementOf({ type }: Expr): Type {
  return type.kind === "list" || type.kind === "set" ? type.element : type;
}

function lengthOf(list: Expr): Expr {
  return { kind: "call", intrinsic: "list.length", args: [list], type: integerType, span: list.span };
}

function ofSet(expr: Expr): Expr | undefined {
  const set = argumentOf(expr, "set.size");
  return set === undefined ? undefined : argumentOf(set, "set.of");
}

function counted(expr: Expr): Expr | undefined {
  return argumentOf(expr, "list.length");
}

function argumentOf(expr: Expr, intrinsic: IntrinsicName): Expr | undefined {
  return expr.kind === "call" && expr.intrinsic === intrinsic ? expr.args[0] : undefined;
}
