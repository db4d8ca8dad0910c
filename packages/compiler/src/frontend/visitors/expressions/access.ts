import {
  absent,
  type Expr,
  type InputRoot,
  literal,
  mayBeAbsent,
  optional,
  required,
  stringType,
  type Type,
} from "@policyc/ir";
import { entryKey } from "../../build/entry-key.js";
import { call, compare, conditional, field, index } from "../../build/nodes.js";
import { once } from "../../build/once.js";
import { groupRead } from "../../builtins/group-read.js";
import { countOfRows } from "../../builtins/guarded-rows.js";
import { namedGroups } from "../../builtins/named-groups.js";
import { partOfMatch } from "../../builtins/optional-groups.js";
import { fraction, mayBeFraction } from "../../builtins/positions.js";
import { sourceOf } from "../../builtins/regexp.js";
import type { Context } from "../../context.js";
import { reassignment } from "../../diagnostics/flow.js";
import { unknownName, unsupportedSyntax } from "../../diagnostics/syntax.js";
import { unitLength } from "../../diagnostics/text.js";
import { mixedTypes } from "../../diagnostics/types.js";
import { documentation } from "../../syntax/documentation.js";
import { resolve } from "../../syntax/resolve.js";
import { tallyNamed, variableNamed } from "../../syntax/tallies.js";
import { declaringStatement, isA, isConst, isOfModule } from "../../syntax/tree.js";
import { isOf } from "../../types/flags.js";
import { fromTypeScript, isJavaScriptMap, isMatch } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { declaredType } from "../../types/read-type.js";
import { isNullable } from "../../types/shape.js";
import { isViolation } from "../../types/violations.js";
import { withWholeNumbers } from "../../types/whole-numbers.js";
import { ts } from "../../typescript.js";
import { elementOfTurn } from "../loops/turns.js";
import { chosenValue } from "../rows/alternatives.js";
import { writtenAt } from "../rows/written.js";
import { unsupportedExpression } from "../unsupported.js";
import { isKnownOfSeen } from "../variables/filled-before.js";
import { isChained, thatIsThere, whenPresent } from "./chain.js";
import { enumOfTexts, memberOfEnum } from "./enums.js";
import { isKeptByFilter } from "./kept-by-filter.js";
import { staticField } from "./static-members.js";
import { mayBeWithoutFields } from "./taken-for.js";
import { isTested } from "./tested.js";
import { countsUnits } from "./text-length.js";

const roots = [
  "object",
  "oldObject",
  "params",
  "request",
  "namespaceObject",
] as const satisfies readonly InputRoot[];

/** A name: a binder, a part of the admission, `undefined`, or a `const` of some module. */
export function identifier(node: ts.Identifier, cx: Context): Expr {
  if (node.getText() === "undefined") return absent(cx.span(node));
  const symbol = resolve(node);
  const meaning = symbol === undefined ? undefined : cx.scope.get(symbol);
  if (meaning?.kind === "value" && !isKnownOfSeen(node, cx)) return cx.invalid(reassignment(cx.span(node)));
  if (meaning?.kind === "value")
    return { ...meaning.value, type: narrowed(meaning.value, node, cx), span: cx.span(node) };
  const tally = tallyNamed(node);
  if (tally !== undefined) {
    const entries = tally.map(({ name }) => ({ name: name.text, value: cx.expression(name) }));
    return { kind: "record", entries, type: cx.type(node), span: cx.span(node) };
  }
  const chosen = chosenValue(node, cx);
  if (chosen !== undefined) return chosen;
  if (meaning?.kind === "written" && ts.isExpression(meaning.node)) {
    const value = cx.seeing(meaning.scope).expression(meaning.node);
    return value.kind === "invalid" ? value : { ...value, type: narrowed(value, node, cx) };
  }
  const declaration = symbol?.valueDeclaration;
  if (isA(ts.isVariableDeclaration, declaration)) {
    const initializer = declaration.initializer;
    const isFixed = isConst(declaringStatement(declaration));
    if (initializer !== undefined && isFixed && isOfModule(declaration))
      return titled(cx.expression(initializer), declaration.name, declaringStatement(declaration));
  }
  if (isA(ts.isExportAssignment, declaration))
    return titled(cx.expression(declaration.expression), node, declaration);
  const texts = enumOfTexts(node, cx);
  if (texts !== undefined) return texts;
  if (isA(ts.isEnumDeclaration, declaration) || isA(ts.isClassDeclaration, declaration))
    return cx.invalid(unsupportedExpression(declaration, cx, node));
  const written = writtenAt(node, cx);
  if (ts.isNewExpression(written.node)) return cx.seeing(written.scope).expression(written.node);
  return cx.invalid(unknownName(cx.span(node), node.getText()));
}

