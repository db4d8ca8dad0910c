import { groupsOf } from "@policyc/ir";
import { constantOf } from "../static/evaluate.js";
import { isRegex, partsOf } from "../static/regex.js";
import { resolve } from "../syntax/resolve.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";

/** A read of what a match has found: `m[1]`, or a name that `const [, major] = m` gives it. */
export interface Group {
  /** What the pattern is called, or the pattern itself. */
  readonly regex: ts.Expression;
  readonly position: number;
  /** What stands in for it where there is no match, if there may be none. */
  readonly orElse: readonly string[];
}

interface ReadOf extends Omit<Group, "regex"> {
  readonly of: ts.Expression;
}

export function groupRead(node: ts.Expression): Group | undefined {
  const read = groupAt(bare(node));
  const kept = read === undefined ? undefined : constantOf(read.of);
  const found = kept === undefined ? read?.of : bare(kept);
  const callee = isA(ts.isCallExpression, found) ? found.expression : undefined;
  if (read === undefined || !isA(ts.isCallExpression, found) || !isA(ts.isPropertyAccessExpression, callee))
    return undefined;
  const { text: method } = callee.name;
  const [argument] = found.arguments;
  const regex = method === "exec" ? callee.expression : method === "match" ? argument : undefined;
  return regex && { regex, position: read.position, orElse: read.orElse };
}

/** Is there surely such a group, of a match that there is? In what is compiled, each takes part in every match. */
export function isGroupThere(read: ts.Expression): boolean {
  const { regex: named, position = 0, orElse } = groupRead(read) ?? {};
  const regex = named && bare(constantOf(named) ?? named);
  if (regex === undefined || !isRegex(regex) || orElse?.length !== 0) return false;
  return position <= groupsOf(partsOf(regex).source).length;
}

function groupAt(read: ts.Expression): ReadOf | undefined {
  const [node, fallback] = eitherSide(read);
  if (ts.isElementAccessExpression(node)) {
    const { expression: of, argumentExpression: key, questionDotToken } = node;
    const isSure = questionDotToken === undefined;
    return ts.isNumericLiteral(key) ? group(of, Number(key.text), { isSure, fallback }) : undefined;
  }
  const element = ts.isIdentifier(node) ? resolve(node)?.valueDeclaration : undefined;
  if (!isA(ts.isBindingElement, element) || !ts.isArrayBindingPattern(element.parent)) return undefined;
  const declaration = element.parent.parent;
  const given = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  if (given === undefined || element.dotDotDotToken !== undefined) return undefined;
  const [of, none] = eitherSide(bare(given));
  if (none !== undefined && none.getText() !== "[]") return undefined;
  const position = element.parent.elements.indexOf(element);
  return group(of, position, { isSure: none === undefined, fallback: element.initializer ?? fallback });
}

/** What a match gives as a group is a text: nothing stands in for it where there surely is a match. */
function group(
  of: ts.Expression,
  position: number,
  { isSure, fallback }: { readonly isSure: boolean; readonly fallback: ts.Expression | undefined },
): ReadOf | undefined {
  if (isSure) return { of: bare(of), position, orElse: [] };
  const isDigits = isA(ts.isStringLiteral, fallback) && /^\d+$/.test(fallback.text);
  return isDigits ? { of: bare(of), position, orElse: [fallback.text] } : undefined;
}

/** `a` and `b` of `a ?? b`. */
function eitherSide(node: ts.Expression): readonly [ts.Expression, ts.Expression | undefined] {
  const isOr = ts.isBinaryExpression(node) && node.operatorToken.getText() === "??";
  return isOr ? [bare(node.left), bare(node.right)] : [node, undefined];
}
