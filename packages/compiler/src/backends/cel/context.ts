import type { Span } from "@policyc/diagnostics";
import type { Expr } from "@policyc/ir";
import { printCel } from "./print.js";
import { type Cel, ident, select } from "./syntax.js";

/** What CEL cannot say, or not in the versions asked for: reported by the target, which knows where the policy goes. */
export type Unsayable = (span: Span, what: string, instead: string) => void;

export interface CelVariable {
  readonly name: string;
  readonly expression: string;
}

/** What a name stands for. */
export interface Meaning {
  readonly term: Cel;
  /** The term is a CEL optional. */
  readonly optional: boolean;
  /** It depends on a loop, so it cannot be part of a variable. */
  readonly inLoop: boolean;
}

export interface Lowerings {
  /** The value of what is there. */
  readonly value: (expr: Expr, cx: Context) => Cel;
  /** A CEL optional. */
  readonly option: (expr: Expr, cx: Context) => Cel;
  /** A Boolean. */
  readonly test: (expr: Expr, cx: Context) => Cel;
}

/** What the lowering of one policy shares. */
export class Program {
  readonly lowerings: Lowerings;
  readonly unsayable: Unsayable;
  /** Several kinds are matched: the API server would warn that one has not the fields of another. */
  readonly untypedObject: boolean;
  /** The oldest Kubernetes, as its minor. */
  readonly minor: number;
  readonly #variables = new Map<string, string>();

  constructor(
    lowerings: Lowerings,
    options: { unsayable: Unsayable; untypedObject: boolean; minor: number },
  ) {
    this.lowerings = lowerings;
    this.unsayable = options.unsayable;
    this.untypedObject = options.untypedObject;
    this.minor = options.minor;
  }

  /** A named variable of the policy for an expression; the same expression is the same variable. */
  variable(wanted: string, expression: Cel): Cel {
    const text = printCel(expression);
    const known = [...this.#variables].find(([, other]) => other === text);
    const name = known?.[0] ?? this.#free(wanted.replace(/_\d+$/, ""));
    this.#variables.set(name, text);
    return select(ident("variables"), name);
  }

  get variables(): readonly CelVariable[] {
    return [...this.#variables].map(([name, expression]) => ({ name, expression }));
  }

  #free(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#variables.has(name); number++) name = `${wanted}${number}`;
    return name;
  }
}

/** Names in sight while a policy is lowered. */
export class Context {
  readonly program: Program;
  readonly #meanings: ReadonlyMap<string, Meaning>;

  constructor(program: Program, meanings: ReadonlyMap<string, Meaning> = new Map()) {
    this.program = program;
    this.#meanings = meanings;
  }

  meaning(name: string): Meaning | undefined {
    return this.#meanings.get(name);
  }

  with(name: string, meaning: Meaning): Context {
    return new Context(this.program, new Map([...this.#meanings, [name, meaning]]));
  }

  /** A name for a loop's variable: without the number that made it unique, where no loop around has it. */
  loopName(wanted: string): string {
    const stem = wanted.replace(/_\d+$/, "");
    const taken = [...this.#meanings.values()].some(
      ({ term }) => term.kind === "ident" && term.name === stem,
    );
    return taken ? wanted : stem;
  }

  /** Does an expression depend on a loop? */
  dependsOnLoop(names: Iterable<string>): boolean {
    return [...names].some((name) => this.meaning(name)?.inLoop === true);
  }

  value(expr: Expr): Cel {
    return this.program.lowerings.value(expr, this);
  }

  option(expr: Expr): Cel {
    return this.program.lowerings.option(expr, this);
  }

  test(expr: Expr): Cel {
    return this.program.lowerings.test(expr, this);
  }
}
