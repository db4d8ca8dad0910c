import { type Expr, type Logic, mayBeAbsent } from "@policyc/ir";
import { fingerprint } from "../tree/fingerprint.js";
import { areIdentical } from "../tree/identical.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * Of what is to hold of one text, that which holds of few stands first: `name.contains("*") && name != "*"`. Of CEL
 * alone, whose `&&` asks in this order.
 */
export const rareFirst: Pass = {
  name: "rare-first",
  run: (policy) =>
    rewritePolicy(policy, { expression: (expr) => (expr.kind === "logic" ? inOrder(expr) : expr) }),
};

function inOrder(expr: Logic): Expr {
  if (expr.operator === "or") return expr;
  const operands = runsOf(expr.operands).flatMap((run) => [
    ...run.filter(isRare),
    ...run.filter((operand) => !isRare(operand)),
  ]);
  return areIdentical(operands, expr.operands) ? expr : { ...expr, operands };
}

/** What is asked of one text in a row: where one of it may be asked, all may be. */
function runsOf(operands: readonly Expr[]): readonly (readonly Expr[])[] {
  const runs: Expr[][] = [];
  let last: string | undefined;
  for (const operand of operands) {
    const text = textAskedBy(operand);
    const subject = text === undefined ? undefined : fingerprint(text);
    const run = subject !== undefined && subject === last ? runs.at(-1) : undefined;
    if (run === undefined) runs.push([operand]);
    else run.push(operand);
    last = subject;
  }
  return runs;
}

/** Few texts are a certain one, or have a certain part. */
function isRare(operand: Expr): boolean {
  return operand.kind === "compare" ? operand.operator === "==" : operand.kind !== "not";
}

/** The text whose wording is asked for. */
function textAskedBy(operand: Expr): Expr | undefined {
  const asked = operand.kind === "not" ? operand.operand : operand;
  const [text, wording] = sidesOf(asked);
  if (text === undefined || wording?.kind !== "literal" || typeof wording.value !== "string")
    return undefined;
  return mayBeAbsent(text.type) ? undefined : text;
}

function sidesOf(asked: Expr): readonly (Expr | undefined)[] {
  if (asked.kind === "compare")
    return asked.operator === "==" || asked.operator === "!=" ? [asked.left, asked.right] : [];
  return asked.kind === "call" && wordings.has(asked.intrinsic) ? asked.args : [];
}

const wordings: ReadonlySet<string> = new Set(["string.startsWith", "string.endsWith", "string.includes"]);
