import { constantOf } from "../../static/evaluate.js";
import { resolve } from "../../syntax/resolve.js";
import { declaredValue, declaringStatement, fieldTakenBy, isA, isConst } from "../../syntax/tree.js";
import { checkerOf } from "../../types/checker.js";
import { typeAt } from "../../types/kept.js";
import { isNullable } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { absenceTestOf } from "./absence-tests.js";
import { bare } from "./bare.js";
import { changesOf, holds, namesIn, type Shows } from "./tests-before.js";

/**
 * Is an element or a part of one surely there, because a `filter` or `find` before has asked for it?
 * `ports.filter((p) => p.hostPort).map((p) => p.hostPort)`, which TypeScript does not see.
 */
export function isKeptByFilter(node: ts.Expression): boolean {
  const place = placeOf(node);
  return (
    place !== undefined &&
    (place.keys.length > 0 || !isFound(place.root)) &&
    isElementKept(place.root, { ...place, shows: thatIsThere })
  );
}

/** What a `filter` or `find` before has to show of what it is asked for, and of nothing that is read from that. */
export type ShowsOf = (isAsked: (node: ts.Expression) => boolean) => Shows;

/** Is something shown of an element, or of a part of one, as the list has no others? */
export function isShownByFilter(node: ts.Expression, shows: ShowsOf): boolean {
  const place = placeOf(node);
  return place !== undefined && isElementKept(place.root, { keys: place.keys, shows, isWhole: true });
}

/** The same of each element of a list. */
export function areShownByFilter(list: ts.Expression, shows: ShowsOf): boolean {
  return isListKept(list, { keys: [], shows, isWhole: true });
}

/** What is asked for: where it is in an element, and whether just that or also what is read from it shows it. */
interface Sought {
  readonly keys: readonly string[];
  readonly shows: ShowsOf;
  readonly isWhole?: true;
}

/** Where in what a name was declared for something is: `p.tls?.mode`, of `(p) => …` or `({ tls }) => …`. */
interface Place {
  readonly root: ts.ParameterDeclaration | ts.VariableDeclaration;
  readonly keys: readonly string[];
}

function placeOf(node: ts.Expression): Place | undefined {
  const written = bare(node);
  if (ts.isNonNullExpression(written)) return placeOf(written.expression);
  if (ts.isIdentifier(written))
    return changesOf(written).length > 0 ? undefined : placeOfDeclared(resolve(written)?.valueDeclaration);
  const asked = ts.isBinaryExpression(written) ? keyAskedBy(written) : undefined;
  if (asked !== undefined) return placeLookedUp(asked);
  if (!ts.isPropertyAccessExpression(written) && !ts.isElementAccessExpression(written)) return undefined;
  const key = keyOf(written);
  if (key === undefined && ts.isElementAccessExpression(written))
    return placeLookedUp({ object: written.expression, key: written.argumentExpression });
  const of = key === undefined ? undefined : placeOf(written.expression);
  return of === undefined || key === undefined ? undefined : { ...of, keys: [...of.keys, key] };
}

interface Lookup {
  readonly object: ts.Expression;
  readonly key: ts.Expression;
}

/** `k in before` asks for `before[k]`, where nothing that `before` has is `undefined`. */
function keyAskedBy({ left, operatorToken, right }: ts.BinaryExpression): Lookup | undefined {
  if (operatorToken.getText() !== "in") return undefined;
  const value = checkerOf(right).getIndexTypeOfType(typeAt(right), ts.IndexKind.String);
  return value === undefined || isNullable(value) ? undefined : { object: right, key: left };
}

/** `before[k]`, where the element is the key: what one and the same object has under it. */
function placeLookedUp({ object, key }: Lookup): Place | undefined {
  const names = namesIn(object);
  const declared = names.map((name) => resolve(name)?.valueDeclaration);
  const isFixed = names.every((name) => changesOf(name).length === 0);
  const of = isFixed && !declared.includes(undefined) ? placeOf(key) : undefined;
  const places = declared.map((node) => `${node?.getSourceFile().fileName}:${node?.pos}`);
  return of && { ...of, keys: [...of.keys, `[${[object.getText(), ...places].join(" ")}]`] };
}

function keyOf(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isStringLiteral(node.argumentExpression) ? node.argumentExpression.text : undefined;
}

function placeOfDeclared(declaration: ts.Node | undefined): Place | undefined {
  if (isA(ts.isParameter, declaration) || isA(ts.isVariableDeclaration, declaration))
    return { root: declaration, keys: [] };
  if (!isA(ts.isBindingElement, declaration) || !ts.isObjectBindingPattern(declaration.parent))
    return undefined;
  const key = fieldTakenBy(declaration);
  if (key === undefined || declaration.dotDotDotToken !== undefined || declaration.initializer !== undefined)
    return undefined;
  const of = placeOfDeclared(declaration.parent.parent);
  return of === undefined ? undefined : { ...of, keys: [...of.keys, key] };
}

