import type { Body, Infix, Literal, Term } from "../syntax.js";
import { keywords } from "./keywords.js";
import { withoutLeadingMinus } from "./leading-minus.js";
import { quote, quotePattern } from "./quote.js";

/** How far a text is indented, and how wide a term may be before its parts stand on lines of their own. */
export interface Layout {
  readonly depth: number;
  readonly width: number;
}

/** What a line may hold at most, by OPA's style guide. */
const longest = 120;
const widths = [110, 90, 70, 50] as const;

/** The widest layout of which every line is short enough; the first one where texts that cannot be broken are too long. */
export function fitting(print: (width: number) => string): string {
  const texts = widths.map((width) => () => print(width));
  for (const text of texts) {
    const printed = text();
    if (printed.split("\n").every((line) => line.length <= longest)) return printed;
  }
  return print(widths[0]);
}

/** Whether a text stands on one line that is short enough. */
export function isOneLine(text: string): boolean {
  return !text.includes("\n") && text.length <= longest;
}

const strength: Readonly<Record<Infix, number>> = {
  in: 1,
  "==": 2,
  "!=": 2,
  "<": 2,
  "<=": 2,
  ">": 2,
  ">=": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "%": 4,
};
const word = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The lines of a body, each laid out by itself. */
export function printBody(body: Body, depth: number): string {
  return body.map((literal) => fitting((width) => indented(literal, { depth, width }))).join("\n");
}

function indented(literal: Literal, layout: Layout): string {
  return `${"\t".repeat(layout.depth)}${printLiteral(literal, layout)}`;
}

export function printLiteral(literal: Literal, layout: Layout): string {
  switch (literal.kind) {
    case "expr":
      return literal.negated
        ? `not ${printStatement(literal.term, layout)}`
        : printStatement(withoutLeadingMinus(literal.term), layout);
    case "assign":
      return `${literal.name} := ${printTerm(literal.value, layout)}`;
    case "some":
      return `some ${bound(literal)} in ${printTerm(literal.over, layout, nested)}`;
    case "every":
      return `every ${bound(literal)} in ${printTerm(literal.over, layout, nested)} {\n${printBody(literal.body, layout.depth + 1)}\n${"\t".repeat(layout.depth)}}`;
  }
}

function bound({ key, name }: Extract<Literal, { kind: "some" | "every" }>): string {
  return key === undefined ? name : `${key}, ${name}`;
}

export function printTerm(term: Term, layout: Layout, outer = 0): string {
  const item = (of: Term) => (inner: Layout) => printTerm(of, inner);
  switch (term.kind) {
    case "scalar":
      return typeof term.value === "string" ? quote(term.value) : String(term.value);
    case "var":
      return term.name;
    case "ref":
      return `${printTerm(term.base, layout, nested)}${printKey(term.key, layout)}`;
    case "call":
      return enclosed([`${term.name}(`, ")"], term.args.map(argument(term, item)), layout);
    case "infix":
      return printInfix(term, layout, outer);
    case "array":
      return enclosed(["[", "]"], term.items.map(item), layout);
    case "set":
      return term.items.length === 0 ? "set()" : enclosed(["{", "}"], term.items.map(item), layout);
    case "object": {
      const entries = term.entries.map(
        ([name, value]) =>
          (inner: Layout) =>
            `${quote(name)}: ${printTerm(value, inner)}`,
      );
      return enclosed(["{", "}"], entries, layout);
    }
    case "comprehension": {
      const brackets = term.into === "array" ? (["[", "]"] as const) : (["{", "}"] as const);
      const head = printTerm(term.head, layout, nested);
      return printComprehension(brackets, { head, body: term.body }, layout);
    }
    case "mapping": {
      const entry = `${printTerm(term.key, layout, nested)}: ${printTerm(term.value, layout, nested)}`;
      return printComprehension(["{", "}"], { head: entry, body: term.body }, layout);
    }
  }
}

type PrintTerm = (term: Term) => (layout: Layout) => string;

/** The arguments of a call; a pattern is quoted as one. */
function argument(
  { name }: Extract<Term, { kind: "call" }>,
  print: PrintTerm,
): (term: Term, position: number) => (layout: Layout) => string {
  const pattern = !name.startsWith("regex.") ? -1 : name === "regex.replace" ? 1 : 0;
  return (term, position) =>
    position === pattern && term.kind === "scalar" && typeof term.value === "string"
      ? constantly(quotePattern(term.value))
      : print(term);
}

const constantly = (text: string) => (): string => text;

type Brackets = readonly [open: string, close: string];

/** Items on one line, or each on its own where the line would be too long, or goes on after an item of several lines. */
function enclosed(
  [open, close]: Brackets,
  items: readonly ((layout: Layout) => string)[],
  layout: Layout,
): string {
  const printed = items.map((item) => item(layout));
  const line = `${open}${printed.join(", ")}${close}`;
  const goesOn = printed.slice(0, -1).some((item) => item.includes("\n"));
  if ((line.length <= layout.width && !goesOn) || items.length < 2) return line;
  const inner = { ...layout, depth: layout.depth + 1 };
  const indent = "\t".repeat(inner.depth);
  return `${open}\n${items.map((item) => `${indent}${item(inner)},`).join("\n")}\n${"\t".repeat(layout.depth)}${close}`;
}

/** How strongly an operator binds whose operands `opa fmt` puts in parentheses, needed or not. */
const nested = 10;

function printInfix(term: Extract<Term, { kind: "infix" }>, layout: Layout, outer: number): string {
  const text = `${printTerm(term.left, layout, nested)} ${term.operator} ${printTerm(term.right, layout, nested)}`;
  return strength[term.operator] < outer ? `(${text})` : text;
}

/** The two sides of a comparison that stands alone go without parentheses. */
function printStatement(term: Term, layout: Layout): string {
  if (term.kind !== "infix" || term.operator === "in") return printTerm(term, layout);
  const own = strength[term.operator];
  return `${printTerm(term.left, layout, own)} ${term.operator} ${printTerm(term.right, layout, own + 1)}`;
}

function printKey(key: Term, layout: Layout): string {
  if (
    key.kind === "scalar" &&
    typeof key.value === "string" &&
    word.test(key.value) &&
    !keywords.has(key.value)
  )
    return `.${key.value}`;
  return `[${printTerm(key, layout)}]`;
}

/**
 * On one line where its body is one line and there is room, otherwise as a block. A head that computes stands in
 * parentheses: after an operator OPA's parser reads `|` as the union of sets.
 */
function printComprehension(
  [open, close]: Brackets,
  { head, body }: { readonly head: string; readonly body: Body },
  layout: Layout,
): string {
  const inner = { ...layout, depth: layout.depth + 1 };
  const [only, second] = body;
  if (only !== undefined && second === undefined) {
    const line = `${open}${head} | ${printLiteral(only, inner)}${close}`;
    if (line.length <= layout.width && !line.includes("\n")) return line;
  }
  const lines = body.map((literal) => `\n${indented(literal, inner)}`);
  return `${open}${head} |${lines.join("")}\n${"\t".repeat(layout.depth)}${close}`;
}
