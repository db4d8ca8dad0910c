import { isCompareOperator, mirrored, opposite } from "@policyc/ir";
import type { BinaryOperator, Cel, CelBinary } from "./syntax.js";

/** Constructors of syntax, with the few simplifications that everybody would make by hand. */
export function name(text: string): Cel {
  return { kind: "name", name: text };
}

export function text(value: string): Cel {
  return { kind: "text", value };
}

export function int(value: number): Cel {
  return { kind: "number", value, double: false };
}

export function double(value: number): Cel {
  return { kind: "number", value, double: true };
}

export function boolean(value: boolean): Cel {
  return { kind: "boolean", value };
}

export function list(...items: readonly Cel[]): Cel {
  return { kind: "list", items };
}

export function call(called: string, ...args: readonly Cel[]): Cel {
  return { kind: "call", name: called, args };
}

export function method(on: Cel, called: string, ...args: readonly Cel[]): Cel {
  return { kind: "call", on, name: called, args };
}

export function binary(operator: BinaryOperator, left: Cel, right: Cel): CelBinary {
  return { kind: "binary", operator, left, right };
}

/** `test ? then : otherwise`; `!test` the other way round, but in a chain, which goes on behind its last colon. */
export function choice(test: Cel, then: Cel, otherwise: Cel): Cel {
  if (test.kind === "boolean") return test.value ? then : otherwise;
  if (test.kind === "not" && otherwise.kind !== "choice")
    return { kind: "choice", test: test.operand, then: otherwise, else: then };
  return { kind: "choice", test, then, else: otherwise };
}

/** `optional.orValue(fallback)`; of a choice between something and nothing, the choice between that and the fallback. */
export function orValue(optional: Cel, fallback: Cel): Cel {
  const chosen = nothings(optional) === 1 ? orElse(optional, fallback) : undefined;
  return chosen ?? method(optional, "orValue", fallback);
}

function orElse(optional: Cel, fallback: Cel): Cel | undefined {
  if (optional.kind === "choice") {
    const [then, otherwise] = [orElse(optional.then, fallback), orElse(optional.else, fallback)];
    return then === undefined || otherwise === undefined ? undefined : choice(optional.test, then, otherwise);
  }
  if (optional.kind !== "call" || optional.on !== undefined) return undefined;
  if (optional.name === "optional.none") return fallback;
  return optional.name === "optional.of" ? optional.args[0] : undefined;
}

/** How often a choice gives nothing: a fallback is written once. */
function nothings(optional: Cel): number {
  if (optional.kind === "choice") return nothings(optional.then) + nothings(optional.else);
  return optional.kind === "call" && optional.name === "optional.none" ? 1 : 0;
}

/** What is found where a test holds, nothing otherwise: long lists stand behind the last colon, `not asked ? [] : …`. */
export function listWhere(test: Cel, found: Cel): Cel {
  const otherwise = not(test);
  const isShort = found.kind === "list" || negations(otherwise) >= negations(test);
  return isShort ? choice(test, found, list()) : choice(otherwise, list(), found);
}

/** An identifier that may stand after a point. */
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
const operators: readonly string[] = ["in", "true", "false", "null"];

export function select(of: Cel, field: string, optional = false): Cel {
  if (identifier.test(field) && !operators.includes(field))
    return { kind: "select", of, name: field, optional };
  return { kind: "index", of, key: text(field), optional };
}

/**
 * `!operand`, with as few negations as can be: of `!(a && b)` each side by itself, and of `!xs.exists(x, a)` what holds of
 * all, where that takes away more than it adds.
 */
export function not(operand: Cel): Cel {
  if (operand.kind === "not") return operand.operand;
  if (operand.kind === "boolean") return boolean(!operand.value);
  const negated: Cel = { kind: "not", operand };
  const turned = compared(operand) ?? ofEach(operand) ?? bySides(operand);
  const least = operand.kind !== "call" ? 0 : operand.name === "all" ? 1 : 2;
  return turned !== undefined && negations(turned) + least <= negations(negated) ? turned : negated;
}

function compared(cel: Cel): Cel | undefined {
  if (cel.kind !== "binary" || !isCompareOperator(cel.operator)) return undefined;
  if (cel.total !== true && cel.operator !== "==" && cel.operator !== "!=") return undefined;
  // No size is below zero.
  const ofSize = cel.operator === ">" ? "==" : cel.operator === "==" ? ">" : undefined;
  const operator = (isSizeAndZero(cel) ? ofSize : undefined) ?? opposite[cel.operator];
  // What is not `0 <= n` is `n < 0`: only half of a range begins with its end.
  const { left, right } = cel;
  return left.kind === "number" && right.kind !== "number" && isCompareOperator(operator)
    ? { ...cel, operator: mirrored[operator], left: right, right: left }
    : { ...cel, operator };
}

function isSizeAndZero({ left, right }: CelBinary): boolean {
  return left.kind === "call" && left.name === "size" && right.kind === "number" && right.value === 0;
}

const quantifiers: Readonly<Record<string, string>> = { exists: "all", all: "exists" };

function ofEach(cel: Cel): Cel | undefined {
  if (cel.kind !== "call" || cel.on === undefined) return undefined;
  const [test, turned] = [cel.args.at(-1), quantifiers[cel.name]];
  if (test === undefined || turned === undefined) return undefined;
  return { ...cel, name: turned, args: [...cel.args.slice(0, -1), not(test)] };
}

function bySides(cel: Cel): Cel | undefined {
  if (cel.kind !== "binary" || (cel.operator !== "&&" && cel.operator !== "||")) return undefined;
  return {
    ...cel,
    operator: cel.operator === "&&" ? "||" : "&&",
    left: not(cel.left),
    right: not(cel.right),
  };
}

/** `!has(x)` is as plain as `!=`. */
function isHas(cel: Cel): boolean {
  return cel.kind === "call" && cel.name === "has";
}

/**
 * How much of a condition is said by what is not so: `!` is harder to read than `!=`. A turn of `exists` negates as well
 * (`!found`), which one of `all` does not.
 */
function negations(cel: Cel): number {
  if (cel.kind === "not") return (isHas(cel.operand) ? 1 : 2) + negations(cel.operand);
  if (cel.kind === "call" && quantifiers[cel.name] !== undefined)
    return cel.args.reduce((sum, arg) => sum + negations(arg), cel.name === "exists" ? 1 : 0);
  if (cel.kind !== "binary") return 0;
  if (cel.operator !== "&&" && cel.operator !== "||") return cel.operator === "!=" ? 1 : 0;
  return negations(cel.left) + negations(cel.right);
}

export function and(...operands: readonly Cel[]): Cel {
  return joined("&&", without(true, operands), boolean(true));
}

export function or(...operands: readonly Cel[]): Cel {
  return joined("||", without(false, operands), boolean(false));
}

function without(neutral: boolean, operands: readonly Cel[]): readonly Cel[] {
  return operands.filter((operand) => operand.kind !== "boolean" || operand.value !== neutral);
}

/** Each operand once: of two questions of the author CEL may say both in one way. */
function joined(operator: "&&" | "||", operands: readonly Cel[], none: Cel): Cel {
  if (operands.length === 1) return operands[0] ?? none;
  const [first, ...rest] = new Map(operands.map((operand) => [JSON.stringify(operand), operand])).values();
  return first === undefined ? none : rest.reduce((left, right) => binary(operator, left, right), first);
}
