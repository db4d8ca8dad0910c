import { absent, type Expr, literal, optional, stringType } from "@policyc/ir";
import { also, compare, conditional, present } from "../build/nodes.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { absenceTestOf } from "../visitors/expressions/absence-tests.js";
import { isTested, outOfParentheses } from "../visitors/expressions/tested.js";
import { usesIn } from "../visitors/variables/variable-uses.js";
import {
  type Group,
  groupRead,
  groupTakenBy,
  isOptional,
  matchOfGroups,
  regexOfMatch,
} from "./group-read.js";

/** What is read by position: of a group that has not taken part RE2 says that it is empty, and JavaScript that there is none. */
export function partOfMatch(read: Group | undefined, value: Expr): Expr {
  if (read === undefined || value.kind === "invalid" || isOptional(read) !== true) return value;
  const { span } = value;
  const text: Expr = { ...value, type: stringType };
  const isTaken = compare("!=", text, literal("", span), span);
  const isThere = also(read.isSure ? undefined : present(value, span), isTaken, span);
  return conditional(isThere, text, absent(span), optional(stringType), span);
}

/** Is nothing read of a match but its groups, by their positions or their names, so that each read tells which one it is? */
export function isReadByGroups(match: ts.Node): boolean {
  const node = outOfParentheses(match);
  const { parent } = node;
  if (ts.isNonNullExpression(parent)) return isReadByGroups(parent);
  if (ts.isElementAccessExpression(parent)) return isKnown(groupRead(parent));
  if (ts.isPropertyAccessExpression(parent)) {
    const regex = matchOfGroups(parent) === parent ? regexOfMatch(parent.expression) : undefined;
    return isKnown(regex && { regex, position: 0, isSure: true });
  }
  if (ts.isVariableDeclaration(parent)) return isNamedForGroups(parent.name, parent.parent.parent.parent);
  if (ts.isForOfStatement(parent)) return isGoneThroughForGroups(parent);
  if (isA(ts.isBinaryExpression, parent)) {
    const operator = parent.operatorToken.getText();
    if (operator === "??" && parent.left === node) return isReadByGroups(parent);
    if (operator === "&&" && parent.left === node) return true;
  }
  return isTested(node) || absenceTestOf(parent) !== undefined;
}

function isGoneThroughForGroups({ initializer, statement }: ts.ForOfStatement): boolean {
  const [declared] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  return declared !== undefined && isNamedForGroups(declared.name, statement);
}

function isNamedForGroups(name: ts.BindingName, within: ts.Node): boolean {
  if (ts.isIdentifier(name)) return usesIn(within, name).every(isReadByGroups);
  return (
    ts.isArrayBindingPattern(name) &&
    name.elements.every((element) => ts.isOmittedExpression(element) || isKnown(groupTakenBy(element)))
  );
}

function isKnown(read: Group | undefined): boolean {
  return read !== undefined && isOptional(read) !== undefined;
}
