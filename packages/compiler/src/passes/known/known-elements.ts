import { type Binder, type Call, type Expr, type Iteration, isAsciiText } from "@policyc/ir";

/** What names stand for whose values are written out: `words` for a list, `word` for each of its elements. */
export class KnownElements {
  readonly #lists = new Map<string, readonly Expr[]>();
  readonly #elements = new Map<string, readonly Expr[]>();
  readonly #keys = new Map<string, readonly string[]>();

  named({ name }: Binder, value: Expr): void {
    const keys = this.#keysOf(value);
    if (keys !== undefined) this.#keys.set(name, keys);
    const elements = this.#elementsOf(value);
    if (elements !== undefined) this.#lists.set(name, elements);
  }

  opened({ binder, over }: Iteration): void {
    const elements = this.#elementsOf(over);
    if (elements !== undefined) this.#elements.set(binder.name, elements);
  }

  /** The texts that an expression may be, where all of them are known and in ASCII. */
  texts(expr: Expr): readonly string[] | undefined {
    return asciiTexts(this.#values(expr));
  }

  /** The same of the elements of a list or set. */
  textsIn(expr: Expr): readonly string[] | undefined {
    return asciiTexts(this.#elementsOf(expr));
  }

  /** The keys of an object or a `Map`, where all of them are known and in ASCII. */
  keysIn(expr: Expr): readonly string[] | undefined {
    const keys = this.#keysOf(expr);
    return keys?.every(isAsciiText) ? keys : undefined;
  }

  #keysOf(expr: Expr): readonly string[] | undefined {
    if (expr.kind === "local") return this.#keys.get(expr.name);
    return expr.kind === "record" ? expr.entries.map(({ name }) => name) : undefined;
  }

  #values(expr: Expr): readonly Expr[] | undefined {
    if (expr.kind === "local") return this.#elements.get(expr.name);
    const made = expr.kind === "call" ? textMadeBy(expr) : undefined;
    if (expr.kind === "call" && made !== undefined)
      return expr.args
        .slice(0, 1)
        .flatMap((arg) => this.#values(arg) ?? arg)
        .map((one) => ofText(one, made));
    if (expr.kind !== "field") return [expr];
    return this.#values(expr.of)?.flatMap((one) =>
      one.kind === "record" ? (one.entries.find(({ name }) => name === expr.name)?.value ?? []) : one,
    );
  }

  #elementsOf(expr: Expr): readonly Expr[] | undefined {
    if (expr.kind === "call" && expr.intrinsic === "set.of")
      return expr.args[0] === undefined ? undefined : this.#elementsOf(expr.args[0]);
    if (expr.kind === "local") return this.#lists.get(expr.name);
    return expr.kind === "list" && expr.items.every(({ spread }) => !spread)
      ? expr.items.map(({ value }) => value)
      : undefined;
  }
}

/** What a call makes of a text in ASCII. */
function textMadeBy({ intrinsic, args }: Call): ((text: string) => string) | undefined {
  if (intrinsic === "string.toLowerCase") return (text) => text.toLowerCase();
  if (intrinsic === "string.toUpperCase") return (text) => text.toUpperCase();
  if (intrinsic !== "string.slice") return undefined;
  const [start, end] = args.slice(1).map((arg) => (arg.kind === "literal" ? Number(arg.value) : Number.NaN));
  const isKnown = [start, end].every((position) => position === undefined || Number.isInteger(position));
  return isKnown ? (text) => text.slice(start, end) : undefined;
}

/** What is no text that is known stays what it is: nobody knows what is made of that. */
function ofText(expr: Expr, made: (text: string) => string): Expr {
  const isKnown = expr.kind === "literal" && typeof expr.value === "string" && isAsciiText(expr.value);
  return isKnown ? { ...expr, value: made(String(expr.value)) } : expr;
}

function asciiTexts(values: readonly Expr[] | undefined): readonly string[] | undefined {
  const texts = values?.flatMap((one) =>
    one.kind === "literal" && typeof one.value === "string" ? [one.value] : [],
  );
  if (texts === undefined || texts.length < (values?.length ?? 0) || texts.length === 0) return undefined;
  return texts.every(isAsciiText) ? texts : undefined;
}
