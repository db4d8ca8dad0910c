import {
  type Call,
  type Collect,
  type Compare,
  type Expr,
  type FunctionIR,
  type Iteration,
  literal,
  mapChildren,
  mapStream,
  type Quantify,
  type Stream,
  stringType,
} from "@policyc/ir";
import { KnownElements } from "../known/known-elements.js";
import type { Pass } from "../tree/pass.js";

/**
 * `text.toLowerCase()` of which only texts in ASCII are asked, as in `value.toLowerCase() === "true"`, needs no more than
 * ASCII in lower case, which is all that CEL has, and all that OPA has in common with JavaScript. Two letters outside of it have such a letter in lower case: the Kelvin
 * sign, and İ, which becomes i with a dot above (Unicode, SpecialCasing.txt). The same of upper case, where there are more.
 */
export const asciiCase: Pass = {
  name: "ascii-case",
  concerns: ["string.toLowerCase", "string.toUpperCase"],
  run: (policy) => ({
    ...policy,
    functions: policy.functions.map((fn) => ({ ...fn, body: ofFunction(fn.body) })),
    body: new AsciiCase().stream(policy.body),
  }),
};

/** What a function gives may be asked anything, and so may what it is given. */
function ofFunction(body: FunctionIR["body"]): FunctionIR["body"] {
  const cases = new AsciiCase();
  return body.kind === "value"
    ? { ...body, value: cases.expression(body.value, "anything") }
    : { ...body, stream: cases.stream(body.stream) };
}

/** What is asked of a text: anything, or whether it is one of these, or where it holds one. */
type Asked = "anything" | readonly Question[];

interface Question {
  readonly text: string;
  readonly isWhole: boolean;
}

const nothing: Asked = [];

class AsciiCase {
  /** What is asked of what a name stands for. Names are unique in a body, and their readers are visited first. */
  readonly #asked = new Map<string, Asked>();
  readonly #known = new KnownElements();

