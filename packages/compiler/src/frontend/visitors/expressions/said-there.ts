import { type Expr, mayBeAbsent, required } from "@policyc/ir";
import { isPartThere } from "../../builtins/digits-of-parts.js";
import { isGroupThere } from "../../builtins/group-read.js";
import type { Context } from "../../context.js";
import { escapesTypes } from "../../diagnostics/types.js";
import { constantOf } from "../../static/evaluate.js";
import { elementRead, endTaken, readBy } from "../../syntax/element-read.js";
import { objectOfKey } from "../../syntax/gone-through.js";
import { resolve } from "../../syntax/resolve.js";
import { declaringStatement, isA, isConst } from "../../syntax/tree.js";
import { checkerOf } from "../../types/checker.js";
import { isOf } from "../../types/flags.js";
import { fromTypeScript } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { elementTypeOf, formsOf, isNullable, typeArguments } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { absenceTestOf } from "./absence-tests.js";
import { bare } from "./bare.js";
import { isBesideTurn } from "./beside-turn.js";
import { isOtherwiseWithout } from "./shown-by-fallback.js";
import { excludes, isNameOfSome, isNeverEmpty, isNeverEmptyText } from "./shown-by-tests.js";
import { isSame, isShown, type Shows, type Tested, tested } from "./tests-before.js";

/** `list[i]!`: what is there by what it is, or by a test before it, may be said to be. Anything else is a claim. */
export function saidThere(node: ts.NonNullExpression, cx: Context): Expr {
  const of = cx.expression(node.expression);
  if (!mayBeAbsent(of.type)) return of;
  if (isThere(bare(node.expression))) return { ...of, type: required(of.type) };
  return cx.invalid(escapesTypes(cx.span(node), "`!`"));
}

/** Is something surely there, by what it is or by a test before it? */
export function isThere(read: ts.Expression): boolean {
  const whole = tested(read);
  if (ts.isConditionalExpression(read))
    return [read.whenTrue, read.whenFalse].every((way) => !isNullable(typeAt(way)) || isThere(bare(way)));
  return (
    isEndOfSome(read) ||
    isFieldThere(read) ||
    isPartThere(read) ||
    isGroupThere(read) ||
    isFound(read) ||
    isOfTurnBeside(read) ||
    isNameOfThere(read) ||
    isShown(read, (test, outcome) => saysThere(test, whole, outcome)) ||
    isShown(read, isOtherwiseWithout(whole)) ||
    isShown(read, isUnlikeNothing(read, whole)) ||
    isEntryThere(read)
  );
}

/** A `const` that is given what is there, or the first of a list that has one: `const [repo] = image.split(":")`. */
function isNameOfThere(read: ts.Expression): boolean {
  const declaration = ts.isIdentifier(read) ? resolve(read)?.valueDeclaration : undefined;
  if (declaration === undefined || declaration.end > read.pos || !isOfSameFile(declaration, read))
    return false;
  if (isA(ts.isVariableDeclaration, declaration)) {
    const { initializer } = declaration;
    return (
      initializer !== undefined && isConst(declaringStatement(declaration)) && isThere(bare(initializer))
    );
  }
  if (!isA(ts.isBindingElement, declaration)) return false;
  const [list, others] = [listOfFirst(declaration), othersAfter(declaration)];
  if (list === undefined || !holdsNoNothing(list)) return false;
  return isNeverEmpty(list) || (others !== undefined && isNameOfSome(others, read));
}

/** `others` of `const [first, ...others] = list`: where something is in it, there is a first. */
function othersAfter({ parent }: ts.BindingElement): ts.Identifier | undefined {
  const last = parent.elements.at(-1);
  const name = isA(ts.isBindingElement, last) && last.dotDotDotToken !== undefined ? last.name : undefined;
  return isA(ts.isIdentifier, name) ? name : undefined;
}

const isOfSameFile = (one: ts.Node, other: ts.Node): boolean => one.getSourceFile() === other.getSourceFile();

/** What `const [first] = list` takes apart. */
function listOfFirst(element: ts.BindingElement): ts.Expression | undefined {
  const { parent: pattern, dotDotDotToken, initializer } = element;
  const isFirst = ts.isArrayBindingPattern(pattern) && pattern.elements[0] === element;
  if (!isFirst || dotDotDotToken !== undefined || initializer !== undefined) return undefined;
  const { parent: declaration } = pattern;
  const isKept = ts.isVariableDeclaration(declaration) && isConst(declaringStatement(declaration));
  return isKept ? declaration.initializer : undefined;
}

/** `if (found)`, `found !== undefined` */
function saysThere(test: ts.Expression, of: Tested, outcome: boolean): boolean {
  if (isSame(test, of)) return outcome;
  const asked = absenceTestOf(test);
  return asked?.means === "absence" && asked.isThere === outcome && isSame(bare(asked.of), of);
}