/** A list or an object that a module calls by a name. */
function titled(value: Expr, name: ts.Node, declaration: ts.Node | undefined): Expr {
  if (value.kind !== "list" && value.kind !== "record") return value;
  const doc = documentation(declaration);
  return { ...value, name: name.getText(), ...(doc === undefined ? {} : { doc }) };
}

/** A test before may have shown more than the binder's own type says; it can never say less about what is known. */
function narrowed(value: Expr, node: ts.Expression, cx: Context): Expr["type"] {
  const seen = cx.type(node);
  const type = mayBeAbsent(seen) && isKeptByFilter(node) ? required(seen) : seen;
  // What a test has shown to be there TypeScript calls `T & ({} | null)`.
  if (type.kind === "unknown") return isShownToBeThere(typeAt(node)) ? required(value.type) : value.type;
  const known = required(value.type);
  if (isOfAbsent(required(type)) && known.kind === "list" && !isOfAbsent(known)) return value.type;
  if (
    !isBoundAsTruth(required(type).kind, known.kind, node) &&
    !knowsLess(required(type).kind, known.kind) &&
    !isTakenForDefault(known, node)
  )
    return withWholeNumbers(type, known);
  return mayBeAbsent(type) || known.kind === "unknown" ? value.type : known;
}

function isShownToBeThere(type: ts.Type): boolean {
  return !type.isTypeParameter() && !isNullable(type) && !isOf(type, ts.TypeFlags.Unknown | ts.TypeFlags.Any);
}

/** A list in which something may be absent: TypeScript does not see what `filter(Boolean)` keeps. */
function isOfAbsent(type: Type): boolean {
  return type.kind === "list" && mayBeAbsent(type.element);
}

/** Does TypeScript take any text for one that is written out? So it takes a default, where it has forgotten the keys. */
function isTakenForDefault(known: Type, node: ts.Expression): boolean {
  if (known.kind !== "string" || known.literals !== undefined) return false;
  const declared = declaredType(node);
  const type = declared === undefined ? undefined : required(fromTypeScript(declared));
  return type?.kind === "string" && type.literals !== undefined;
}

/**
 * Of what is only tested nothing but its truth is bound: see `isOnlyTested`. Anything else that is read of a flag, as of the
 * text that `typeof` tells it from, is never read.
 */
function isBoundAsTruth(type: Type["kind"], known: Type["kind"], node: ts.Expression): boolean {
  if (known !== "boolean" || type === "boolean" || type === "absent") return false;
  return type === "union" || isTested(node);
}

/** TypeScript knows no whole numbers, and forgets that `{ ...labels, app: "web" }` has any keys. */
function knowsLess(type: Type["kind"], known: Type["kind"]): boolean {
  if (type === "unknown") return true;
  return type === known ? type === "number" : type === "record" && known === "map";
}

/** `Number.MAX_SAFE_INTEGER`, for what stands in for no limit. */
function boundOfIntegers(node: ts.PropertyAccessExpression, cx: Context): Expr | undefined {
  const bound = boundsOfIntegers.get(node.getText());
  return bound === undefined ? undefined : literal(bound, cx.span(node));
}

const boundsOfIntegers: ReadonlyMap<string, number> = new Map([
  ["Number.MAX_SAFE_INTEGER", Number.MAX_SAFE_INTEGER],
  ["Number.MIN_SAFE_INTEGER", Number.MIN_SAFE_INTEGER],
]);

/** `of.name` and `of?.name`. */
export function propertyAccess(node: ts.PropertyAccessExpression, cx: Context): Expr {
  const span = cx.span(node);
  const name = node.name.text;
  const ofEnum = memberOfEnum(node, cx) ?? boundOfIntegers(node, cx);
  if (ofEnum !== undefined) return ofEnum;
  if (name === "at" && isViolation(typeAt(node.expression)))
    return cx.invalid(
      unsupportedSyntax(span, "what a violation blames", "use its `message`, or what it was made of"),
    );
  const groups = namedGroups(node, cx);
  if (groups !== undefined) return groups;
  if (name !== "length" && isMatch(typeAt(node.expression)))
    return cx.invalid(
      unsupportedSyntax(
        span,
        `\`${name}\` of a match`,
        "use its groups, by their position or their name: `m[1]`, `m.groups?.host`",
      ),
    );
  const variable = variableNamed(node);
  if (variable !== undefined) {
    const value = cx.expression(variable);
    return value.kind === "invalid" ? value : { ...value, type: narrowed(value, node, cx), span };
  }
  const root = admissionRoot(node, cx);
  if (root !== undefined) return { kind: "input", root, type: cx.type(node), span };
  const constant = staticField(node);
  if (constant !== undefined) return titled(cx.expression(constant.value), node.name, constant.declaration);
  const member = writtenAt(node, cx);
  if (member.node !== node && ts.isExpression(member.node))
    return cx.seeing(member.scope).expression(member.node);
  const chosen = chosenValue(node, cx);
  if (chosen !== undefined) return chosen;
  const source = sourceOf(node, cx);
  if (source !== undefined) return source;
  const rows = name === "length" ? countOfRows(node.expression, cx) : undefined;
  if (rows !== undefined) return rows;
  const of = cx.expression(node.expression);
  const type = required(of.type);
  if (mayBeWithoutFields(type)) return cx.invalid(mixedTypes(span, `\`${node.expression.getText()}\``));
  if (name === "length" && type.kind === "list") return lengthOf(of, "list.length", cx, node);
  if (name === "length" && type.kind === "string" && countsUnits(node, of))
    return cx.invalid(unitLength(span, node.getText(), node.expression.getText()));
  if (name === "length" && type.kind === "string") return lengthOf(of, "string.length", cx, node);
  if (name === "size" && isJavaScriptMap(typeAt(node.expression))) return lengthOf(of, "map.size", cx, node);
  if (name === "size" && type.kind === "set") return lengthOf(of, "set.size", cx, node);
  if (type.kind === "map") return index(of, literal(name, span), entryType(node, of, cx), span);
  return field(of, name, fieldType(node, of, cx), span);
}

