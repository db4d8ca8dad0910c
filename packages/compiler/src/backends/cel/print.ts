import { isAssociative, strength, strengthOf } from "./precedence.js";
import { quote } from "./quote.js";
import type { Cel, CelEntry } from "./syntax.js";

const width = 84;

/** The text of an expression: on one line where it fits, else broken as people lay out CEL in YAML. */
export function print(cel: Cel): string {
  return layout(cel, 0, 0);
}

/** `outer` is the strength of what stands around; weaker expressions get parentheses. */
function layout(cel: Cel, outer: number, indent: number): string {
  const line = flat(cel, outer);
  if (indent + line.length <= width) return line;
  if (strengthOf(cel) < outer) return `(\n${pad(indent + 2)}${layout(cel, 0, indent + 2)}\n${pad(indent)})`;
  return broken(cel, indent);
}

function broken(cel: Cel, indent: number): string {
  switch (cel.kind) {
    case "choice":
      return brokenChoice(cel, indent);
    case "binary": {
      if (strengthOf(cel) === strength.relation)
        return `${layout(cel.left, strength.sum, indent)} ${cel.operator} ${layout(cel.right, strength.sum, indent)}`;
      const own = strengthOf(cel);
      const operands = operandsOf(cel, cel.operator).map((operand, position) =>
        layout(operand, position === 0 ? own : own + 1, indent),
      );
      return cel.operator === "+"
        ? filled(operands, indent)
        : operands.join(` ${cel.operator}\n${pad(indent)}`);
    }
    case "not":
      return `!${layout(cel.operand, strength.unary, indent)}`;
    case "negative":
      return `-${layout(cel.operand, strength.member, indent)}`;
    case "select":
      return `${layout(cel.of, strength.member, indent)}${member(cel)}`;
    case "index":
      return `${layout(cel.of, strength.member, indent)}[${cel.optional ? "?" : ""}${layout(cel.key, 0, indent)}]`;
    case "list":
      return block(
        "[",
        cel.items.map((item) => layout(item, 0, indent + 2)),
        "]",
        indent,
      );
    case "map":
      return block(
        "{",
        cel.entries.map((entry) => `${key(entry)}${layout(entry.value, 0, indent + 2)}`),
        "}",
        indent,
      );
    case "call":
      return brokenCall(cel, indent);
    default:
      return flat(cel, 0);
  }
}

/** `test ? value :` a line, so that a chain of them reads as a table; what is chosen last stands below. */
function brokenChoice({ test, then, else: last }: Extract<Cel, { kind: "choice" }>, indent: number): string {
  const line = `${flat(test, strength.or)} ? ${flat(then, strength.or)} :`;
  const first =
    indent + line.length <= width
      ? line
      : `${layout(test, strength.or, indent)} ?\n${pad(indent + 2)}${layout(then, strength.or, indent + 2)} :`;
  const rest = last.kind === "choice" ? brokenChoice(last, indent) : layout(last, strength.choice, indent);
  return `${first}\n${pad(indent)}${rest}`;
}

type Call = Extract<Cel, { kind: "call" }>;

/** `a.filter(x, …).map(x, …)`: one step a line, as soon as there are two. */
function brokenCall(cel: Call, indent: number): string {
  if (cel.on === undefined) return invocation(cel, indent);
  const { source, taken } = stepsOf(cel);
  const [only, second] = taken;
  if (only === undefined) return `${layout(cel.on, strength.member, indent)}.${invocation(cel, indent)}`;
  const head = layout(source, strength.member, indent);
  const column = only.args[0]?.kind === "name" ? lastLine(head, indent) : indent;
  if (second === undefined) return `${head}.${invocation(only, indent, column)}`;
  return `${head}${taken.map((step) => `\n${pad(indent + 2)}.${invocation(step, indent + 2)}`).join("")}`;
}

/** How far the last line of a text reaches that begins behind the indent. */
function lastLine(text: string, indent: number): number {
  const start = text.lastIndexOf("\n");
  return start < 0 ? indent + text.length : text.length - start - 1;
}

const steps: readonly string[] = [
  "filter",
  "map",
  "exists",
  "all",
  "join",
  "replace",
  "transformList",
  "transformMap",
  "transformMapEntry",
];

/** The steps at the end of a chain, and what they start from. */
function stepsOf(cel: Cel): { readonly source: Cel; readonly taken: readonly Call[] } {
  if (cel.kind !== "call" || cel.on === undefined || !steps.includes(cel.name))
    return { source: cel, taken: [] };
  const { source, taken } = stepsOf(cel.on);
  return { source, taken: [...taken, cel] };
}

