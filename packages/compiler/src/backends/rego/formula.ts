import { type Binder, booleanType, type Compare, type Conditional, type Expr, freeNames, type Iteration, type Literal } from "@policyc/ir";

/**
 * A condition with its negations pushed inwards, as Rego wants it: a body is a conjunction, and only a
 * single literal can be negated.
 */
export type Formula =
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "atom"; readonly expr: Expr; readonly positive: boolean }
  /** Is `subject` one of the texts or numbers? */
  | { readonly kind: "member"; readonly subject: Expr; readonly values: readonly Literal[]; readonly positive: boolean }
  | { readonly kind: "and"; readonly operands: readonly Formula[] }
  /** `denies`: the conjunction of which this is the negation, where it came from one. */
  | { readonly kind: "or"; readonly operands: readonly Formula[]; readonly denies?: Formula }
  | { readonly kind: "exists"; readonly iteration: Iteration; readonly where: Formula }
  | { readonly kind: "forall"; readonly iteration: Iteration; readonly where: Formula; readonly denies?: Formula }
  | { readonly kind: "let"; readonly binder: Binder; readonly value: Expr; readonly body: Formula };

/** The truth of an expression, or the truth of its negation. */
export function formulaOf(expr: Expr, positive = true): Formula {
  switch (expr.kind) {
    case "literal":
      return { kind: "truth", value: (expr.value === true) === positive };
    case "not":
      return formulaOf(expr.operand, !positive);
    case "logic":
      return logic(expr.operator === "and", expr.operands, positive);
    case "conditional":
      return choice(expr, positive);
    case "compare":
      return comparison(expr, positive);
    case "present":
      return presence(expr.of, expr, positive);
    case "let":
      return { kind: "let", binder: expr.binder, value: expr.value, body: formulaOf(expr.body, positive) };
    case "quantify": {
      const { iteration, quantifier, where } = expr;
      if ((quantifier === "some") === positive) return { kind: "exists", iteration, where: formulaOf(where, positive) };
      return { kind: "forall", iteration, where: formulaOf(where, positive), ...(positive ? {} : { denies: { kind: "exists", iteration, where: formulaOf(where) } }) };
    }
    default:
      return { kind: "atom", expr, positive };
  }
}

function logic(isAnd: boolean, operands: readonly Expr[], positive: boolean): Formula {
  const all = operands.map((operand) => formulaOf(operand, positive));
  if (isAnd === positive) return and(all);
  return positive ? or(all) : or(all, and(operands.map((operand) => formulaOf(operand))));
}

export function and(operands: readonly Formula[]): Formula {
  const flat = operands.flatMap((operand) => (operand.kind === "and" ? operand.operands : [operand]));
  if (flat.some((operand) => operand.kind === "truth" && !operand.value)) return { kind: "truth", value: false };
  return join("and", members(flat.filter((operand) => operand.kind !== "truth"), false));
}

function or(operands: readonly Formula[], denies?: Formula): Formula {
  const flat = operands.flatMap((operand) => (operand.kind === "or" ? operand.operands : [operand]));
  if (flat.some((operand) => operand.kind === "truth" && operand.value)) return { kind: "truth", value: true };
  const kept = members(flat.filter((operand) => operand.kind !== "truth"), true);
  const joined = join("or", kept);
  return joined.kind === "or" && denies !== undefined ? { ...joined, denies } : joined;
}

function join(kind: "and" | "or", operands: readonly Formula[]): Formula {
  const [only, second] = operands;
  if (only === undefined) return { kind: "truth", value: kind === "and" };
  return second === undefined ? only : { kind, operands };
}

/** `x == "a" or x == "b"` is `x in {"a", "b"}`; `x != "a" and x != "b"` is its negation. */
function members(operands: readonly Formula[], positive: boolean): readonly Formula[] {
  return operands.reduce<readonly Formula[]>((done, operand) => {
    const last = done.at(-1);
    const next = asMember(operand, positive);
    const before = last === undefined ? undefined : asMember(last, positive);
    if (next === undefined || before === undefined || shape(next.subject) !== shape(before.subject)) return [...done, operand];
    return [...done.slice(0, -1), { ...before, values: [...before.values, ...next.values] }];
  }, []);
}

function asMember(formula: Formula, positive: boolean): Extract<Formula, { kind: "member" }> | undefined {
  if (formula.kind === "member") return formula.positive === positive ? formula : undefined;
  if (formula.kind !== "atom" || formula.expr.kind !== "compare") return undefined;
  const { operator, left, right } = formula.expr;
  const equals = (operator === "==") === formula.positive;
  if ((operator !== "==" && operator !== "!=") || equals !== positive) return undefined;
  if (right.kind !== "literal" || typeof right.value === "boolean" || left.kind === "literal") return undefined;
  return { kind: "member", subject: left, values: [right], positive };
}

