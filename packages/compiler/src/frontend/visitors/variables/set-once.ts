import { type Expr, mayBeAbsent, required } from "@policyc/ir";
import { compare, conditional, present } from "../../build/nodes.js";
import { once } from "../../build/once.js";
import { evaluate } from "../../static/evaluate.js";
import { resolve } from "../../syntax/resolve.js";
import { variableNamed } from "../../syntax/tallies.js";
import { ancestorsOf, isIn } from "../../syntax/tree.js";
import { checkerOf } from "../../types/checker.js";
import { isOf } from "../../types/flags.js";
import { formsOf } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { isPosition } from "../loops/position-names.js";
import { statementsIn } from "../statements/ways.js";
import { type Assignment, assignmentOf } from "./assignment.js";
import { type Combination, type LoopEnd, replacing } from "./combinations.js";
import { conjunctsOf } from "./filled-sets.js";

/** How a loop asks whether a variable is still what it was: is it there, is it nothing, or is it another value? */
type Question = "undefined" | "null" | "truth" | "nullish" | "negative" | { readonly value: unknown };

/**
 * What is asked before a turn sets this, where it does so only if the variable is what it was before the loop:
 * `if (first === undefined && …) first = x;`, `if (!first) { … }`, `first ??= x`.
 */
function questionsBefore({ name, node, step }: Assignment, loop: ts.Node): readonly Question[] {
  if (step?.kind === "set" && step.keeps) return ["nullish"];
  const around = ancestorsOf(node);
  return around
    .slice(0, around.indexOf(loop))
    .filter(ts.isIfStatement)
    .filter((one) => isIn(node, one.thenStatement))
    .flatMap((one) => conjunctsOf(bare(one.expression)))
    .flatMap((test) => questionIn(test, name) ?? []);
}

/** Is the variable named here for nothing but that, by a choice that does nothing but set it? */
export function isAskedOnly(use: ts.Identifier): boolean {
  const choice = ancestorsOf(use).find(ts.isIfStatement);
  if (choice === undefined || choice.elseStatement !== undefined || !isIn(use, choice.expression))
    return false;
  const test = conjunctsOf(bare(choice.expression)).find((one) => isIn(use, one));
  return test !== undefined && questionIn(test, use) !== undefined && setsOnly(choice.thenStatement, use);
}

/** `name === undefined`, `!name`, `name === ""`, `position < 0`. */
function questionIn(test: ts.Expression, name: ts.Identifier): Question | undefined {
  const isName = (one: ts.Expression): boolean => {
    const variable = variableNamed(one);
    return variable !== undefined && resolve(variable) === resolve(name);
  };
  if (ts.isPrefixUnaryExpression(test))
    return test.operator === ts.SyntaxKind.ExclamationToken && isName(bare(test.operand))
      ? "truth"
      : undefined;
  if (!ts.isBinaryExpression(test) || !isName(bare(test.left))) return undefined;
  const value = bare(test.right);
  if (test.operatorToken.getText() === "<" && value.getText() === "0") return "negative";
  if (test.operatorToken.getText() !== "===") return undefined;
  if (value.kind === ts.SyntaxKind.NullKeyword) return "null";
  if (value.getText() === "undefined") return "undefined";
  const known = evaluate(value);
  return known === undefined ? undefined : { value: known };
}

function setsOnly(node: ts.Statement, name: ts.Identifier): boolean {
  return statementsIn(node).every((one) => {
    if (ts.isIfStatement(one)) return one.elseStatement === undefined && setsOnly(one.thenStatement, name);
    const set = ts.isExpressionStatement(one) ? assignmentOf(one.expression) : undefined;
    return ts.isBreakStatement(one) || (set?.step?.kind === "set" && resolve(set.name) === resolve(name));
  });
}

/**
 * How a loop sets a variable that it asks before whether it is set: nothing where not all turns ask, or where the answer
 * could be another one than that. `undefined` is not `null`, and an empty text that was set is asked for by `!name` again.
 */
export function setOnce(
  assignments: readonly Assignment[],
  { loop, before, end }: { readonly loop: ts.Node; readonly before: Expr; readonly end: LoopEnd },
): Combination | undefined {
  const [{ name } = {}] = assignments;
  const questions = assignments.map((one) => questionsBefore(one, loop));
  const isKnown = questions.every((asked) => asked.length > 0) && name !== undefined;
  if (!isKnown || !questions.flat().every((one) => isAboutBefore(one, before, name))) return undefined;
  const first = replacing(name.getText(), "first", assignments.length);
  // A loop that goes on sets it to the first value that is another than before.
  return end === "last"
    ? { ...first, one: otherThan(before, name, questions.flat()) }
    : end === "first"
      ? first
      : undefined;
}

/** Does a turn ask before it sets this? */
export function isAskedBefore(assignment: Assignment, loop: ts.Node): boolean {
  return questionsBefore(assignment, loop).length > 0;
}

function otherThan(before: Expr, name: ts.Identifier, questions: readonly Question[]): Combination["one"] {
  return (step, cx, span) => {
    if (step.kind !== "set") return undefined;
    const value = cx.expression(step.by);
    const there = required(value.type);
    const type: Expr["type"] = { kind: "list", element: there };
    const list = (...items: readonly Expr[]): Expr => ({
      kind: "list",
      items: items.map((item) => ({ spread: false, value: { ...item, type: there } })),
      type,
      span,
    });
    if (value.kind === "invalid") return list(value);
    if (questions.includes("negative")) return isPosition(bare(step.by)) ? list(value) : undefined;
    if (before.kind !== "absent")
      return once(value, name.getText(), cx, (one) =>
        conditional(compare("!=", one, before, span), list(one), list(), type, span),
      );
    if (questions.includes("truth") && !isAlwaysTrue(there)) return undefined;
    if (!mayBeAbsent(value.type)) return list(value);
    return once(value, name.getText(), cx, (one) =>
      conditional(present(one, span), list(one), list(), type, span),
    );
  };
}

function isAlwaysTrue({ kind }: Expr["type"]): boolean {
  return kind === "record" || kind === "list" || kind === "map" || kind === "set";
}

function isAboutBefore(question: Question, before: Expr, name: ts.Identifier): boolean {
  if (before.kind === "absent") {
    if (question === "undefined") return !mayBe(name, ts.TypeFlags.Null);
    if (question === "null") return !mayBe(name, ts.TypeFlags.Undefined);
    return question === "truth" || question === "nullish";
  }
  if (before.kind !== "literal" || question === "undefined" || question === "null" || question === "nullish")
    return false;
  if (question === "negative") return typeof before.value === "number" && before.value < 0;
  if (question === "truth") return before.value === "" || before.value === 0;
  return question.value === before.value;
}

function mayBe(name: ts.Identifier, flag: ts.TypeFlags): boolean {
  const symbol = resolve(name);
  // Of a field that is written out this would be the type of what is written there.
  const type =
    symbol === undefined || ts.isPropertyAssignment(name.parent)
      ? undefined
      : checkerOf(name).getTypeOfSymbol(symbol);
  return type === undefined || formsOf(type).some((form) => isOf(form, flag));
}
