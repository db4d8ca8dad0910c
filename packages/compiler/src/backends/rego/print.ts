import type { Body, Infix, Literal, RegoModule, Rule, Term, Way } from "./syntax.js";
import { readBy } from "./walk.js";

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
const keywords = new Set([
  "as",
  "contains",
  "default",
  "else",
  "every",
  "false",
  "if",
  "import",
  "in",
  "not",
  "null",
  "package",
  "some",
  "true",
  "with",
]);
const widest = 110;

/** The module as text, laid out as `opa fmt` lays it out. */
export function printRego(module: RegoModule): string {
  return `${[`package ${module.package}`, ...module.rules.map(printRule)].join("\n\n")}\n`;
}

function printRule(rule: Rule): string {
  const comment =
    rule.comment === undefined
      ? ""
      : `${rule.comment
          .split("\n")
          .map((line) => `# ${line}`.trimEnd())
          .join("\n")}\n`;
  if (rule.kind === "contains")
    return `${comment}${rule.name} contains ${printTerm(rule.element)}${printIf(rule.body)}`;
  const head = rule.args.length === 0 ? rule.name : `${rule.name}(${rule.args.join(", ")})`;
  // Without values the ways are alternatives: a definition each.
  if (rule.ways.every((way) => way.value === undefined))
    return `${comment}${rule.ways.map((way) => `${alternativeHead(rule, way)}${printWay(way)}`).join("\n\n")}`;
  const [first, ...others] = rule.ways;
  if (first === undefined) return `${comment}${head}`;
  if (others.length === 0) return `${comment}${head}${printWay(first)}`;
  return `${comment}${head}${printBlock(first)}${others.map((way) => ` else${printBlock(way)}`).join("")}`;
}

/** Each definition names only the arguments that it reads. */
function alternativeHead({ name, args }: Extract<Rule, { kind: "function" }>, way: Way): string {
  const read = readBy([way]);
  return args.length === 0 ? name : `${name}(${args.map((arg) => (read.has(arg) ? arg : "_")).join(", ")})`;
}

function printWay(way: Way): string {
  return `${printValue(way)}${printIf(way.body)}`;
}

/** What a way gives; `true` goes without saying where a body asks for it. */
function printValue({ value, body }: Way): string {
  const isTrue = value?.kind === "scalar" && value.value === true;
  return value === undefined || (isTrue && body.length > 0) ? "" : ` := ${printTerm(value)}`;
}

/** A way of an `else` chain, which is laid out in blocks. */
function printBlock(way: Way): string {
  const head = printValue(way);
  return way.body.length === 0 ? head : `${head} if {\n${printBody(way.body, 1)}\n}`;
}

function printIf(body: Body): string {
  if (body.length === 0) return "";
  const [only, second] = body;
  if (only !== undefined && second === undefined)
    return isShort(only) ? ` if ${printLiteral(only, 0)}` : ` if {\n\t${printLiteral(only, 1)}\n}`;
  return ` if {\n${printBody(body, 1)}\n}`;
}

function isShort(literal: Literal): boolean {
  return literal.kind === "expr" && !printLiteral(literal, 0).includes("\n");
}

function printBody(body: Body, depth: number): string {
  return body.map((literal) => `${"\t".repeat(depth)}${printLiteral(literal, depth)}`).join("\n");
}

function printLiteral(literal: Literal, depth: number): string {
  switch (literal.kind) {
    case "expr":
      return `${literal.negated ? "not " : ""}${printStatement(literal.term, depth)}`;
    case "assign":
      return `${literal.name} := ${printTerm(literal.value, 0, depth)}`;
    case "some":
      return `some ${literal.key === undefined ? "" : `${literal.key}, `}${literal.name} in ${printTerm(literal.over, nested, depth)}`;
    case "every":
      return `every ${literal.key === undefined ? "" : `${literal.key}, `}${literal.name} in ${printTerm(literal.over, nested, depth)} {\n${printBody(literal.body, depth + 1)}\n${"\t".repeat(depth)}}`;
  }
}

function printTerm(term: Term, outer = 0, depth = 0): string {
  switch (term.kind) {
    case "scalar":
      return typeof term.value === "string" ? quote(term.value) : String(term.value);
    case "var":
      return term.name;
    case "ref":
      return `${printTerm(term.base, 9, depth)}${printKey(term.key, depth)}`;
    case "call":
      return enclosed(
        `${term.name}(`,
        term.args.map((arg) => (inner: number) => printTerm(arg, 0, inner)),
        ")",
        depth,
      );
    case "infix":
      return printInfix(term, outer, depth);
    case "array":
      return enclosed(
        "[",
        term.items.map((item) => (inner: number) => printTerm(item, 0, inner)),
        "]",
        depth,
      );
    case "set":
      return term.items.length === 0
        ? "set()"
        : enclosed(
            "{",
            term.items.map((item) => (inner: number) => printTerm(item, 0, inner)),
            "}",
            depth,
          );
    case "object":
      return enclosed(
        "{",
        term.entries.map(
          ([name, value]) =>
            (inner: number) =>
              `${quote(name)}: ${printTerm(value, 0, inner)}`,
        ),
        "}",
        depth,
      );
    case "comprehension":
      return printComprehension(
        term.into === "array" ? "[]" : "{}",
        printTerm(term.head, nested, depth),
        term.body,
        depth,
      );
    case "mapping":
      return printComprehension(
        "{}",
        `${printTerm(term.key, nested, depth)}: ${printTerm(term.value, nested, depth)}`,
        term.body,
        depth,
      );
  }
}

/** Items on one line, or each on its own where the line would be too long, or goes on after an item of several lines. */
function enclosed(
  open: string,
  items: readonly ((depth: number) => string)[],
  close: string,
  depth: number,
): string {
  const printed = items.map((item) => item(depth));
  const line = `${open}${printed.join(", ")}${close}`;
  const goesOn = printed.slice(0, -1).some((item) => item.includes("\n"));
  if ((line.length <= widest && !goesOn) || items.length < 2) return line;
  const indent = "\t".repeat(depth + 1);
  return `${open}\n${items.map((item) => `${indent}${item(depth + 1)},`).join("\n")}\n${"\t".repeat(depth)}${close}`;
}

/** How strongly an operator binds whose operands `opa fmt` puts in parentheses, needed or not. */
const nested = 10;

function printInfix(term: Extract<Term, { kind: "infix" }>, outer: number, depth: number): string {
  const text = `${printTerm(term.left, nested, depth)} ${term.operator} ${printTerm(term.right, nested, depth)}`;
  return strength[term.operator] < outer ? `(${text})` : text;
}

/** The two sides of a comparison that stands alone go without parentheses. */
function printStatement(term: Term, depth: number): string {
  if (term.kind !== "infix" || term.operator === "in") return printTerm(term, 0, depth);
  const own = strength[term.operator];
  return `${printTerm(term.left, own, depth)} ${term.operator} ${printTerm(term.right, own + 1, depth)}`;
}

function printKey(key: Term, depth: number): string {
  if (
    key.kind === "scalar" &&
    typeof key.value === "string" &&
    word.test(key.value) &&
    !keywords.has(key.value)
  )
    return `.${key.value}`;
  return `[${printTerm(key, 0, depth)}]`;
}

/**
 * On one line where its body is one line, otherwise as a block. A head that computes stands in parentheses: after an
 * operator OPA's parser reads `|` as the union of sets.
 */
function printComprehension(brackets: string, head: string, body: Body, depth: number): string {
  const [open, close] = [brackets.charAt(0), brackets.charAt(1)];
  const lines = body.map((literal) => printLiteral(literal, depth + 1));
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && !only.includes("\n"))
    return `${open}${head} | ${only}${close}`;
  const indent = "\t".repeat(depth + 1);
  return `${open}${head} |\n${lines.map((line) => `${indent}${line}`).join("\n")}\n${"\t".repeat(depth)}${close}`;
}

/** As `opa fmt` keeps it: JSON text, or raw where it has backslashes, as patterns do. */
function quote(text: string): string {
  return text.includes("\\") && !text.includes("`") && !/[\n\r\t]/.test(text)
    ? `\`${text}\``
    : JSON.stringify(text).replace(invisible, escaped);
}

/** Spaces that a reader cannot tell apart, and what OPA's parser refuses, such as a byte-order mark. */
const invisible = /[\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
