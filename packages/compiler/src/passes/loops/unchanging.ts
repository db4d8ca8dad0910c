import { type Expr, expressionsIn, freeNames, literal, mayBeAbsent } from "@policyc/ir";

/**
 * What is left of a condition where all that reads these names may turn out as it likes: it holds wherever the
 * condition can hold.
 */
export function unchanging(expr: Expr, names: ReadonlySet<string>): Expr {
  return new Unchanging(names).part(expr, true);
}

class Unchanging {
  readonly #names: ReadonlySet<string>;
  /** A test has been left out that what follows may rely on. */
  #isUnguarded = false;

  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  /** `outcome` is what favours the condition. */
  part(expr: Expr, outcome: boolean): Expr {
    if (!this.#reads(expr)) return this.#isUnguarded && !isTotal(expr) ? this.#open(expr, outcome) : expr;
    switch (expr.kind) {
      case "not":
        return { ...expr, operand: this.part(expr.operand, !outcome) };
      case "logic":
        return { ...expr, operands: expr.operands.map((operand) => this.part(operand, outcome)) };
      case "quantify":
        return this.#reads(expr.iteration.over)
          ? this.#open(expr, outcome)
          : { ...expr, where: this.part(expr.where, outcome) };
      default:
        return this.#open(expr, outcome);
    }
  }

  #open({ span }: Expr, outcome: boolean): Expr {
    this.#isUnguarded = true;
    return literal(outcome, span);
  }

  #reads(expr: Expr): boolean {
    return [...freeNames(expr)].some((name) => this.#names.has(name));
  }
}

/** Does it stand without a test before it that something is there? */
function isTotal(expr: Expr): boolean {
  return expressionsIn(expr).every(
    ({ kind, type }) => (kind !== "field" && kind !== "index") || mayBeAbsent(type),
  );
}
