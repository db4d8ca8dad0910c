import { type Expr, numbered } from "@policyc/ir";
import type { ts } from "./typescript.js";

/** What a name of the author stands for. */
export type Meaning =
  | Value
  /** The whole argument of `check`. */
  | { readonly kind: "admission" }
  /** Something with functions in it: no engine has them as values, so it stays what is written, and where. */
  | ({ readonly kind: "written" } & Written)
  /** Several of those: what is given for `...checks`. */
  | { readonly kind: "rows"; readonly rows: readonly Written[] };

export interface Value {
  readonly kind: "value";
  readonly value: Expr;
  /** What it had in it before statements filled it. */
  readonly begunWith?: Expr;
  /** The statements that have filled it so far, and the names that each of them sees. */
  readonly filledBy?: readonly Written<ts.Statement>[];
}

/** Source text and the names that it sees: a function as a value, or a list or object with functions in it. */
export interface Written<N extends ts.Node = ts.Expression | FunctionNode> {
  readonly node: N;
  readonly scope: Scope;
}

export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration;

/** Names in sight, innermost last. Immutable: entering a block makes a new one. */
export class Scope {
  readonly #meanings: ReadonlyMap<ts.Symbol, Meaning>;

  constructor(meanings: ReadonlyMap<ts.Symbol, Meaning> = new Map()) {
    this.#meanings = meanings;
  }

  get(symbol: ts.Symbol): Meaning | undefined {
    return this.#meanings.get(symbol);
  }

  /** The names of both; the other one's meaning wins. */
  over(other: Scope): Scope {
    return other === this ? this : this.with(other.#meanings);
  }

  with(additions: Iterable<readonly [ts.Symbol, Meaning]>): Scope {
    return new Scope(new Map([...this.#meanings, ...additions]));
  }
}

/** Hands out the names of one policy body or function: the author's, made unique by a number. */
export class Names {
  readonly #taken = new Set<string>();

  isTaken(name: string): boolean {
    return this.#taken.has(name);
  }

  unique(wanted: string): string {
    const name = numbered(wanted, (one) => this.#taken.has(one));
    this.#taken.add(name);
    return name;
  }
}