/**
 * `name(args)` without what it is called on, which ends at this column; the names that a macro binds stay on the first
 * line.
 */
function invocation({ name, args }: Call, indent: number, column = indent): string {
  const line = `${name}(${args.map((arg) => flat(arg, 0)).join(", ")})`;
  if (column + line.length < width) return line;
  const [only, another] = args;
  if (another === undefined && (only?.kind === "list" || only?.kind === "map"))
    return `${name}(${broken(only, indent)})`;
  const first = args.findIndex((arg) => arg.kind !== "name");
  const bound = args.slice(0, Math.max(first, 0)).map((arg) => flat(arg, 0));
  const rest = args.slice(bound.length).map((arg) => layout(arg, 0, indent + 2));
  return block(`${name}(${bound.length === 0 ? "" : `${bound.join(", ")},`}`, rest, ")", indent);
}

/** Text is joined as prose is set: as many pieces on a line as fit. */
function filled(pieces: readonly string[], indent: number): string {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const fits =
      last !== undefined &&
      !last.includes("\n") &&
      !piece.includes("\n") &&
      indent + last.length + piece.length + 3 <= width;
    if (fits) lines.splice(-1, 1, `${last} + ${piece}`);
    else lines.push(piece);
  }
  return lines.join(` +\n${pad(indent)}`);
}

function block(open: string, lines: readonly string[], close: string, indent: number): string {
  if (lines.length === 0) return `${open}${close}`;
  return `${open}\n${lines.map((line) => `${pad(indent + 2)}${line}`).join(",\n")}\n${pad(indent)}${close}`;
}

/** `a + b + c` as its operands, however it is nested to the left. */
function operandsOf(cel: Cel, operator: string): readonly Cel[] {
  if (cel.kind !== "binary" || cel.operator !== operator) return [cel];
  const right = isAssociative(cel.operator) ? operandsOf(cel.right, operator) : [cel.right];
  return [...operandsOf(cel.left, operator), ...right];
}

function flat(cel: Cel, outer: number): string {
  const line = flatBare(cel);
  return strengthOf(cel) < outer ? `(${line})` : line;
}

/** What stands in the middle of what is broken into lines is asked for at each of them. */
const flatTexts = new WeakMap<Cel, string>();

function flatBare(cel: Cel): string {
  if (cel.kind === "name" || cel.kind === "number") return onOneLine(cel);
  const known = flatTexts.get(cel);
  if (known !== undefined) return known;
  const line = onOneLine(cel);
  flatTexts.set(cel, line);
  return line;
}

function onOneLine(cel: Cel): string {
  switch (cel.kind) {
    case "text":
      return quote(cel.value);
    case "number":
      return printNumber(cel.value, cel.double);
    case "boolean":
      return String(cel.value);
    case "null":
      return "null";
    case "name":
      return cel.name;
    case "select":
      return `${flat(cel.of, strength.member)}${member(cel)}`;
    case "index":
      return `${flat(cel.of, strength.member)}[${cel.optional ? "?" : ""}${flat(cel.key, 0)}]`;
    case "call":
      return `${cel.on === undefined ? "" : `${flat(cel.on, strength.member)}.`}${cel.name}(${cel.args.map((arg) => flat(arg, 0)).join(", ")})`;
    case "not":
      return `!${flat(cel.operand, strength.unary)}`;
    case "negative":
      return `-${flat(cel.operand, strength.member)}`;
    case "binary": {
      const own = strengthOf(cel);
      return operandsOf(cel, cel.operator)
        .map((operand, position) =>
          flat(operand, position === 0 && own !== strength.relation ? own : own + 1),
        )
        .join(` ${cel.operator} `);
    }
    case "choice":
      return `${flat(cel.test, strength.or)} ? ${flat(cel.then, strength.or)} : ${flat(cel.else, strength.choice)}`;
    case "list":
      return `[${cel.items.map((item) => flat(item, 0)).join(", ")}]`;
    case "map":
      return `{${cel.entries.map((entry) => `${key(entry)}${flat(entry.value, 0)}`).join(", ")}}`;
  }
}

function member(cel: Extract<Cel, { kind: "select" }>): string {
  return `${cel.optional ? ".?" : "."}${cel.name}`;
}

function key({ name, optional }: CelEntry): string {
  return `${optional ? "?" : ""}${typeof name === "string" ? quote(name) : flat(name, 0)}: `;
}

function printNumber(value: number, double: boolean): string {
  const digits = Object.is(value, -0) ? "0" : String(value);
  return double && Number.isInteger(value) && !digits.includes("e") ? `${digits}.0` : digits;
}

function pad(indent: number): string {
  return " ".repeat(indent);
}