/** An expression without its places: equal for equal code. */
export function shape(value: unknown): string {
  return JSON.stringify(value, (key, field) => (key === "span" || key === "type" ? undefined : field));
}

function choice({ test, then, else: otherwise }: Conditional, positive: boolean): Formula {
  return or([and([formulaOf(test), formulaOf(then, positive)]), and([formulaOf(test, false), formulaOf(otherwise, positive)])]);
}

function comparison(expr: Compare, positive: boolean): Formula {
  const { operator, left, right } = expr;
  if (left.kind === "literal" && right.kind !== "literal") return comparison({ ...expr, operator: mirrored[operator], left: right, right: left }, positive);
  const equality = operator === "==" || operator === "!=";
  if (!equality || right.kind !== "literal") return { kind: "atom", expr, positive };
  const wanted = (operator === "==") === positive;
  if (left.kind === "absent") return { kind: "truth", value: !wanted };
  if (left.kind === "literal") return { kind: "truth", value: (left.value === right.value) === wanted };
  // `x?.startsWith(y) === true`: each branch is compared by itself.
  if (left.kind === "conditional") {
    const branch = (value: Expr): Expr => ({ ...expr, left: value, type: booleanType });
    const { test, then, else: otherwise } = left;
    const isFalse = (value: Expr): boolean => value.kind === "absent" && operator === "==";
    if (isFalse(otherwise)) return logic(true, [test, branch(then)], positive);
    return choice({ ...left, then: branch(then), else: branch(otherwise) }, positive);
  }
  // `(x ?? "") === "a"`: an absent `x` is not "a" either.
  if (left.kind === "coalesce" && left.fallback.kind === "literal" && left.fallback.value !== right.value) {
    return comparison({ ...expr, left: left.of }, positive);
  }
  if (typeof right.value === "boolean" && isDecided(left)) return formulaOf(left, wanted === right.value);
  return { kind: "atom", expr, positive };
}

const mirrored = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

/** Is this a Boolean that is computed, rather than read? */
function isDecided(expr: Expr): boolean {
  const read = expr.kind === "field" || expr.kind === "index" || expr.kind === "local" || expr.kind === "coalesce";
  return expr.type.kind === "boolean" && !read;
}

function presence(of: Expr, whole: Expr, positive: boolean): Formula {
  if (of.kind === "absent") return { kind: "truth", value: !positive };
  if (of.kind === "literal" || of.kind === "list" || of.kind === "record") return { kind: "truth", value: positive };
  const again = (part: Expr): Expr => ({ kind: "present", of: part, type: booleanType, span: whole.span });
  if (of.kind === "conditional") return choice({ ...of, then: again(of.then), else: again(of.else) }, positive);
  if (of.kind === "coalesce") return logic(false, [again(of.of), again(of.fallback)], positive);
  return { kind: "atom", expr: whole, positive };
}

/** The bodies of a rule that holds where the formula does: one or more conjunctions, any of which suffices. */
export function alternatives(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "or":
      return formula.operands.flatMap(alternatives);
    case "and": {
      const product = formula.operands.reduce<readonly (readonly Formula[])[]>(
        (bodies, operand) => alternatives(operand).flatMap((next) => bodies.map((body) => [...body, next])),
        [[]],
      );
      return product.length > 6 ? [formula] : product.map(and);
    }
    case "let":
      return alternatives(formula.body).map((body) => ({ ...formula, body }));
    case "exists":
      return alternatives(formula.where).map((where) => ({ ...formula, where }));
    default:
      return [formula];
  }
}

/** The names that a formula reads from outside. */
export function namesIn(formula: Formula): ReadonlySet<string> {
  switch (formula.kind) {
    case "truth":
      return new Set();
    case "atom":
      return freeNames(formula.expr);
    case "member":
      return freeNames(formula.subject);
    case "and":
    case "or":
      return new Set(formula.operands.flatMap((operand) => [...namesIn(operand)]));
    case "let":
      return new Set([...freeNames(formula.value), ...without(namesIn(formula.body), [formula.binder])]);
    case "exists":
    case "forall": {
      const { over, binder, key } = formula.iteration;
      return new Set([...freeNames(over), ...without(namesIn(formula.where), key === undefined ? [binder] : [binder, key])]);
    }
  }
}

function without(names: ReadonlySet<string>, binders: readonly Binder[]): readonly string[] {
  return [...names].filter((name) => !binders.some((binder) => binder.name === name));
}
