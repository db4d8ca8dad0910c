import { constantOf } from "../static/evaluate.js";
import { groupNames, groupsIn, isGlobal, isRegex, partsOf, type Regex } from "../static/regex.js";
import { elementRead, readBy } from "../syntax/element-read.js";
import { goneThrough, wholeList } from "../syntax/gone-through.js";
import { resolve } from "../syntax/resolve.js";
import { fieldTakenBy, isA } from "../syntax/tree.js";
import { isMatch } from "../types/from-typescript.js";
import { typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isChained } from "../visitors/expressions/chain.js";

/** A read of what a match has found: `m[1]`, `m.groups.major`, or a name that `const [, major] = m` gives it. */
export interface Group {
  /** What the pattern is called, or the pattern itself. */
  readonly regex: ts.Expression;
  readonly position: number;
  /** Is there surely a match, as far as TypeScript tells? */
  readonly isSure: boolean;
  /** What stands in for it where there is none. */
  readonly fallback?: ts.Expression | undefined;
}

interface ReadOf extends Omit<Group, "regex" | "position"> {
  /** Of which match it is read. */
  readonly of: ts.Expression | ts.ParameterDeclaration | ts.VariableDeclaration;
  readonly at: number | string;
}

export function groupRead(node: ts.Expression): Group | undefined {
  return groupOf(groupAt(bare(node)));
}

/** What a name is given of a match: `major` of `const [, major] = m`. */
export function groupTakenBy(element: ts.BindingElement): Group | undefined {
  return groupOf(groupTakenOut(element, undefined));
}

function groupOf(read: ReadOf | undefined): Group | undefined {
  if (read === undefined) return undefined;
  const { of, at, ...others } = read;
  const regex = regexOfMatch(of);
  const position = typeof at === "string" ? positionNamed(at, regex) : at;
  return regex && position !== undefined ? { regex, position, ...others } : undefined;
}

/** What a match is of, as far as it is written: `pattern` of `pattern.exec(text)`, or of a name for it. */
export function regexOfMatch(match: ReadOf["of"]): ts.Expression | undefined {
  if (ts.isParameter(match) || ts.isVariableDeclaration(match)) return regexOfAll(goneThrough(match));
  const declaration = ts.isIdentifier(match) ? resolve(match)?.valueDeclaration : undefined;
  const source = goneThrough(declaration) ?? elementRead(match)?.list;
  if (source !== undefined) return regexOfAll(source);
  const found = bare(constantOf(match) ?? match);
  if (found !== match && ts.isIdentifier(found)) return regexOfMatch(found);
  const callee = isA(ts.isCallExpression, found) ? found.expression : undefined;
  if (!isA(ts.isCallExpression, found) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const { text: method } = callee.name;
  const [argument] = found.arguments;
  if (method === "exec") return callee.expression;
  // With `g` a match has no groups: what is read is one of all matches.
  const isOfAll = argument !== undefined && isGlobal(regexNamed(argument));
  return method === "match" && !isOfAll ? argument : undefined;
}

/** `pattern` of `text.matchAll(pattern)`, `[...text.matchAll(pattern)]`, or of a name for these. */
function regexOfAll(source: ts.Expression | undefined): ts.Expression | undefined {
  if (source === undefined) return undefined;
  const all = wholeList(source);
  const [only, another] = ts.isArrayLiteralExpression(all) ? all.elements : [];
  if (isA(ts.isSpreadElement, only) && another === undefined) return regexOfAll(only.expression);
  return readBy("matchAll", all)?.position;
}

/** The match of which these are the groups with names: `m` of `m.groups`, `m?.groups`, or of a name for them. */
export function matchOfGroups(groups: ts.Expression): ts.PropertyAccessExpression | undefined {
  const said = ts.isNonNullExpression(groups) ? groups.expression : groups;
  const written = bare(constantOf(said) ?? said);
  const isOfMatch = isA(ts.isPropertyAccessExpression, written) && written.name.text === "groups";
  return isOfMatch && isMatch(typeAt(written.expression)) ? written : undefined;
}

/** Is there surely such a group, as it takes part in every match, and there is one? */
export function isGroupThere(read: ts.Expression): boolean {
  const group = groupRead(read);
  return group?.isSure === true && isOptional(group) === false;
}

/** May there be none of it though there is a match? Nothing where the pattern is not known here, or has no such group. */
export function isOptional({ regex, position }: Group): boolean | undefined {
  const written = regexNamed(regex);
  if (written === undefined) return undefined;
  return position === 0 ? false : groupsIn(partsOf(written).source)[position - 1]?.mayBeAbsent;
}

function positionNamed(name: string, regex: ts.Expression | undefined): number | undefined {
  const written = regex && regexNamed(regex);
  const position = written === undefined ? -1 : groupNames(partsOf(written).source).indexOf(name);
  return position < 0 ? undefined : position + 1;
}

/** A pattern that is written here, or has a name that says nothing else. */
export function regexNamed(node: ts.Expression): Regex | undefined {
  const written = bare(constantOf(node) ?? node);
  return isRegex(written) ? written : undefined;
}

function groupAt(read: ts.Expression): ReadOf | undefined {
  const [node, fallback] = eitherSide(read);
  if (ts.isElementAccessExpression(node)) {
    const { expression: of, argumentExpression: key, questionDotToken } = node;
    const isSure = questionDotToken === undefined;
    if (ts.isNumericLiteral(key)) return { of: bare(of), at: Number(key.text), isSure, fallback };
    return ts.isStringLiteral(key) ? named(of, key.text, { isSure: !isChained(node), fallback }) : undefined;
  }
  if (ts.isPropertyAccessExpression(node))
    return named(node.expression, node.name.text, { isSure: !isChained(node), fallback });
  const element = ts.isIdentifier(node) ? resolve(node)?.valueDeclaration : undefined;
  return isA(ts.isBindingElement, element) ? groupTakenOut(element, fallback) : undefined;
}

/** `major` of `const [, major] = m`, or of `const { major } = m.groups`. */
function groupTakenOut(element: ts.BindingElement, orElse: ts.Expression | undefined): ReadOf | undefined {
  const { parent: pattern, initializer: fallback = orElse } = element;
  const declaration = pattern.parent;
  if (ts.isBindingElement(declaration) || element.dotDotDotToken !== undefined) return undefined;
  if (goneThrough(declaration) !== undefined && ts.isArrayBindingPattern(pattern))
    return { of: declaration, at: pattern.elements.indexOf(element), isSure: true, fallback };
  const given = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  if (given === undefined) return undefined;
  const [of, none] = eitherSide(bare(given));
  if (none !== undefined && none.getText() !== (ts.isArrayBindingPattern(pattern) ? "[]" : "{}"))
    return undefined;
  const isSure = none === undefined;
  if (ts.isArrayBindingPattern(pattern))
    return { of, at: pattern.elements.indexOf(element), isSure, fallback };
  return named(of, fieldTakenBy(element) ?? "", { isSure, fallback });
}

type OrElse = Pick<Group, "isSure" | "fallback">;

function named(groups: ts.Expression, name: string, orElse: OrElse): ReadOf | undefined {
  const of = matchOfGroups(groups);
  return of && { of: bare(of.expression), at: name, ...orElse };
}

/** `a` and `b` of `a ?? b`. */
function eitherSide(node: ts.Expression): readonly [ts.Expression, ts.Expression | undefined] {
  const isOr = ts.isBinaryExpression(node) && node.operatorToken.getText() === "??";
  return isOr ? [bare(node.left), bare(node.right)] : [node, undefined];
}
