import type { Span } from "@policyc/diagnostics";
import type { CompareOperator, Expr, Quantify } from "@policyc/ir";
import { presenceLost } from "./narrowing.js";

/** A node with one thing in it changed, e.g. a condition that always holds. */
export interface Change<Node> {
  readonly node: Node;
  /** What was changed, as the end of "the suite does not notice when …". */
  readonly says: string;
  readonly span: Span;
  /** Reads that were tested for presence, and no longer are. */
  readonly untested?: readonly Expr[];
}

/**
 * Which answers a Boolean may be replaced by where it stands. Dropping one operand of `a && b` is `true`, of `a || b`
 * is `false`; the other answer decides the whole, which is tried anyway.
 */
type Answers = readonly boolean[];
const both: Answers = [true, false];

/** What may be changed of an expression itself; what is below it is looked at elsewhere. */
export function ownChanges(expr: Expr, answers: Answers): readonly Change<Expr>[] {
  return [...decided(expr, answers), ...altered(expr)];
}

/** The answers to try for each of an expression's children, in the order of `mapChildren`. */
export function answersBelow(expr: Expr): (index: number) => Answers {
  switch (expr.kind) {
    case "logic":
      return () => [expr.operator === "and"];
    case "conditional":
      return (index) => (index === 0 ? both : []);
    case "quantify":
      return (index) => (index === 1 ? [expr.quantifier === "some"] : []);
    case "collect":
      return () => both;
    default:
      return () => [];
  }
}

/** Of a guard, a test, or a function that says yes or no. */
export const ofCondition = both;

function decided(expr: Expr, answers: Answers): readonly Change<Expr>[] {
  if (expr.type.kind !== "boolean" || expr.kind === "literal") return [];
  return answers.map((value) => ({
    node: { kind: "literal", value, type: expr.type, span: expr.span },
    says: `this is always ${value}`,
    span: expr.span,
    untested: presenceLost(expr, value),
  }));
}

const neighbours = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" } as const;

function altered(expr: Expr): readonly Change<Expr>[] {
  switch (expr.kind) {
    case "compare":
      return isOrdering(expr.operator) ? [swapped(expr, neighbours[expr.operator])] : number(expr);
    case "quantify":
      return [requantified(expr)];
    case "coalesce":
      return fallback(expr);
    case "list":
      return shortened(expr);
    default:
      return [];
  }
}

function isOrdering(operator: CompareOperator): operator is keyof typeof neighbours {
  return operator in neighbours;
}

function swapped(expr: Extract<Expr, { kind: "compare" }>, operator: CompareOperator): Change<Expr> {
  return {
    node: { ...expr, operator },
    says: `\`${expr.operator}\` is \`${operator}\``,
    span: expr.span,
  };
}

/** `x === 0` that asks for another number. */
function number(expr: Extract<Expr, { kind: "compare" }>): readonly Change<Expr>[] {
  const { right } = expr;
  if (right.kind !== "literal" || typeof right.value !== "number") return [];
  const value = right.value + 1;
  return [
    {
      node: { ...expr, right: { ...right, value } },
      says: `\`${right.value}\` is \`${value}\``,
      span: expr.span,
    },
  ];
}

function requantified(expr: Quantify): Change<Expr> {
  const quantifier = expr.quantifier === "some" ? "every" : "some";
  return {
    node: { ...expr, quantifier },
    says: `\`${expr.quantifier}\` is \`${quantifier}\``,
    span: expr.span,
  };
}

/** The default of what is absent: a case must be without the field. */
function fallback(expr: Extract<Expr, { kind: "coalesce" }>): readonly Change<Expr>[] {
  const { fallback: given } = expr;
  if (isNeverAsked(expr, 1) || given.kind !== "literal" || typeof given.value === "string") return [];
  const value = typeof given.value === "boolean" ? !given.value : given.value + 1;
  return [
    {
      node: { ...expr, fallback: { ...given, value } },
      says: `the default \`${given.value}\` is \`${value}\``,
      span: expr.span,
    },
  ];
}

/** A list of constants without one of them: each must be in some case. */
function shortened(expr: Extract<Expr, { kind: "list" }>): readonly Change<Expr>[] {
  return expr.items.flatMap(({ spread, value }, index) =>
    spread || value.kind !== "literal"
      ? []
      : [
          {
            node: { ...expr, items: expr.items.filter((_, at) => at !== index) },
            says: `\`${String(value.value)}\` is not in the list`,
            span: value.span,
          },
        ],
  );
}

/**
 * Whether no case can reach a child, in the order of `mapChildren`: a parameter is never absent, because what a case
 * leaves out has the author's value.
 */
export function isNeverAsked(expr: Expr, index: number): boolean {
  return expr.kind === "coalesce" && index === 1 && isParameter(expr.of);
}

function isParameter(expr: Expr): boolean {
  return (
    expr.kind === "field" && (expr.of.kind === "input" ? expr.of.root === "params" : isParameter(expr.of))
  );
}
