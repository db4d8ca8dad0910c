import type { BinaryOperator, Cel } from "./syntax.js";

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

export function binary(operator: BinaryOperator, left: Cel, right: Cel): Cel {
  return { kind: "binary", operator, left, right };
}

export function choice(test: Cel, then: Cel, otherwise: Cel): Cel {
  if (test.kind === "boolean") return test.value ? then : otherwise;
  return { kind: "choice", test, then, else: otherwise };
}

/** An identifier that may stand after a point. */
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
const operators: readonly string[] = ["in", "true", "false", "null"];

export function select(of: Cel, field: string, optional = false): Cel {
  if (identifier.test(field) && !operators.includes(field))
    return { kind: "select", of, name: field, optional };
  return { kind: "index", of, key: text(field), optional };
}

const opposite: Partial<Record<BinaryOperator, BinaryOperator>> = { "==": "!=", "!=": "==" };

/** `!operand`, without double negations. Orderings stay: `!(a < b)` is not `a >= b` where one is NaN. */
export function not(operand: Cel): Cel {
  if (operand.kind === "not") return operand.operand;
  if (operand.kind === "boolean") return boolean(!operand.value);
  const turned = operand.kind === "binary" ? opposite[operand.operator] : undefined;
  if (operand.kind === "binary" && turned !== undefined) return { ...operand, operator: turned };
  return { kind: "not", operand };
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
  const [first, ...rest] = new Map(operands.map((operand) => [JSON.stringify(operand), operand])).values();
  return first === undefined ? none : rest.reduce((left, right) => binary(operator, left, right), first);
}
