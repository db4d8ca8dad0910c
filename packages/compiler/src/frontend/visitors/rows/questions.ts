import { required, type Type } from "@policyc/ir";
import type { Context } from "../../context.js";
import type { Written } from "../../scope.js";
import { evaluate, nameWritten } from "../../static/evaluate.js";
import { isA } from "../../syntax/tree.js";
import { fromTypeScript } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { isArray, isNullable } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { declaredBy } from "../loops/iteration.js";
import { usesIn, usesOf } from "../variables/variable-uses.js";
import type { Row } from "./tables.js";
import { writtenAt } from "./written.js";

/**
 * The rows of `for (const [holds, says] of [[spec.hostPID, "…"], [spec.hostIPC, "…"]])`, also by a name that nothing else
 * reads: rows that ask something each are no values that anybody would put into a list, as those of a table of constants are.
 */
export function questionsIn(node: ts.ForOfStatement, cx: Context): readonly Row[] | undefined {
  if (!readsParts(node)) return undefined;
  const of = goneThrough(node);
  if (of !== undefined) return entriesIn(writtenAt(of, cx));
  const { node: list, scope } = writtenAt(node.expression, cx);
  return isListOfQuestions(list) ? list.elements.map((row) => ({ value: { node: row, scope } })) : undefined;
}

/** `{ live: c.livenessProbe, ready: c.readinessProbe }`: in a value of an engine there is no key of what is absent. */
function entriesIn({ node, scope }: Written): readonly Row[] | undefined {
  if (!isObjectWithGaps(node)) return undefined;
  return partsOf(node)?.map(({ at, value }) => ({ key: `${at}`, value: { node: value, scope } }));
}

function isObjectWithGaps(node: ts.Node): node is ts.ObjectLiteralExpression {
  const parts = ts.isObjectLiteralExpression(node) ? partsOf(node) : undefined;
  return (
    parts?.some(({ value }) => isNullable(typeAt(value)) || isMadeList(value)) === true &&
    !parts.some(({ at }) => /^\d/.test(`${at}`))
  );
}

/** A list that is gathered from somewhere: in an object, CEL would gather it again for each of its elements. */
function isMadeList(value: ts.Expression): boolean {
  return isArray(typeAt(value)) && !ts.isArrayLiteralExpression(bare(value));
}

/** `{ … }` of `for (const [name, value] of Object.entries({ … }))`. */
function goneThrough(node: ts.ForOfStatement): ts.Expression | undefined {
  const call = node.expression;
  const row = declaredBy(node);
  const isOfEntries = ts.isCallExpression(call) && call.expression.getText() === "Object.entries";
  return isOfEntries && isA(ts.isArrayBindingPattern, row) ? call.arguments[0] : undefined;
}

/** `const checks = [[spec.hostPID, "…"], …];` of which one loop reads the parts of the rows, and nothing else reads it. */
export function isTableOfQuestions(node: ts.VariableDeclaration | ts.BindingElement): boolean {
  const value = node.initializer;
  const statement = node.parent.parent;
  if (value === undefined) return false;
  const written = bare(value);
  if (!isListOfQuestions(written) && !isObjectWithGaps(written)) return false;
  if (!ts.isVariableStatement(statement) || !ts.isIdentifier(node.name)) return false;
  const [use, another] = usesOf(node.name, statement);
  if (use === undefined || another !== undefined) return false;
  return isObjectWithGaps(written) ? isInHeadOfLoop(use) : isHeadOfLoop(use);
}

function isHeadOfLoop(use: ts.Identifier): boolean {
  return ts.isForOfStatement(use.parent) && use.parent.expression === use && readsParts(use.parent);
}

function isInHeadOfLoop(use: ts.Identifier): boolean {
  const loop = use.parent.parent;
  return ts.isForOfStatement(loop) && goneThrough(loop) === use;
}

/** Does the loop take the rows apart, or read nothing but fields of theirs? */
function readsParts(node: ts.ForOfStatement): boolean {
  const row = declaredBy(node);
  if (!isA(ts.isIdentifier, row)) return row !== undefined;
  return usesIn(node.statement, row).every(
    (use) => ts.isPropertyAccessExpression(use.parent) && use.parent.expression === use,
  );
}

function isListOfQuestions(list: ts.Node): list is ts.ArrayLiteralExpression {
  if (!ts.isArrayLiteralExpression(list)) return false;
  const rows = list.elements.map((element) => partsOf(bare(element)));
  const parts = rows.flatMap((row) => row ?? []);
  return rows.every((row) => row !== undefined) && (parts.some(asks) || differ(parts));
}

interface Part {
  /** The name of a field, or the position in a list. */
  readonly at: string | number;
  readonly value: ts.Expression;
}

/** The parts of a row; nothing where they are not all written in it. */
function partsOf(row: ts.Expression): readonly Part[] | undefined {
  if (ts.isArrayLiteralExpression(row))
    return row.elements.some(ts.isSpreadElement)
      ? undefined
      : row.elements.map((value, at) => ({ at, value }));
  if (!ts.isObjectLiteralExpression(row)) return undefined;
  const parts = row.properties.flatMap((part): readonly Part[] => {
    if (ts.isShorthandPropertyAssignment(part)) return [{ at: part.name.text, value: part.name }];
    const at = ts.isPropertyAssignment(part) ? nameWritten(part.name) : undefined;
    return at !== undefined && ts.isPropertyAssignment(part) ? [{ at, value: part.initializer }] : [];
  });
  return parts.length === row.properties.length ? parts : undefined;
}

function asks({ value }: Part): boolean {
  return kindOf(value) === "boolean" && evaluate(value) === undefined;
}

/** Is a part of one row a text, say, and that of another a number? No list of an engine holds both. */
function differ(parts: readonly Part[]): boolean {
  const kinds = new Map<Part["at"], string>();
  return parts.some(({ at, value }) => {
    const kind = kindOf(value);
    const before = kinds.get(at) ?? kind;
    if (kind !== "absent") kinds.set(at, before);
    return kind !== "absent" && kind !== before;
  });
}

/** What it is where it is there, by its own type. */
export function kindOf(node: ts.Expression): Type["kind"] {
  return required(fromTypeScript(typeAt(node))).kind;
}
