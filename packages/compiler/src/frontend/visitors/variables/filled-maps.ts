import { entriesBegun } from "../../syntax/entries-begun.js";
import { isInBeginning } from "../../syntax/list-beginnings.js";
import { resolve } from "../../syntax/resolve.js";
import {
  ancestor,
  ancestorsOf,
  declaringStatement,
  descendantsOf,
  isA,
  isConst,
  isIn,
} from "../../syntax/tree.js";
import { keptWithChecker } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { allAdded, putOf } from "./puts.js";
import { loopsAround } from "./seen-sets.js";
import { statementOf, usesOf } from "./variable-uses.js";

/**
 * `const counts: Record<string, number> = {};` or `new Map()`, or one that begins with constants, that later statements
 * fill before anything else reads it: a variable like a `let`.
 */
export const isFilledMap: (node: ts.VariableStatement) => boolean = keptWithChecker(
  (node: ts.VariableStatement) => {
    const [declaration, another] = node.declarationList.declarations;
    const [name, made] = [declaration?.name, declaration?.initializer];
    if (another !== undefined || !isA(ts.isIdentifier, name) || made === undefined) return false;
    if (entriesBegun(bare(made)) === undefined) return false;
    const uses = usesOf(name, node);
    const symbol = resolve(name);
    const puts = descendantsOf(node.parent, ts.isExpressionStatement)
      .map(({ expression }) => expression)
      .filter((one) => {
        const put = putOf(one);
        return put !== undefined && resolve(put.name) === symbol;
      });
    const end = Math.max(...puts.map((put) => put.end));
    // What was there before another put would be another value by then.
    const isKept = (use: ts.Identifier): boolean => {
      const until = isWithinPut(use) ? use.end : Math.max(...readersOfKept(use).map((reader) => reader.end));
      return puts.filter((put) => put.end > use.pos && put.pos < until).length > 1;
    };
    if (uses.some((use) => use.pos < end && isKept(use))) return false;
    const loops = puts.flatMap((put) => loopsAround(put, node));
    const isAfter = (use: ts.Node): boolean =>
      use.pos > end && !ancestorsOf(use).some((around) => loops.some((loop) => loop === around));
    return puts.length > 0 && uses.every((use) => isAfter(use) || isOfPut(use));
  },
);

/** Is the map named here to put something into it, or to know what was there before? */
export function isOfPut(use: ts.Identifier): boolean {
  return isWithinPut(use) || isReadForPut(use);
}

function isWithinPut(use: ts.Identifier): boolean {
  if (isInBeginning(use)) return true;
  return ancestorsOf(use).some((one) => putOf(one)?.name.getText() === use.getText());
}

/** `const before = counts[key] ?? 0;`, which only what puts it back reads. */
function isReadForPut(use: ts.Node): boolean {
  // A variable is set where a list begins, and nowhere else, or it would have other readers.
  const statement = declaringStatement(keptBy(use));
  if (statement === undefined) return false;
  const readers = readersOfKept(use).filter((one) => !isInBeginning(one));
  if (readers.length > 1) return false;
  if (readers.length === 0 && !isConst(statement)) return false;
  return readers.every((reader) =>
    ancestorsOf(reader).some((one) => {
      const put = putOf(one);
      return (
        put !== undefined &&
        put.name.getText() === use.getText() &&
        !allAdded(put).some((by) => isIn(reader, by))
      );
    }),
  );
}

/** The declaration of what keeps it, and not that of the function which all of this is in. */
function keptBy(use: ts.Node): ts.VariableDeclaration | undefined {
  const around = ancestor(use, (one) => ts.isVariableDeclaration(one) || ts.isStatement(one));
  return isA(ts.isVariableDeclaration, around) ? around : undefined;
}

/** Who reads the constant that keeps what is read here. */
function readersOfKept(use: ts.Node): readonly ts.Identifier[] {
  const name = keptBy(use)?.name;
  if (!isA(ts.isIdentifier, name)) return [];
  const symbol = resolve(name);
  return descendantsOf(ancestor(use, ts.isBlock), ts.isIdentifier).filter(
    (one) => one !== name && resolve(one) === symbol,
  );
}

/** Is the map that something is put into one that `isFilledMap`? */
export function isOfFilledMap(name: ts.Identifier): boolean {
  const statement = statementOf(name);
  return statement !== undefined && isFilledMap(statement);
}
