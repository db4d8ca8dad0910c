import { type Expr, expressionsIn, literal, mayBeAbsent, required, type Type } from "@policyc/ir";
import { compare, logic, present } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { unclearTruth } from "../../diagnostics/types.js";
import { typeAt } from "../../types/kept.js";
import { typeText } from "../../types/shape.js";
import type { ts } from "../../typescript.js";

/** The truth of a value, decided by its static type; poison where that does not decide it. */
export function truthOf(value: Expr, node: ts.Node, cx: Context): Expr {
  const known = truth(value);
  if (known !== undefined) return known;
  // What is wrong in it was told: of its type nothing is known.
  if (expressionsIn(value).some(({ kind }) => kind === "invalid")) return poisoned(value);
  return poisoned(cx.invalid(unclearTruth(cx.span(node), typeText(typeAt(node), node))));
}

/** Poison in the place of a test. */
function poisoned(value: Expr): Expr {
  return { ...value, type: { kind: "boolean" } };
}

/** Of these nothing is false but their absence. */
export function isObject({ kind }: Type): boolean {
  return kind === "list" || kind === "set" || kind === "map" || kind === "record";
}

function truth(value: Expr): Expr | undefined {
  const { span } = value;
  const type = required(value.type);
  const optional = mayBeAbsent(value.type);
  if (isObject(type)) return optional ? present(value, span) : literal(true, span);
  switch (type.kind) {
    case "boolean":
      return optional ? compare("==", value, literal(true, span), span) : value;
    case "string":
      return nonEmpty(value, literal("", span), optional);
    case "number":
      return nonEmpty(value, literal(0, span), optional);
    case "union":
      return eitherIsNonEmpty(value, type.members, optional);
    case "absent":
      return literal(false, span);
    default:
      return undefined;
  }
}

/** A text or a number: neither `""` nor `0`. A list or an object is true, whatever is in it. */
function eitherIsNonEmpty(value: Expr, members: readonly Type[], optional: boolean): Expr | undefined {
  const { span } = value;
  const there: Expr = { ...value, type: required(value.type) };
  const tests = members
    .filter((member) => !isObject(member))
    .map(({ kind }): Expr | undefined =>
      kind === "string"
        ? compare("!=", there, literal("", span), span)
        : kind === "number"
          ? compare("!=", there, literal(0, span), span)
          : kind === "boolean"
            ? compare("!=", there, literal(false, span), span)
            : undefined,
    );
  if (tests.includes(undefined)) return undefined;
  const known = tests.flatMap((test) => (test === undefined ? [] : [test]));
  return logic("and", optional ? [present(value, span), ...known] : known, span);
}

function nonEmpty(value: Expr, empty: Expr, optional: boolean): Expr {
  const { span } = value;
  const differs = compare("!=", { ...value, type: required(value.type) }, empty, span);
  return optional ? logic("and", [present(value, span), differs], span) : differs;
}