/** `b` behind `a !== b`, where another test has shown that there is no `a`. */
function isUnlikeNothing(read: ts.Expression, of: Tested): Shows {
  return (test, outcome) => {
    if (!ts.isBinaryExpression(test)) return false;
    const operator = test.operatorToken.getText();
    if (operator !== (outcome ? "!==" : "===")) return false;
    const [left, right] = [bare(test.left), bare(test.right)];
    const other = isSame(left, of) ? right : isSame(right, of) ? left : undefined;
    // JavaScript tells `null` from `undefined`, and the engines do not.
    if (other === undefined || formsOf(typeAt(read)).some((form) => isOf(form, ts.TypeFlags.Null)))
      return false;
    const asked = tested(other);
    return isShown(read, (one, is) => {
      const absence = absenceTestOf(one);
      return absence?.means === "absence" && absence.isThere !== is && isSame(bare(absence.of), asked);
    });
  };
}

/** `xs[0]?.name` behind `xs.length > 0`: a field that is always there, of what is there. */
function isFieldThere(read: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(read) || !isThere(bare(read.expression))) return false;
  const field = typeAt(read.expression).getNonNullableType().getProperty(read.name.text);
  return field !== undefined && !isNullable(checkerOf(read).getTypeOfSymbol(field));
}

/** `xs[0]`, `xs.at(-1)`, `xs[xs.length - 1]`, and `pop()` or `shift()`, of a list or a text that has something in it. */
function isEndOfSome(read: ts.Expression): boolean {
  const list = listOfEnd(read);
  if (list !== undefined && fromTypeScript(typeAt(list)).kind === "string") return isNeverEmptyText(list);
  return list !== undefined && holdsNoNothing(list) && isNeverEmpty(list);
}

/** Are the elements there? The list itself need not be, for those who ask whether it has any. */
function holdsNoNothing(list: ts.Expression): boolean {
  const element = elementTypeOf(typeAt(list).getNonNullableType());
  return element !== undefined && !isNullable(element);
}

function listOfEnd(read: ts.Expression): ts.Expression | undefined {
  const taken = endTaken(read);
  if (taken !== undefined) return taken.list;
  const { list, position } = elementRead(read) ?? {};
  if (list === undefined || position === undefined) return undefined;
  const isEnd =
    /^(?:0|-1)$/.test(position.getText()) ||
    position.getText().replace(/\s+/g, "") === `${list.getText().replace(/\s+/g, "")}.length-1`;
  return isEnd ? list : undefined;
}

/** `xs[i - 1]` behind `i > 0`, in a loop over `xs`. */
function isOfTurnBeside(read: ts.Expression): boolean {
  const list = elementRead(read)?.list;
  return list !== undefined && holdsNoNothing(list) && isBesideTurn(read);
}

/** `xs[at]` behind `at !== -1`, where `at` is the position that `xs.findIndex(…)` or `xs.indexOf(x)` found. */
function isFound(read: ts.Expression): boolean {
  const { list, position } = elementRead(read) ?? {};
  const kept = position === undefined ? undefined : constantOf(position);
  const found = kept && bare(kept);
  const callee = isA(ts.isCallExpression, found) ? found.expression : undefined;
  if (list === undefined || position === undefined || !isA(ts.isPropertyAccessExpression, callee))
    return false;
  const element = elementTypeOf(typeAt(list));
  return (
    positionsFound.has(callee.name.text) &&
    element !== undefined &&
    !isNullable(element) &&
    isSame(callee.expression, tested(list)) &&
    isShown(read, excludes(-1, tested(position)))
  );
}

const positionsFound: ReadonlySet<string> = new Set(["findIndex", "findLastIndex", "indexOf", "lastIndexOf"]);

/**
 * `map.get(key)` behind `map.has(key)`, and `labels[key]` behind `key in labels` or `Object.hasOwn(labels, key)`, or of the
 * keys of `labels` themselves: `for (const key of Object.keys(labels))`.
 */
function isEntryThere(read: ts.Expression): boolean {
  const ofMap = readBy("get", read);
  const entry = ofMap ?? (ts.isElementAccessExpression(read) ? elementRead(read) : undefined);
  if (entry === undefined) return false;
  const type = typeAt(entry.list);
  const value =
    ofMap === undefined
      ? checkerOf(read).getIndexTypeOfType(type, ts.IndexKind.String)
      : typeArguments(type)[1];
  return value !== undefined && !isNullable(value) && isShownKey(entry.list, entry.position, read);
}

/** Has the object or map surely such a key where this is read? */
export function isShownKey(object: ts.Expression, name: ts.Expression, read: ts.Expression): boolean {
  const [of, key] = [tested(object), tested(name)];
  const ofKey = objectOfKey(bare(name));
  return (
    (ofKey !== undefined && isSame(bare(ofKey), of)) ||
    isShown(read, (test, outcome) => outcome && asksForKey(test, of, key))
  );
}

function asksForKey(test: ts.Expression, of: Tested, key: Tested): boolean {
  if (ts.isBinaryExpression(test))
    return (
      test.operatorToken.getText() === "in" && isSame(bare(test.left), key) && isSame(bare(test.right), of)
    );
  const asked = readBy("has", test);
  if (asked !== undefined) return isSame(asked.list, of) && isSame(asked.position, key);
  const [object, name] = ts.isCallExpression(test) ? test.arguments : [];
  return (
    ts.isCallExpression(test) &&
    test.expression.getText() === "Object.hasOwn" &&
    object !== undefined &&
    name !== undefined &&
    isSame(object, of) &&
    isSame(name, key)
  );
}
