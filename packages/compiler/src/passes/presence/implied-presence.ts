import {
  type Compare,
  type Expr,
  expressionsIn,
  type Literal,
  type Logic,
  mayBeAbsent,
  required,
} from "@policyc/ir";
import { isQuantity } from "@policyc/sdk";
import { fingerprint } from "../tree/fingerprint.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";
import { thatIsThere } from "./there.js";

/**
 * `list?.includes(x)` asks whether there is a list, and then for the element. In CEL the second question is enough,
 * since what is gone through may be missing: `x in rule.?verbs.orValue([])`. So is that whether a quantity is above
 * another, as which one counts that is missing: `quantity(limits.?cpu.orValue("2")).isGreaterThan(quantity("2"))`.
 */
export const impliedPresence: Pass = {
  name: "implied-presence",
  run: (policy) =>
    rewritePolicy(policy, { expression: (expr) => (expr.kind === "logic" ? withoutImplied(expr) : expr) }),
};

function withoutImplied(expr: Logic): Expr {
  if (expr.operator === "or") return expr;
  const operands: Expr[] = [];
  for (const operand of expr.operands) {
    const before = operands.at(-1);
    const alone = before?.kind === "present" ? askedAlone(operand, before.of) : undefined;
    if (alone !== undefined) operands.pop();
    operands.push(alone ?? operand);
  }
  const [only, second] = operands;
  if (only !== undefined && second === undefined) return only;
  return operands.length === expr.operands.length ? expr : { ...expr, operands };
}

/** The question, so that it is false where this is missing. */
function askedAlone(question: Expr, read: Expr): Expr | undefined {
  if (question.kind === "compare") return comparedAlone(question, read);
  const asked = listOf(question);
  if (asked === undefined || (asked.kind !== "field" && asked.kind !== "index")) return undefined;
  return isSame(read, asked) && !isShownToSought(question, read) ? untested(question, read) : undefined;
}

/** `list?.includes(list.at(-1) ?? "a")`: what is sought is computed also where the list is missing. */
function isShownToSought(question: Expr, read: Expr): boolean {
  if (question.kind !== "call") return false;
  const shown = new Set(pathOf(read).map((each) => fingerprint(thatIsThere(each))));
  return question.args
    .slice(1)
    .flatMap(expressionsIn)
    .some((each) => shown.has(fingerprint(thatIsThere(each))));
}

/** The read, and what it goes through that may be absent as well. */
function pathOf(read: Expr): readonly Expr[] {
  const before = read.kind === "field" || read.kind === "index" ? pathOf(read.of) : [];
  return mayBeAbsent(read.type) ? [...before, read] : before;
}

function listOf(question: Expr): Expr | undefined {
  if (question.kind === "quantify" && question.quantifier === "some") return question.iteration.over;
  return question.kind === "call" && question.intrinsic === "list.includes" ? question.args[0] : undefined;
}

/** What the question reads its list through was shown by the test alone, and may now be missing as well: it is empty then. */
function untested(question: Expr, read: Expr): Expr {
  const fallback: Expr = { kind: "list", items: [], type: required(read.type), span: read.span };
  const list: Expr = { kind: "coalesce", of: read, fallback, type: required(read.type), span: read.span };
  if (question.kind === "quantify") return { ...question, iteration: { ...question.iteration, over: list } };
  return question.kind === "call" ? { ...question, args: [list, ...question.args.slice(1)] } : question;
}

/** No quantity is above or below itself. */
function comparedAlone(question: Compare, read: Expr): Expr | undefined {
  const { operator, left: order, right: zero, span } = question;
  if (order.kind !== "call" || order.intrinsic !== "compareQuantities" || zero.kind !== "literal")
    return undefined;
  const [quantity, limit] = order.args;
  const isStrict = zero.value === 0 && (operator === ">" || operator === "<");
  if (!isStrict || quantity === undefined || !isKnownQuantity(limit) || !isSame(read, quantity))
    return undefined;
  const counted: Expr = { kind: "coalesce", of: read, fallback: limit, type: required(quantity.type), span };
  return { ...question, left: { ...order, args: [counted, limit] } };
}

function isSame(read: Expr, other: Expr): boolean {
  return fingerprint(thatIsThere(read)) === fingerprint(thatIsThere(other));
}

function isKnownQuantity(expr: Expr | undefined): expr is Literal {
  return expr?.kind === "literal" && isQuantity(String(expr.value));
}
