import type { BinaryOperator, Cel } from "./syntax.js";

const strength: Readonly<Record<BinaryOperator, number>> = {
  "||": 2,
  "&&": 3,
  "==": 4,
  "!=": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  in: 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};
const member = 8;
const widest = 100;
const word = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Words that cannot follow a dot; the reserved ones of other languages can. */
const keywords = new Set(["true", "false", "null", "in"]);

/** The expression as text, over several lines where it is long. */
export function printCel(node: Cel): string {
  return print(node, 0, 0);
}

function print(node: Cel, outer: number, depth: number): string {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string" ? quote(node.value) : number(node);
    case "ident":
      return node.name;
    case "select":
      return selection(node, depth);
    case "index":
      return `${print(node.of, member, depth)}[${node.optional ? "?" : ""}${print(node.key, 0, depth)}]`;
    case "call":
      return `${node.name}${args(node.args, depth)}`;
    case "method":
      return methodCall(node, depth);
    case "binary":
      return infix(node, outer, depth);
    case "not":
      return `!${print(node.operand, 7, depth)}`;
    case "ternary":
      return choice(node, outer, depth);
    case "list":
      return enclosed(
        "[",
        node.items.map((item) => (inner: number) => print(item, 0, inner)),
        "]",
        depth,
      );
    case "map":
      return enclosed(
        "{",
        node.entries.map(
          ({ name, value, optional }) =>
            (inner: number) =>
              `${optional ? "?" : ""}${quote(name)}: ${print(value, 0, inner)}`,
        ),
        "}",
        depth,
      );
  }
}

function number(node: Extract<Cel, { kind: "literal" }>): string {
  const text = String(node.value);
  return typeof node.value === "number" && node.double === true && Number.isInteger(node.value)
    ? `${text}.0`
    : text;
}

function selection(node: Extract<Cel, { kind: "select" }>, depth: number): string {
  const of = print(node.of, member, depth);
  if (word.test(node.name) && !keywords.has(node.name))
    return `${of}.${node.optional ? "?" : ""}${node.name}`;
  return `${of}[${node.optional ? "?" : ""}${quote(node.name)}]`;
}

const pad = (depth: number): string => "  ".repeat(depth);

function args(items: readonly Cel[], depth: number): string {
  return enclosed(
    "(",
    items.map((item) => (inner: number) => print(item, 0, inner)),
    ")",
    depth,
  );
}

/** A long chain of methods stands with a method a line. */
function methodCall(node: Extract<Cel, { kind: "method" }>, depth: number): string {
  const line = `${print(node.of, member, depth)}.${node.name}${args(node.args, depth)}`;
  if (line.length <= widest && !line.includes("\n")) return line;
  const isLoop =
    node.of.kind === "method" ||
    node.of.kind === "select" ||
    node.of.kind === "ident" ||
    node.of.kind === "call";
  return isLoop && node.of.kind === "method"
    ? `${print(node.of, member, depth)}\n${pad(depth + 1)}.${node.name}${args(node.args, depth + 1)}`
    : line;
}

function enclosed(
  open: string,
  items: readonly ((depth: number) => string)[],
  close: string,
  depth: number,
): string {
  const line = `${open}${items.map((item) => item(depth)).join(", ")}${close}`;
  if ((line.length <= widest && !line.includes("\n")) || items.length === 0) return line;
  return `${open}\n${items.map((item) => `${pad(depth + 1)}${item(depth + 1)}`).join(",\n")}\n${pad(depth)}${close}`;
}

function infix(node: Extract<Cel, { kind: "binary" }>, outer: number, depth: number): string {
  const own = strength[node.operator];
  const left = print(node.left, own, depth);
  const right = print(
    node.right,
    node.operator === "&&" || node.operator === "||" || node.operator === "+" ? own : own + 1,
    depth,
  );
  const line = `${left} ${node.operator} ${right}`;
  const breaks =
    (node.operator === "&&" || node.operator === "||" || node.operator === "+") &&
    (line.length > widest || line.includes("\n"));
  const text = breaks ? `${left} ${node.operator}\n${pad(depth)}${right}` : line;
  return own < outer ? `(${text})` : text;
}

function choice(node: Extract<Cel, { kind: "ternary" }>, outer: number, depth: number): string {
  const test = print(node.test, 2, depth);
  const line = `${test} ? ${print(node.then, 2, depth)} : ${print(node.else, 1, depth)}`;
  const text =
    line.length <= widest && !line.includes("\n")
      ? line
      : `${test}\n${pad(depth + 1)}? ${print(node.then, 2, depth + 1)}\n${pad(depth + 1)}: ${print(node.else, 1, depth + 1)}`;
  return outer > 1 ? `(${text})` : text;
}

/** Text in single quotes, as Kubernetes' own documentation writes it; raw where it has backslashes. */
function quote(text: string): string {
  if (text.includes("\\") && !text.includes("'") && !/[\n\r\t]/.test(text)) return `r'${text}'`;
  const escaped = text
    .replace(/\\/g, "\\\\")
    .replace(/'/g, "\\'")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t");
  return text.includes("'") && !text.includes('"') && escaped === text.replace(/'/g, "\\'")
    ? `"${text}"`
    : `'${escaped}'`;
}
