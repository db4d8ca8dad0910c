import {
  type Call,
  type Conditional,
  type Expr,
  type Field,
  literal,
  mayBeAbsent,
  optional,
  type RecordExpr,
  required,
} from "@policyc/ir";
import { thatIsThere } from "../presence/there.js";
import { absentRead } from "./literal.js";

/** Reads of records and lists that are written out, and of what stands in for nothing. */
export function foldReads(read: Expr): Expr {
  const expr = withoutFallback(read);
  if (expr.kind === "field" && expr.of.kind === "record") return entryRead(expr, expr.of, expr.name);
  if (expr.kind === "field" && expr.of.kind === "conditional") return fieldOfChoice(expr, expr.of);
  if (expr.kind !== "index" || expr.key.kind !== "literal") return expr;
  const { of, key } = expr;
  if (of.kind === "record" && typeof key.value === "string") return entryRead(expr, of, key.value);
  // `xs[xs.findIndex(test)]` where nothing passes the test: OPA refuses such a position.
  if (typeof key.value === "number" && key.value < 0 && required(of.type).kind === "list")
    return absentRead(expr);
  if (of.kind === "list" && typeof key.value === "number" && of.items.every(({ spread }) => !spread))
    return of.items[key.value]?.value ?? absentRead(expr);
  // Whatever turn it is of: it says nothing.
  if (of.kind === "collect" && of.value.kind === "absent" && !of.flatten) return absentRead(expr);
  if (of.kind === "call" && typeof key.value === "number") return partOf(of, key.value, expr);
  return expr;
}

/** `"pods/exec".split("/")[1]` */
function partOf({ intrinsic, args }: Call, at: number, expr: Expr): Expr {
  const [text, separator] = args.map((arg) => (arg.kind === "literal" ? arg.value : undefined));
  if (intrinsic !== "string.split" || typeof text !== "string" || typeof separator !== "string") return expr;
  if (separator === "") return expr;
  const part = text.split(separator)[at];
  return part === undefined ? absentRead(expr) : literal(part, expr.span);
}

/** `(test ? { a: 1 } : {}).a` is `test ? 1 : undefined`. */
function fieldOfChoice(read: Field, choice: Conditional): Expr {
  const [one, other] = [choice.then, choice.else].map((way): Expr | undefined => {
    if (way.kind === "absent") return absentRead(read);
    return way.kind === "record" ? (entryOf(way, read.name) ?? absentRead(read)) : undefined;
  });
  return one === undefined || other === undefined
    ? read
    : { ...choice, then: one, else: other, type: read.type };
}

/** What is there by a test before it, which asked for it by this read, is so where it stands by itself. */
function entryRead(read: Expr, record: RecordExpr, name: string): Expr {
  const value = entryOf(record, name) ?? absentRead(read);
  const isPath = value.kind === "field" || value.kind === "index";
  return isPath && !mayBeAbsent(read.type) ? { ...value, type: required(value.type) } : value;
}

function entryOf(record: RecordExpr, name: string): Expr | undefined {
  return record.entries.find((entry) => entry.name === name)?.value;
}

/** `(a ?? {}).b` finds what `a?.b` does; after a test that there is something, it is `a.b`. */
function withoutFallback(expr: Expr): Expr {
  if (expr.kind !== "field" && expr.kind !== "index") return expr;
  const { of } = expr;
  if (of.kind !== "coalesce" || of.fallback.kind !== "record" || of.fallback.entries.length > 0) return expr;
  const read = of.of;
  if (read.kind !== "field" && read.kind !== "index") return expr;
  return {
    ...expr,
    of: mayBeAbsent(expr.type) ? { ...read, type: optional(read.type) } : thatIsThere(read),
  };
}
