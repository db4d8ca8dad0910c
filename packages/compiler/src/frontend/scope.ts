import type { Expr } from "@policyc/ir";
import type { Symbol as TsSymbol } from "ts-morph";

/** What a name of the author stands for: a value, or the whole argument of `check`. */
export type Meaning = { readonly kind: "value"; readonly value: Expr } | { readonly kind: "admission" };

/** Names in sight, innermost last. Immutable: entering a block makes a new one. */
export class Scope {
  readonly #meanings: ReadonlyMap<TsSymbol, Meaning>;

  constructor(meanings: ReadonlyMap<TsSymbol, Meaning> = new Map()) {
    this.#meanings = meanings;
  }

  get(symbol: TsSymbol): Meaning | undefined {
    return this.#meanings.get(symbol);
  }

  with(additions: Iterable<readonly [TsSymbol, Meaning]>): Scope {
    return new Scope(new Map([...this.#meanings, ...additions]));
  }
}

/** Hands out the names of one policy body or function: the author's, made unique by a number. */
export class Names {
  readonly #taken = new Set<string>();

  unique(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number++) name = `${wanted}_${number}`;
    this.#taken.add(name);
    return name;
  }
}