  stream(stream: Stream): Stream {
    if (stream.kind === "bind") {
      this.#known.named(stream.binder, stream.value);
      const body = this.stream(stream.body);
      return { ...stream, value: this.expression(stream.value, this.#of(stream.binder.name)), body };
    }
    if (stream.kind === "each") {
      this.#known.opened(stream.iteration);
      const body = this.stream(stream.body);
      return { ...stream, iteration: this.#iteration(stream.iteration), body };
    }
    return mapStream(
      stream,
      (expr) => this.expression(expr, "anything"),
      (child) => this.stream(child),
    );
  }

  #of(name: string): Asked {
    return this.#asked.get(name) ?? nothing;
  }

  expression(expr: Expr, asked: Asked): Expr {
    switch (expr.kind) {
      case "local":
        this.#asked.set(expr.name, both(this.#of(expr.name), asked));
        return expr;
      case "call":
        return this.#call(expr, asked);
      case "compare":
        return this.#compare(expr);
      case "present":
        return { ...expr, of: this.expression(expr.of, nothing) };
      case "coalesce":
        return {
          ...expr,
          of: this.expression(expr.of, asked),
          fallback: this.expression(expr.fallback, asked),
        };
      case "conditional":
        return {
          ...expr,
          test: this.expression(expr.test, "anything"),
          then: this.expression(expr.then, asked),
          else: this.expression(expr.else, asked),
        };
      case "let": {
        this.#known.named(expr.binder, expr.value);
        const body = this.expression(expr.body, asked);
        return { ...expr, value: this.expression(expr.value, this.#of(expr.binder.name)), body };
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
    return mapChildren(expr, (child) => this.expression(child, "anything"));
  }

  #compare(expr: Compare): Expr {
    if (expr.operator !== "==" && expr.operator !== "!=") return this.#others(expr);
    const { left, right } = expr;
    return {
      ...expr,
      left: this.expression(left, equalTo(this.#known.texts(right))),
      right: this.expression(right, equalTo(this.#known.texts(left))),
    };
  }

  #call(expr: Call, asked: Asked): Expr {
    const { intrinsic, args, span } = expr;
    const [first, second] = args;
    if (first === undefined) return expr;
    switch (intrinsic) {
      case "string.toLowerCase": {
        const of = this.expression(first, "anything");
        if (asked === "anything") return { ...expr, args: [of] };
        const letters = literal(lettersInLowerCase(asked), span);
        return { ...expr, intrinsic: "string.toLowerAscii", args: [of, letters], type: stringType };
      }
      case "string.toUpperCase": {
        const of = this.expression(first, "anything");
        if (asked === "anything") return { ...expr, args: [of] };
        const letters = literal(lettersInUpperCase(asked), span);
        return { ...expr, intrinsic: "string.toUpperAscii", args: [of, letters], type: stringType };
      }
      case "string.trim":
        return { ...expr, args: [this.expression(first, asked)] };
      case "string.startsWith":
      case "string.endsWith":
      case "string.includes":
        return second === undefined
          ? this.#others(expr)
          : {
              ...expr,
              args: [
                this.expression(first, holding(this.#known.texts(second))),
                this.expression(second, "anything"),
              ],
            };
      case "list.includes":
      case "set.has": {
        if (second === undefined) return expr;
        const texts = this.#known.textsIn(first);
        if (texts !== undefined) return { ...expr, args: [first, this.expression(second, equalTo(texts))] };
        const equal = intrinsic === "list.includes" ? equalTo(this.#known.texts(second)) : "anything";
        return {
          ...expr,
          args: [this.expression(first, equal), this.expression(second, "anything")],
        };
      }
      default:
        return this.#others(expr);
    }
  }

  /** What is asked of a list is asked of its elements. */
  #iteration(iteration: Iteration): Iteration {
    return { ...iteration, over: this.expression(iteration.over, this.#of(iteration.binder.name)) };
  }

  #quantify(expr: Quantify): Expr {
    this.#known.opened(expr.iteration);
    const where = this.expression(expr.where, "anything");
    return { ...expr, where, iteration: this.#iteration(expr.iteration) };
  }

  #collect(expr: Collect, asked: Asked): Expr {
    this.#known.opened(expr.iteration);
    const where = expr.where === undefined ? {} : { where: this.expression(expr.where, "anything") };
    const value = this.expression(expr.value, asked);
    return { ...expr, ...where, value, iteration: this.#iteration(expr.iteration) };
  }
}

function both(one: Asked, other: Asked): Asked {
  return one === "anything" || other === "anything" ? "anything" : [...one, ...other];
}

function equalTo(texts: readonly string[] | undefined): Asked {
  return texts?.map((text) => ({ text, isWhole: true })) ?? "anything";
}

function holding(texts: readonly string[] | undefined): Asked {
  return texts?.map((text) => ({ text, isWhole: false })) ?? "anything";
}

/**
 * `i` where it may be part of a text, `I` where it is asked for the whole: a text with a dot above is equal to none in ASCII,
 * but OPA forgets the dot.
 */
function lettersInLowerCase(asked: readonly Question[]): string {
  const withI = asked.filter(({ text }) => text.includes("i"));
  const isPart = withI.some(({ isWhole }) => !isWhole);
  const kelvin = asked.some(({ text }) => text.includes("k"));
  return `${isPart ? "i" : withI.length > 0 ? "I" : ""}${kelvin ? "k" : ""}`;
}

/** Letters outside of ASCII that have letters of it in upper case, as `ß` has `SS` (Unicode, SpecialCasing.txt). */
const withAsciiInUpperCase = [
  ..."\u00df\u0131\u0149\u017f\u01f0\u1e96\u1e97\u1e98\u1e99\u1e9a\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06",
];

function lettersInUpperCase(asked: readonly Question[]): string {
  const isAsked = (letter: string): boolean => {
    const upper = letter.toUpperCase();
    return asked.some(({ text, isWhole }) =>
      isWhole ? text.includes(upper) : [...upper].some((one) => text.includes(one)),
    );
  };
  return withAsciiInUpperCase.filter(isAsked).join("");
}
