import { required, type Type } from "@policyc/ir";
import type { Context } from "../context.js";
import { evaluate, nameWritten } from "../static/evaluate.js";
import { isA } from "../syntax.js";
import { fromTypeScript } from "../types/from-typescript.js";
import { typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "./bare.js";
import { declaredBy } from "./iteration.js";
import type { Row } from "./tables.js";
import { usesIn, usesOf } from "./variable-uses.js";
import { writtenAt } from "./written.js";

/**
 * The rows of `for (const [holds, says] of [[spec.hostPID, "…"], [spec.hostIPC, "…"]])`, also by a name that nothing else
 * reads: rows that ask something each are no values that anybody would put into a list, as those of a table of constants are.
 */
export function questionsIn(node: ts.ForOfStatement, cx: Context): readonly Row[] | undefined {
  if (!readsParts(node)) return undefined;
  const { node: list, scope } = writtenAt(node.expression, cx);
  return isListOfQuestions(list) ? list.elements.map((row) => ({ value: { node: row, scope } })) : undefined;
}

/** `const checks = [[spec.hostPID, "…"], …];` of which one loop reads the parts of the rows, and nothing else reads it. */
export function isTableOfQuestions(node: ts.VariableDeclaration | ts.BindingElement): boolean {
  const value = node.initializer;
  const statement = node.parent.parent;
  if (value === undefined || !isListOfQuestions(bare(value))) return false;
  if (!ts.isVariableStatement(statement) || !ts.isIdentifier(node.name)) return false;
  const [use, another] = usesOf(node.name, statement);
  return use !== undefined && another === undefined && isHeadOfLoop(use);
}

function isHeadOfLoop(use: ts.Identifier): boolean {
  return ts.isForOfStatement(use.parent) && use.parent.expression === use && readsParts(use.parent);
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
