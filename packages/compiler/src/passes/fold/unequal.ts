import { booleanType, type Call, type Expr, literal, mayBeAbsent, required, type Type } from "@policyc/ir";
import { isFalse } from "./literal.js";
import { conjunction, negated } from "./logic.js";

/** What cannot be equal: OPA refuses to compare lists and objects of another form, CEL values of another type. */
export function foldUnequal(expr: Expr): Expr {
  if (expr.kind === "call") return unequalCall(expr) ?? expr;
  if (expr.kind !== "compare" || (expr.operator !== "==" && expr.operator !== "!=")) return expr;
  const { left, right, operator, span } = expr;
  const equal = haveNoTextInCommon(left.type, right.type)
    ? literal(false, span)
    : equalAcrossTypes(left, right, span);
  if (operator === "==" || equal === undefined) return equal ?? expr;
  return equal.kind === "literal" ? literal(true, span) : negated(equal);
}

function unequalCall({ intrinsic, args: [left, right], span }: Call): Expr | undefined {
  if (intrinsic !== "deepEqual" || left === undefined || right === undefined) return undefined;
  return areUnlike(left, right) ? literal(false, span) : equalAcrossTypes(left, right, span);
}

/** Do two that are written out have another form, or parts of another one? */
function areUnlike(left: Expr, right: Expr): boolean {
  const [one, other] = [shapeOf(left), shapeOf(right)];
  if (one !== undefined && other !== undefined && one !== other) return true;
  return partsOfBoth(left, right).some(([part, another]) => {
    const equal = equalAcrossTypes(part, another, part.span);
    return areUnlike(part, another) || (equal !== undefined && isFalse(equal));
  });
}

/** The values of one field, and the elements at one position of lists that have as many. */
function partsOfBoth(left: Expr, right: Expr): readonly (readonly [Expr, Expr])[] {
  if (left.kind === "record" && right.kind === "record")
    return left.entries.flatMap(({ name, value }) => {
      const other = right.entries.find((entry) => entry.name === name);
      return other === undefined ? [] : [[value, other.value] as const];
    });
  if (left.kind !== "list" || right.kind !== "list" || shapeOf(left) === undefined) return [];
  if (shapeOf(left) !== shapeOf(right)) return [];
  return left.items.flatMap(({ value }, position) => {
    const other = right.items[position];
    return other === undefined ? [] : [[value, other.value] as const];
  });
}

/** No text is a number. Values of different types are equal where neither is there. */
function equalAcrossTypes(left: Expr, right: Expr, span: Expr["span"]): Expr | undefined {
  const [one, other] = [formOf(left.type), formOf(right.type)];
  if (one === undefined || other === undefined || one === other) return undefined;
  // For `deepEqual` a set is an object without fields.
  if ((one === "set" || other === "set") && !primitives.has(one) && !primitives.has(other)) return undefined;
  return mayBeAbsent(left.type) && mayBeAbsent(right.type)
    ? conjunction([left, right].map(isAbsent), span)
    : literal(false, span);
}

/** Texts whose types have no value in common, e.g. a `kind` that only another matched kind has. */
function haveNoTextInCommon(left: Type, right: Type): boolean {
  const [one, other] = [literalsOf(left), literalsOf(right)];
  return one !== undefined && other !== undefined && !one.some((text) => other.includes(text));
}

function literalsOf(type: Type): readonly string[] | undefined {
  return type.kind === "string" ? type.literals : undefined;
}

/** The keys of an object or the length of a list, where they are known. */
function shapeOf(expr: Expr): string | undefined {
  if (expr.kind === "list" && expr.items.every(({ spread }) => !spread)) return `${expr.items.length}`;
  if (expr.kind !== "record" || expr.entries.some(({ value }) => mayBeAbsent(value.type))) return undefined;
  return JSON.stringify(expr.entries.map(({ name }) => name).sort());
}

const primitives: ReadonlySet<string> = new Set(["string", "number", "boolean"]);

/** Of what may be anything nothing is known. */
function formOf(type: Type): string | undefined {
  const { kind } = required(type);
  if (kind === "map" || kind === "record") return "object";
  return kind === "list" || kind === "set" || primitives.has(kind) ? kind : undefined;
}

function isAbsent(of: Expr): Expr {
  return negated({ kind: "present", of, type: booleanType, span: of.span });
}
