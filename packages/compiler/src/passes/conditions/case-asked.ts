import {
  type Call,
  type Collect,
  type Compare,
  type Expr,
  type Iteration,
  type Logic,
  literal,
  mapChildren,
  mapStream,
  type Quantify,
  type Stream,
  stringType,
} from "@policyc/ir";
import { KnownElements } from "../known/known-elements.js";
import {
  type Asked,
  both,
  cutAt,
  equalTo,
  holding,
  lettersInLowerCase,
  lettersInUpperCase,
  nothing,
  type Question,
} from "./asked-texts.js";
import { type ShownTexts, textsShown, withTextsShown } from "./shown-texts.js";

const cases = {
  "string.toLowerCase": { inAscii: "string.toLowerAscii", lettersIn: lettersInLowerCase },
  "string.toUpperCase": { inAscii: "string.toUpperAscii", lettersIn: lettersInUpperCase },
} as const;

/** Goes through an expression with what is asked of it, and puts its changes of case into ASCII where that is enough. */
export class CaseAsked {
  /** What is asked of what a name stands for. Names are unique in a body, and their readers are visited first. */
  readonly #asked = new Map<string, Asked>();
  readonly #known = new KnownElements();
  /** What tests before have shown to be one of a few texts. */
  #shown: ShownTexts = new Map();
  /** What functions ask of what they are given. */
  readonly #given: ReadonlyMap<string, readonly Asked[]>;

  constructor(given: ReadonlyMap<string, readonly Asked[]>) {
    this.#given = given;
  }

  stream(stream: Stream): Stream {
    if (stream.kind === "bind") {
      this.#known.named(stream.binder, stream.value);
      const body = this.stream(stream.body);
      return { ...stream, value: this.expression(stream.value, this.askedOf(stream.binder.name)), body };
    }
    if (stream.kind === "guard") {
      const when = this.expression(stream.when, "anything");
      return { ...stream, when, then: this.#where([stream.when, true], () => this.stream(stream.then)) };
    }
    if (stream.kind === "branch") {
      const test = this.expression(stream.test, "anything");
      const then = this.#where([stream.test, true], () => this.stream(stream.then));
      return {
        ...stream,
        test,
        then,
        else: this.#where([stream.test, false], () => this.stream(stream.else)),
      };
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

  askedOf(name: string): Asked {
    return this.#asked.get(name) ?? nothing;
  }

  /** What is done where a test has come out like this. */
  #where<Result>(decided: readonly [Expr, boolean], run: () => Result): Result {
    const before = this.#shown;
    this.#shown = withTextsShown(before, decided, this.#known);
    const result = run();
    this.#shown = before;
    return result;
  }

  expression(expr: Expr, wanted: Asked): Expr {
    const asked = wanted === "anything" ? equalTo(textsShown(expr, this.#shown)) : wanted;
    switch (expr.kind) {
      case "local":
        this.#asked.set(expr.name, both(this.askedOf(expr.name), asked));
        return expr;
      case "call":
        return this.#call(expr, asked);
      case "apply": {
        const given = this.#given.get(expr.function) ?? [];
        return { ...expr, args: expr.args.map((arg, at) => this.expression(arg, given[at] ?? "anything")) };
      }
      case "index":
        return {
          ...expr,
          of: this.expression(expr.of, expr.key.kind === "literal" ? asked : "anything"),
          key: this.expression(expr.key, equalTo(this.#known.keysIn(expr.of))),
        };
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
          then: this.#where([expr.test, true], () => this.expression(expr.then, asked)),
          else: this.#where([expr.test, false], () => this.expression(expr.else, asked)),
        };
      case "logic":
        return this.#logic(expr);
      case "let": {
        this.#known.named(expr.binder, expr.value);
        const body = this.expression(expr.body, asked);
        return { ...expr, value: this.expression(expr.value, this.askedOf(expr.binder.name)), body };
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

  /** Each operand is asked where those before it have not decided. */
  #logic(expr: Logic): Expr {
    const before = this.#shown;
    const operands = expr.operands.map((operand) => {
      const asked = this.expression(operand, "anything");
      this.#shown = withTextsShown(this.#shown, [operand, expr.operator === "and"], this.#known);
      return asked;
    });
    this.#shown = before;
    return { ...expr, operands };
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
      case "string.toLowerCase":
      case "string.toUpperCase": {
        const of = this.expression(first, "anything");
        const { inAscii, lettersIn } = cases[intrinsic];
        const letters = this.#letters(first, asked, lettersIn);
        if (letters === undefined) return { ...expr, args: [of] };
        return { ...expr, intrinsic: inAscii, args: [of, literal(letters, span)], type: stringType };
      }
      case "string.trim":
      case "list.slice":
      case "list.length": {
        // How many there are is asked where the text is cut.
        const others = expr.args.slice(1).map((one) => this.expression(one, "anything"));
        const ofFirst = intrinsic === "list.length" ? nothing : asked;
        return { ...expr, args: [this.expression(first, ofFirst), ...others] };
      }
      case "string.split":
      case "string.replaceAll":
      case "string.replaceFirst":
      case "string.replacePattern": {
        // Where it is cut is asked as well: what lies between is as it was.
        const others = expr.args.slice(1).map((one) => this.expression(one, "anything"));
        const cut = both(holding(cutAt(intrinsic, second)), asked);
        return { ...expr, args: [this.expression(first, cut), ...others] };
      }
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
      case "map.has":
      case "list.includes":
      case "set.has": {
        if (second === undefined) return expr;
        const texts = this.#known.textsIn(first) ?? this.#known.keysIn(first);
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

  /** Those outside of ASCII that matter: none in texts that are known, whatever is asked of them; nothing where any may. */
  #letters(of: Expr, asked: Asked, lettersIn: (asked: readonly Question[]) => string): string | undefined {
    if (asked !== "anything") return lettersIn(asked);
    return this.#known.texts(of) === undefined ? undefined : "";
  }

  /** What is asked of a list is asked of its elements. */
  #iteration(iteration: Iteration): Iteration {
    return { ...iteration, over: this.expression(iteration.over, this.askedOf(iteration.binder.name)) };
  }

  #quantify(expr: Quantify): Expr {
    this.#known.opened(expr.iteration);
    const where = this.expression(expr.where, "anything");
    return { ...expr, where, iteration: this.#iteration(expr.iteration) };
  }

  #collect(expr: Collect, asked: Asked): Expr {
    this.#known.opened(expr.iteration);
    const where = expr.where === undefined ? {} : { where: this.expression(expr.where, "anything") };
    const of = (): Expr => this.expression(expr.value, asked);
    const value = expr.where === undefined ? of() : this.#where([expr.where, true], of);
    return { ...expr, ...where, value, iteration: this.#iteration(expr.iteration) };
  }
}
