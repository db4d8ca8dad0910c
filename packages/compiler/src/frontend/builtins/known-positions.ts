import { type Expr, integerType, literal, optional } from "@policyc/ir";
import { index } from "../build/nodes.js";
import { resolve } from "../syntax/resolve.js";
import { declaringStatement, isA, isConst } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isGathered } from "../visitors/variables/gathered.js";

/** `["low", "high"].indexOf(level)`: of texts that are written out it is an entry of a table, which needs no index. */
export function positionAmongTexts(list: ts.Expression, value: Expr): Expr | undefined {
  const texts = textsOf(list);
  if (texts === undefined || value.type.kind !== "string") return undefined;
  const { span } = value;
  const entries = [...new Set(texts)].map((name) => ({ name, value: literal(texts.indexOf(name), span) }));
  const table: Expr = { kind: "record", entries, type: { kind: "map", value: integerType }, span };
  const of = index(table, value, optional(integerType), span);
  return { kind: "coalesce", of, fallback: literal(-1, span), type: integerType, span };
}

/** A `const` that stays what it is made as: nothing is pushed to it. */
function isNeverFilled(statement: ts.VariableStatement | undefined): boolean {
  return statement !== undefined && isConst(statement) && !isGathered(statement);
}

/** The texts of a list that is written out, here or as a `const`. */
function textsOf(list: ts.Expression): readonly string[] | undefined {
  const written = bare(list);
  const declaration = ts.isIdentifier(written) ? resolve(written)?.valueDeclaration : undefined;
  const isFixed =
    isA(ts.isVariableDeclaration, declaration) && isNeverFilled(declaringStatement(declaration));
  const initializer = isFixed ? declaration.initializer : undefined;
  const literalList = initializer === undefined ? written : bare(initializer);
  if (!ts.isArrayLiteralExpression(literalList)) return undefined;
  const elements = literalList.elements;
  const texts = elements.flatMap((element) => (ts.isStringLiteral(element) ? [element.text] : []));
  return texts.length === elements.length ? texts : undefined;
}
