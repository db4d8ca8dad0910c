import type { Expr, ExprOf } from "@policyc/ir";
import { freeNames } from "@policyc/ir";
import { RuleNames, snakeCase } from "../naming.js";
import { type Body, callTerm, type Rule, type Term, variable, type Way } from "../syntax.js";
import { besideArguments } from "../tidy/beside-arguments.js";
import { promisesOf } from "../tidy/promises.js";
import { renameRule } from "../tidy/rename.js";
import { tidy } from "../tidy/tidy.js";
import { readBy } from "../walk.js";

/** How the parts of the lowering reach each other, without importing each other. */
export interface Lowerings {
  /** Lines that succeed exactly where the expression is true. */
  readonly holds: (expr: Expr, cx: Context) => Body;
  /** Lines that succeed exactly where it is false. */
  readonly fails: (expr: Expr, cx: Context) => Body;
  /** A term that is undefined where the value is absent. */
  readonly value: (expr: Expr, cx: Context) => Term;
  /** A term that is always defined: `null` where the value is absent. */
  readonly total: (expr: Expr, cx: Context) => Term;
  /** A choice as the ways of a rule. */
  readonly ways: (expr: Expr, cx: Context) => readonly Way[];
}

/** What one module collects while it is lowered. */
export class Context {
  readonly #lowerings: Lowerings;
  readonly #names: RuleNames;
  readonly #helpers: Rule[] = [];
  readonly #byText = new Map<string, string>();
  readonly #functions = new Map<string, string>();

  /** `locals` are the names of variables: no rule may have one, since a variable would hide it. */
  constructor(lowerings: Lowerings, locals: Iterable<string>) {
    this.#lowerings = lowerings;
    this.#names = new RuleNames(locals);
  }

  holds(expr: Expr): Body {
    return this.#lowerings.holds(expr, this);
  }

  fails(expr: Expr): Body {
    return this.#lowerings.fails(expr, this);
  }

  value(expr: Expr): Term {
    return this.#lowerings.value(expr, this);
  }

  total(expr: Expr): Term {
    return this.#lowerings.total(expr, this);
  }

  /** A rule for a choice, which no line can say. */
  choice(wanted: string | readonly string[], expr: Expr): Term {
    return this.helper(wanted, [expr], this.#lowerings.ways(expr, this));
  }

  /** A call of one of the policy's own functions; one that takes nothing is a rule. */
  apply({ function: called, args }: ExprOf<"apply">): Term {
    const name = this.functionName(called);
    return args.length === 0 ? variable(name) : callTerm(name, ...args.map((arg) => this.total(arg)));
  }

  /** The rule of one of the policy's own functions; what has no arguments is `of` nothing. */
  functionName(name: string, params?: readonly unknown[]): string {
    const known = this.#functions.get(name);
    if (known !== undefined) return known;
    const whole = params?.length === 0 ? name.replace(/(?<=[a-z])Of$/, "") : name;
    const given = this.#names.unique(...new Set([whole, name]));
    this.#functions.set(name, given);
    return given;
  }

  /**
   * A rule of its own for what one line cannot say; the same text is the same rule, whatever its arguments are called.
   * Returns its call. Of the names the first that is free is taken.
   */
  helper(wanted: string | readonly string[], exprs: readonly Expr[], ways: readonly Way[]): Term {
    const tidied = ways.map(({ value, body }) => ({
      ...(value === undefined ? {} : { value }),
      body: tidy(body, value),
    }));
    const read = readBy(tidied);
    const args = [...new Set(exprs.flatMap((expr) => [...freeNames(expr)]))]
      .map(snakeCase)
      .filter((name) => read.has(name));
    const rule: Rule = { kind: "function", name: "", args, ways: besideArguments(args, tidied) };
    const text = JSON.stringify(
      renameRule(rule, (name) => (args.includes(name) ? `$${args.indexOf(name)}` : name)),
    );
    const known = this.#byText.get(text);
    const name = known ?? this.#names.unique(...[wanted].flat());
    if (known === undefined) {
      this.#byText.set(text, name);
      this.#helpers.push({ ...rule, name, ...promisesOf(exprs, ways) });
    }
    return args.length === 0 ? variable(name) : callTerm(name, ...args.map(variable));
  }

  /** Adds a ready-made rule once, e.g. the one that reads quantities. */
  shared(name: string, make: (name: string) => readonly Rule[]): string {
    const known = this.#byText.get(name);
    if (known !== undefined) return known;
    const given = this.#names.unique(name);
    this.#byText.set(name, given);
    this.#helpers.push(...make(given));
    return given;
  }

  get helpers(): readonly Rule[] {
    return this.#helpers;
  }
}
