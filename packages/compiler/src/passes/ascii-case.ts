import {
  type Call,
  type Collect,
  type Compare,
  type Expr,
  expressionsInStream,
  type Iteration,
  literal,
  mapChildren,
  mapStream,
  type Quantify,
  type Stream,
  stringType,
} from "@policyc/ir";
import { KnownElements } from "./known-elements.js";
import type { Pass } from "./pass.js";

/**
 * `text.toLowerCase()` of which only texts in ASCII are asked, as in `value.toLowerCase() === "true"`, needs no more than
 * ASCII in lower case, which is all that CEL has. Two letters outside of it have such a letter in lower case: the Kelvin
 * sign, and İ, which becomes i with a dot above (Unicode, SpecialCasing.txt).
 */
export const asciiCase: Pass = {
  name: "ascii-case",
  run: (policy) =>
    expressionsInStream(policy.body).some(isLowerCase)
      ? { ...policy, body: new AsciiCase().stream(policy.body) }
      : policy,
};

function isLowerCase(expr: Expr): boolean {
  return expr.kind === "call" && expr.intrinsic === "string.toLowerCase";
}

/** What is asked of a text: anything, or whether and where it holds texts with these of the two letters. */
type Asked = "anything" | ReadonlySet<"k" | "i">;

const nothing: Asked = new Set();

class AsciiCase {
  /** What is asked of what a name stands for. Names are unique in a body, and their readers are visited first. */
  readonly #asked = new Map<string, Asked>();
  readonly #known = new KnownElements();

  stream(stream: Stream): Stream {
    if (stream.kind === "bind") {
      this.#known.named(stream.binder, stream.value);
      const body = this.stream(stream.body);
      return { ...stream, value: this.#expression(stream.value, this.#of(stream.binder.name)), body };
    }
    if (stream.kind === "each") {
      this.#known.opened(stream.iteration);
      const body = this.stream(stream.body);
      return { ...stream, iteration: this.#iteration(stream.iteration), body };
    }
    return mapStream(
      stream,
      (expr) => this.#expression(expr, "anything"),
      (child) => this.stream(child),
    );
  }

  #of(name: string): Asked {
    return this.#asked.get(name) ?? nothing;
  }

  #expression(expr: Expr, asked: Asked): Expr {
    switch (expr.kind) {
      case "local":
        this.#asked.set(expr.name, both(this.#of(expr.name), asked));
        return expr;
      case "call":
        return this.#call(expr, asked);
      case "compare":
        return this.#compare(expr);
      case "present":
        return { ...expr, of: this.#expression(expr.of, nothing) };
      case "coalesce":
        return {
          ...expr,
          of: this.#expression(expr.of, asked),
          fallback: this.#expression(expr.fallback, asked),
        };
      case "conditional":
        return {
          ...expr,
          test: this.#expression(expr.test, "anything"),
          then: this.#expression(expr.then, asked),
          else: this.#expression(expr.else, asked),
        };
      case "let": {
        this.#known.named(expr.binder, expr.value);
        const body = this.#expression(expr.body, asked);
        return { ...expr, value: this.#expression(expr.value, this.#of(expr.binder.name)), body };
      }
      case "quantify":
        return this.#quantify(expr);
      case "collect":
        return expr.into === "map" ? this.#others(expr) : this.#collect(expr, asked);
      default:
        return this.#others(expr);
    }
  }

  #others(expr: Expr): Expr {
    return mapChildren(expr, (child) => this.#expression(child, "anything"));
  }

  #compare(expr: Compare): Expr {
    if (expr.operator !== "==" && expr.operator !== "!=") return this.#others(expr);
    const { left, right } = expr;
    return {
      ...expr,
      left: this.#expression(left, equalTo(this.#known.texts(right))),
      right: this.#expression(right, equalTo(this.#known.texts(left))),
    };
  }

  #call(expr: Call, asked: Asked): Expr {
    const { intrinsic, args, span } = expr;
    const [first, second] = args;
    if (first === undefined) return expr;
    switch (intrinsic) {
      case "string.toLowerCase": {
        const of = this.#expression(first, "anything");
        if (asked === "anything") return { ...expr, args: [of] };
        const letters = literal([...asked].sort().join(""), span);
        return { ...expr, intrinsic: "string.toLowerAscii", args: [of, letters], type: stringType };
      }
      case "string.trim":
        return { ...expr, args: [this.#expression(first, asked)] };
      case "string.startsWith":
      case "string.endsWith":
      case "string.includes":
        return second === undefined
          ? this.#others(expr)
          : {
              ...expr,
              args: [
                this.#expression(first, holding(this.#known.texts(second))),
                this.#expression(second, "anything"),
              ],
            };
      case "list.includes":
      case "set.has": {
        if (second === undefined) return expr;
        const texts = this.#known.textsIn(first);
        if (texts !== undefined) return { ...expr, args: [first, this.#expression(second, equalTo(texts))] };
        const equal = intrinsic === "list.includes" ? equalTo(this.#known.texts(second)) : "anything";
        return {
          ...expr,
          args: [this.#expression(first, equal), this.#expression(second, "anything")],
        };
      }
      default:
        return this.#others(expr);
    }
  }

  /** What is asked of a list is asked of its elements. */
  #iteration(iteration: Iteration): Iteration {
    return { ...iteration, over: this.#expression(iteration.over, this.#of(iteration.binder.name)) };
  }

  #quantify(expr: Quantify): Expr {
    this.#known.opened(expr.iteration);
    const where = this.#expression(expr.where, "anything");
    return { ...expr, where, iteration: this.#iteration(expr.iteration) };
  }

  #collect(expr: Collect, asked: Asked): Expr {
    this.#known.opened(expr.iteration);
    const where = expr.where === undefined ? {} : { where: this.#expression(expr.where, "anything") };
    const value = this.#expression(expr.value, asked);
    return { ...expr, ...where, value, iteration: this.#iteration(expr.iteration) };
  }
}

function both(one: Asked, other: Asked): Asked {
  return one === "anything" || other === "anything" ? "anything" : new Set([...one, ...other]);
}

/** A text with a dot above is equal to none in ASCII. */
function equalTo(texts: readonly string[] | undefined): Asked {
  if (texts === undefined) return "anything";
  return new Set(texts.some((text) => text.includes("k")) ? ["k"] : []);
}

function holding(texts: readonly string[] | undefined): Asked {
  if (texts === undefined) return "anything";
  return new Set((["k", "i"] as const).filter((letter) => texts.some((text) => text.includes(letter))));
}