/** Goes from a name to the list that it is an element of. */
function isElementKept(root: Place["root"], sought: Sought): boolean {
  if (ts.isParameter(root)) {
    const call = root.parent.parent;
    if (!isCallbackOf(root, call)) return false;
    return isListKept(call.expression.expression, sought);
  }
  const loop = root.parent.parent;
  if (ts.isForOfStatement(loop)) return isListKept(loop.expression, sought);
  if (root.initializer === undefined || !isConst(declaringStatement(root))) return false;
  const call = methodCallOf(root.initializer);
  return call !== undefined && finds.has(call.expression.name.text) && isKeptBy(call, sought);
}

/** `const port = ports.find(…)`: the list may have no such element. */
function isFound(root: Place["root"]): boolean {
  return ts.isVariableDeclaration(root) && !ts.isForOfStatement(root.parent.parent);
}

type MethodCall = ts.CallExpression & { readonly expression: ts.PropertyAccessExpression };

const finds: ReadonlySet<string> = new Set(["find", "findLast"]);

/** Methods that give each element to a function, as its first argument. */
const ofEach: ReadonlySet<string> = new Set([
  ...finds,
  ...["filter", "map", "flatMap", "forEach", "some", "every", "findIndex", "findLastIndex"],
]);

/** Methods whose list has no other elements than theirs. */
const ofTheSame: ReadonlySet<string> = new Set([
  ...["filter", "slice", "sort", "toSorted", "reverse", "toReversed"],
]);

function methodCallOf(node: ts.Node): MethodCall | undefined {
  const written = ts.isExpression(node) ? bare(node) : node;
  return isMethodCall(written) ? written : undefined;
}

function isMethodCall(node: ts.Node): node is MethodCall {
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
}

function isCallbackOf(parameter: ts.ParameterDeclaration, call: ts.Node): call is MethodCall {
  const fn = parameter.parent;
  return (
    isMethodCall(call) &&
    call.arguments[0] === fn &&
    fn.parameters[0] === parameter &&
    ofEach.has(call.expression.name.text)
  );
}

function isListKept(list: ts.Expression, sought: Sought): boolean {
  const written = bare(list);
  if (ts.isIdentifier(written)) {
    const declaration = resolve(written)?.valueDeclaration;
    const isFixed = isA(ts.isVariableDeclaration, declaration) && isConst(declaringStatement(declaration));
    const value = isFixed ? declaredValue(declaration) : undefined;
    return value !== undefined && isListKept(value, sought);
  }
  if (ts.isBinaryExpression(written) && written.operatorToken.getText() === "??")
    return written.right.getText() === "[]" && isListKept(written.left, sought);
  const call = methodCallOf(written);
  if (call === undefined || !ofTheSame.has(call.expression.name.text)) return false;
  return isKeptBy(call, sought) || isListKept(call.expression.expression, sought);
}

/** Does the function that such a method is given let through nothing else? */
function isKeptBy(call: MethodCall, { keys, shows, isWhole }: Sought): boolean {
  const [fn] = call.arguments.map((given) => bare(constantOf(given) ?? given));
  if (call.expression.name.text !== "filter" && !finds.has(call.expression.name.text)) return false;
  if (!isA(ts.isArrowFunction, fn) || ts.isBlock(fn.body)) return false;
  const [parameter] = fn.parameters;
  const isAsked = (node: ts.Expression): boolean => {
    const place = placeOf(node);
    if (
      place === undefined ||
      place.root !== parameter ||
      (isWhole === true && place.keys.length > keys.length)
    )
      return false;
    return keys.every((key, at) => place.keys[at] === key);
  };
  return holds(fn.body, true, shows(isAsked));
}

/** What is true, or is something, is there, and so is what it was read from. */
function thatIsThere(isAsked: (node: ts.Expression) => boolean): Shows {
  return (test, outcome) => {
    const absence = absenceTestOf(test);
    if (absence !== undefined) return absence.isThere === outcome && isAsked(absence.of);
    return outcome && isReadFrom(test, isAsked);
  };
}

/** `p.image`, `p.image?.startsWith("x")`, `p.tls?.mode === "SIMPLE"`. */
function isReadFrom(test: ts.Expression, isAsked: (node: ts.Expression) => boolean): boolean {
  const written = bare(test);
  if (isAsked(written)) return true;
  if (ts.isBinaryExpression(written) && written.operatorToken.getText() === "===")
    return ts.isStringLiteral(written.right) && isReadFrom(written.left, isAsked);
  const isChain =
    ts.isCallExpression(written) ||
    ts.isPropertyAccessExpression(written) ||
    ts.isElementAccessExpression(written);
  return isChain && isReadFrom(written.expression, isAsked);
}
