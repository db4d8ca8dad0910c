import {
  type Bind,
  type Binder,
  type Collect,
  type Each,
  type Expr,
  expressionsIn,
  expressionsInPolicy,
  type Policy,
  type Stream,
  substitute,
} from "@policyc/ir";
import { withNamedFields } from "../names/name-fields.js";
import { FreshNames, Renaming } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { rewriteStream } from "../tree/rewrite.js";

/**
 * A loop that says one thing of records which are made for it, out of a few lists, is a loop over each of these lists:
 * in Rego a rule for each. No record is made, and none put together with others.
 */
export const loopForEachList: Pass = {
  name: "loop-for-each-list",
  run: (policy) => ({ ...policy, body: new Loops(policy).stream(policy.body) }),
};

/** More are easier to read as one. */
const few = 4;

class Loops {
  readonly #policy: Policy;
  readonly #names: FreshNames;
  readonly #calls = new Map<string, number>();

  constructor(policy: Policy) {
    this.#policy = policy;
    this.#names = FreshNames.of(policy);
    for (const expr of expressionsInPolicy(policy))
      if (expr.kind === "apply") this.#calls.set(expr.function, (this.#calls.get(expr.function) ?? 0) + 1);
  }

  stream(stream: Stream): Stream {
    return rewriteStream(stream, { stream: (inner) => (inner.kind === "each" ? this.#split(inner) : inner) });
  }

  #split(each: Each): Stream {
    const { iteration, body, span } = each;
    if (iteration.key !== undefined || iteration.over.kind !== "apply" || !isShort(body)) return each;
    const items = this.#loops(iteration.over, iteration.binder, body);
    if (items === undefined || items.length < 2 || items.length > few) return each;
    if (items.some((item) => isOver(item, iteration.binder))) return each;
    return { kind: "sequence", items: items.map((item) => new Renaming(this.#names).stream(item)), span };
  }

  /** The loops over what the elements are made of; nothing where one of them is kept as a whole. */
  #loops(over: Expr, binder: Binder, body: Stream): readonly Stream[] | undefined {
    if (over.kind === "apply") {
      const made = this.#madeBy(over);
      return made === undefined ? [loopOver(over, binder, body)] : this.#loops(made, binder, body);
    }
    if (over.kind === "list") {
      const loops = over.items.map(({ spread, value }) =>
        spread ? this.#loops(value, binder, body) : undefined,
      );
      return loops.some((loop) => loop === undefined) ? undefined : loops.flatMap((loop) => loop ?? []);
    }
    if (over.kind === "let")
      return this.#loops(substitute(over.body, new Map([[over.binder.name, over.value]])), binder, body);
    if (over.kind !== "collect") return [loopOver(over, binder, body)];
    const turn = isPlain(over) ? this.#turn(over, binder, body) : undefined;
    if (turn === undefined) return undefined;
    const { iteration, where, span } = over;
    const then: Stream = where === undefined ? turn : { kind: "guard", when: where, then: turn, span };
    return this.#loops(iteration.over, iteration.binder, then);
  }

  #turn({ value, iteration, span }: Collect, binder: Binder, body: Stream): Stream | undefined {
    const bind: Bind = { kind: "bind", binder, value, body, span };
    const isFiltered = value.kind === "local" && value.name === iteration.binder.name;
    return isFiltered ? bind : withNamedFields(bind, this.#names);
  }

  /** What a function gives that is called here alone. */
  #madeBy({ function: name, args }: Extract<Expr, { kind: "apply" }>): Expr | undefined {
    const fn = this.#policy.functions.find((one) => one.name === name);
    if (fn?.body.kind !== "value" || this.#calls.get(name) !== 1) return undefined;
    return substitute(
      fn.body.value,
      new Map(
        fn.params.flatMap((param, position) => {
          const arg = args[position];
          return arg === undefined ? [] : [[param.name, arg] as const];
        }),
      ),
    );
  }
}

/** `xs.filter(…).map(…)`. */
function isPlain({ into, flatten, iteration }: Collect): boolean {
  return into === "list" && !flatten && iteration.key === undefined;
}

/** Are the elements of a list what is read, and not made of them? */
function isOver(stream: Stream, { name }: Binder): boolean {
  return stream.kind === "each" && stream.iteration.binder.name === name;
}

function loopOver(over: Expr, binder: Binder, body: Stream): Stream {
  return { kind: "each", iteration: { over, binder }, body, span: over.span };
}

/** One message behind a few questions: no name, and no pattern, would be repeated with them. */
function isShort(body: Stream): boolean {
  if (body.kind === "guard") return !hasPattern(body.when) && isShort(body.then);
  return body.kind === "violation";
}

function hasPattern(expr: Expr): boolean {
  return expressionsIn(expr).some((one) => one.kind === "call" && one.intrinsic === "string.matches");
}
