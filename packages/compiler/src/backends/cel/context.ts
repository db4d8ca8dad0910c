import type { Span } from "@policyc/diagnostics";
import type { Binder, Expr, Policy } from "@policyc/ir";
import { name } from "./build.js";
import { type Lowered, optionalOf, plain, unseenValue } from "./lowered.js";
import { celName } from "./names.js";
import { type CelFeature, hasCel, since } from "./versions.js";

/** What CEL cannot say, or not in the versions asked for: reported by the target, which knows where the policy goes. */
export type Unsayable = (span: Span, what: string, instead: string) => void;

/** `params.spec` of a custom resource, `params.data` of a ConfigMap. */
export type ParameterRoot = "spec" | "data";

/** What all expressions of one policy share. */
export interface ProgramContext {
  readonly policy: Policy;
  /** The oldest Kubernetes, e.g. `1.30`. */
  readonly minKubernetes: string;
  readonly unsayable: Unsayable;
  /** The fields of `request` that whoever reads it does not give. */
  readonly untold?: readonly string[];
  /** Where in `params` the values are; absent where they are written out. */
  readonly parameters?: ParameterRoot;
  /** Recursion: given by `expressions/index.ts`, so that no kind of expression imports another. */
  readonly lower: (expr: Expr, cx: Context) => Lowered;
}

/** Where a lowering stands: the names in sight, and how to go on. */
export class Context {
  readonly program: ProgramContext;
  readonly #meanings: ReadonlyMap<string, Lowered>;
  /** Names of CEL that loops around give. Loops side by side may use the same. */
  readonly #taken: ReadonlySet<string>;

  constructor(
    program: ProgramContext,
    meanings: ReadonlyMap<string, Lowered> = new Map(),
    taken: ReadonlySet<string> = new Set(),
  ) {
    this.program = program;
    this.#meanings = meanings;
    this.#taken = taken;
  }

  lower(expr: Expr): Lowered {
    return this.program.lower(expr, this);
  }

  meaning(local: string): Lowered | undefined {
    return this.#meanings.get(local);
  }

  with(local: string, meaning: Lowered): Context {
    return new Context(this.program, new Map([...this.#meanings, [local, meaning]]), this.#taken);
  }

  /** A loop's or let's name, and the context that sees it. */
  bind(binder: Binder, given: Lowered): { readonly variable: string; readonly cx: Context } {
    const variable = this.fresh(binder.name);
    const meaning =
      given.optional === undefined
        ? plain(name(variable), given.type)
        : optionalOf(
            name(variable),
            given.type,
            given.optional.valueType === undefined ? {} : unseenValue(name(variable)),
          );
    const meanings = new Map([...this.#meanings, [binder.name, meaning]]);
    return { variable, cx: new Context(this.program, meanings, new Set([...this.#taken, variable])) };
  }

  /** A name for a loop that nothing around has. */
  fresh(wanted: string): string {
    return celName(wanted, this.#taken);
  }

  has(feature: CelFeature): boolean {
    return hasCel(feature, this.program.minKubernetes);
  }

  /** Reports what CEL cannot say; what is returned never leaves the compiler. */
  refuse(expr: Pick<Expr, "span">, what: string, instead: string): Lowered {
    this.program.unsayable(expr.span, what, instead);
    return plain({ kind: "null" }, "dyn");
  }

  /** Refuses what only a newer Kubernetes can do. */
  needs(feature: CelFeature, expr: Pick<Expr, "span">, what: string): Lowered {
    return this.refuse(expr, ...since(feature, what));
  }
}
