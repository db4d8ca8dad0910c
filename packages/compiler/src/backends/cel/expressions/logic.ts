import type { Conditional, Emptiness, Expr, Logic, Not } from "@policyc/ir";
import { emptinessOf, mayBeAbsent, required } from "@policyc/ir";
import { and, choice, not as negate, or } from "../build.js";
import {
  type Absence,
  asOptional,
  dyn,
  dynOptional,
  eitherType,
  isNone,
  type Lowered,
  optionalOf,
  plain,
  unified,
  unifiedOptionals,
  unsure,
  unwrap,
} from "../lowered.js";
import type { Cel } from "../syntax.js";
import { isOtherThanEmpty } from "./comparison.js";
import type { Lowering } from "./lowering.js";

export const not: Lowering<Not> = ({ operand }, cx) => {
  const asked = emptinessOf(operand);
  if (asked !== undefined) return cx.lower(isEmpty(asked, operand));
  const lowered = unwrap(cx.lower(operand));
  return plain(negate(lowered.cel), "bool");
};

/** `!text` is `text.orValue("") == ""`: what is absent counts as empty. */
function isEmpty({ of, empty }: Emptiness, { type, span }: Expr): Expr {
  const left: Expr = { kind: "coalesce", of, fallback: empty, type: required(of.type), span };
  return { kind: "compare", operator: "==", left, right: empty, type, span };
}

export const logic: Lowering<Logic> = ({ operator, operands }, cx) => {
  const lowered = operands.map((operand) => unwrap(cx.lower(operand)).cel);
  return plain(operator === "and" ? and(...lowered) : or(...lowered), "bool");
};

/** `test ? then : else`. Only the branch that is taken is evaluated, in CEL as well. */
export const conditional: Lowering<Conditional> = (expr, cx) => {
  const test = unwrap(cx.lower(expr.test)).cel;
  if (test.kind === "boolean") return cx.lower(test.value ? expr.then : expr.else);
  const isOptional = mayBeAbsent(expr.type) && (branchMayBeAbsent(expr.then) || branchMayBeAbsent(expr.else));
  const form = isOptional ? asOptional : unwrap;
  const unify = isMixed(expr) ? hidden : isOptional ? unifiedOptionals : unified;
  const [then, otherwise] = unify(form(cx.lower(expr.then)), form(cx.lower(expr.else)));
  const chosen = choice(test, then.cel, otherwise.cel);
  const type = isNone(otherwise) ? then.type : isNone(then) ? otherwise.type : eitherType(then, otherwise);
  if (!isOptional) return plain(chosen, type);
  return optionalOf(chosen, type, presence(test, then, otherwise));
};

/** With nothing on one side, the test itself says whether there is a value. */
function presence(test: Cel, then: Lowered, otherwise: Lowered): Partial<Absence> {
  if (!isNone(otherwise) || then.optional === undefined) return {};
  const { present, value } = then.optional;
  if (present.kind !== "boolean") return { present: and(test, present) };
  // What the test itself reads may be read without it: `text != "" ? text : undefined`.
  return isOtherThanEmpty(test, value) ? { present: test, value } : { present: test };
}

/** Are the branches of different types? */
function isMixed({ then, else: otherwise }: Conditional): boolean {
  return required(then.type).kind !== required(otherwise.type).kind;
}

/** Two values of different types, of which the checker may know more than is known here: what stands in for an entry. */
function hidden(then: Lowered, otherwise: Lowered): readonly [Lowered, Lowered] {
  const isOptional = then.optional !== undefined;
  const isOpen = [then, otherwise].some(({ type }) => type.includes(unsure));
  if (!isOpen || isNone(then) || isNone(otherwise))
    return isOptional ? unifiedOptionals(then, otherwise) : unified(then, otherwise);
  return isOptional ? [dynOptional(then), dynOptional(otherwise)] : [dyn(then), dyn(otherwise)];
}

function branchMayBeAbsent(expr: Expr): boolean {
  return mayBeAbsent(expr.type);
}