/** `list[i]?.name` of what is there after all is absent no more often than the field. */
function fieldType(node: ts.PropertyAccessExpression, of: Expr, cx: Context): Type {
  const type = entryType(node, of, cx);
  if (node.questionDotToken === undefined || mayBeAbsent(of.type) || !mayBeAbsent(type)) return type;
  const declared = declaredType(node);
  return declared === undefined || mayBeAbsent(fromTypeScript(declared)) ? type : required(type);
}

/** What a filter or find before has asked for is there, where what it is read of is. */
function entryType(node: ts.Expression, of: Expr, cx: Context): Type {
  const type = cx.type(node);
  return mayBeAbsent(type) && !mayBeAbsent(of.type) && isKeptByFilter(node) ? required(type) : type;
}

function lengthOf(
  of: Expr,
  intrinsic: "list.length" | "map.size" | "set.size" | "string.length",
  cx: Context,
  node: ts.PropertyAccessExpression,
): Expr {
  const span = cx.span(node);
  const length = call(intrinsic, [thatIsThere(of)], span);
  return isChained(node) ? whenPresent(of, length) : length;
}

/** `admission.object`, where the argument of `check` is not taken apart. */
function admissionRoot(node: ts.PropertyAccessExpression, cx: Context): InputRoot | undefined {
  const target = node.expression;
  if (!ts.isIdentifier(target)) return undefined;
  const symbol = resolve(target);
  if (symbol === undefined || cx.scope.get(symbol)?.kind !== "admission") return undefined;
  return roots.find((root) => root === node.name.text);
}

/** `of[key]`: TypeScript counts an entry as absent until it sees a test of this very access. */
export function elementAccess(node: ts.ElementAccessExpression, cx: Context): Expr {
  const span = cx.span(node);
  const ofEnum = memberOfEnum(node, cx);
  if (ofEnum !== undefined) return ofEnum;
  const chosen = chosenValue(node, cx);
  if (chosen !== undefined) return chosen;
  const argument = node.argumentExpression;
  const ofTurn = elementOfTurn(node.expression, argument, cx);
  if (ofTurn !== undefined) return ofTurn;
  const of = cx.expression(node.expression);
  if (mayBeWithoutFields(required(of.type)))
    return cx.invalid(mixedTypes(span, `\`${node.expression.getText()}\``));
  const key = cx.expression(argument);
  const type = entryType(node, of, cx);
  if (required(of.type).kind === "record" && ts.isStringLiteral(argument))
    return field(of, argument.text, type, span);
  if (required(of.type).kind === "string" && key.kind !== "invalid") {
    const isPosition = key.kind === "literal" && typeof key.value === "number" && key.value >= 0;
    return isPosition
      ? characterAt(of, Number(key.value), cx, span)
      : cx.invalid(unsupportedSyntax(span, "a character by a computed position", "use `.slice(i, i + 1)`"));
  }
  if (required(of.type).kind === "list" && mayBeFraction(key)) return cx.invalid(fraction(key));
  const isList = required(of.type).kind === "list";
  const value = index(of, isList ? key : entryKey(key), type, span);
  return isMatch(typeAt(node.expression)) && mayBeAbsent(type) ? partOfMatch(groupRead(node), value) : value;
}

/** `text[0]`: absent where the text is shorter. */
function characterAt(of: Expr, position: number, cx: Context, span: Expr["span"]): Expr {
  return once({ ...of, type: required(of.type) }, "text", cx, (text) =>
    conditional(
      compare(">", call("string.length", [text], span), literal(position, span), span),
      call("string.slice", [text, literal(position, span), literal(position + 1, span)], span),
      absent(span),
      optional(stringType),
      span,
    ),
  );
}

/** Input roots by name, for destructured arguments of `check`. */
export function inputNamed(name: string): InputRoot | undefined {
  return roots.find((root) => root === name);
}
