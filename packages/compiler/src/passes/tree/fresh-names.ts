import {
  type Binder,
  bindingsIn,
  bindingsInStream,
  type Expr,
  type FunctionIR,
  type Iteration,
  mapChildren,
  mapStream,
  numbered,
  type Policy,
  type Stream,
  unnumbered,
} from "@policyc/ir";

/** Hands out names. */
export interface Names {
  readonly unique: (wanted: string) => string;
}

/** The names that a policy and its functions bind; new ones are the wanted name, with a number where it is taken. */
export class FreshNames implements Names {
  readonly #policy: Policy;
  /** Found when a name is wanted: most passes find nothing to name. */
  #taken: Set<string> | undefined;

  private constructor(policy: Policy) {
    this.#policy = policy;
  }

  static of(policy: Policy): FreshNames {
    return new FreshNames(policy);
  }

  unique(wanted: string): string {
    this.#taken ??= boundIn(this.#policy);
    const taken = this.#taken;
    const name = numbered(unnumbered(wanted), (one) => taken.has(one));
    taken.add(name);
    return name;
  }
}

function boundIn({ functions, body }: Policy): Set<string> {
  const inFunctions = functions.flatMap(bindersOf);
  const inBody = bindingsInStream(body).map(({ binder }) => binder);
  return new Set([...inFunctions, ...inBody].map(({ name }) => name));
}

/** A function that is put into another must not bind a name of that one, which its arguments read. */
function bindersOf({ params, body }: FunctionIR): readonly Binder[] {
  const bound = body.kind === "value" ? bindingsIn(body.value) : bindingsInStream(body.stream);
  return [...params, ...bound.map(({ binder }) => binder)];
}

/** A copy in which every binder has a name of its own, for a body that is used at one more place. */
export class Renaming {
  readonly #names: Names;
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(names: Names, renamed: ReadonlyMap<string, string> = new Map()) {
    this.#names = names;
    this.#renamed = renamed;
  }

  with(binder: Binder): { readonly binder: Binder; readonly inner: Renaming } {
    const name = this.#names.unique(binder.name);
    return {
      binder: { ...binder, name },
      inner: new Renaming(this.#names, new Map([...this.#renamed, [binder.name, name]])),
    };
  }

  expression(expr: Expr): Expr {
    switch (expr.kind) {
      case "local":
        return { ...expr, name: this.#renamed.get(expr.name) ?? expr.name };
      case "let": {
        const { binder, inner } = this.with(expr.binder);
        return { ...expr, binder, value: this.expression(expr.value), body: inner.expression(expr.body) };
      }
      case "quantify": {
        const { iteration, inner } = this.iteration(expr.iteration);
        return { ...expr, iteration, where: inner.expression(expr.where) };
      }
      case "collect": {
        const { iteration, inner } = this.iteration(expr.iteration);
        const where = expr.where === undefined ? {} : { where: inner.expression(expr.where) };
        const mapKey = expr.mapKey === undefined ? {} : { mapKey: inner.expression(expr.mapKey) };
        return { ...expr, iteration, ...where, ...mapKey, value: inner.expression(expr.value) };
      }
      default:
        return mapChildren(expr, (child) => this.expression(child));
    }
  }

  stream(stream: Stream): Stream {
    if (stream.kind === "bind") {
      const { binder, inner } = this.with(stream.binder);
      return { ...stream, binder, value: this.expression(stream.value), body: inner.stream(stream.body) };
    }
    if (stream.kind === "each") {
      const { iteration, inner } = this.iteration(stream.iteration);
      return { ...stream, iteration, body: inner.stream(stream.body) };
    }
    return mapStream(
      stream,
      (expr) => this.expression(expr),
      (child) => this.stream(child),
    );
  }

  iteration(iteration: Iteration): { readonly iteration: Iteration; readonly inner: Renaming } {
    const over = this.expression(iteration.over);
    const withBinder = this.with(iteration.binder);
    if (iteration.key === undefined)
      return { iteration: { over, binder: withBinder.binder }, inner: withBinder.inner };
    const withKey = withBinder.inner.with(iteration.key);
    return { iteration: { over, binder: withBinder.binder, key: withKey.binder }, inner: withKey.inner };
  }
}
