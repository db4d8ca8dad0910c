import { type Expr, integerType, literal, optional } from "@policyc/ir";
import { type Expression, Node } from "ts-morph";
import { index } from "../build.js";
import { resolve } from "../resolve.js";
import { bare } from "../visitors/bare.js";

/** `["low", "high"].indexOf(level)`: of texts that are written out it is an entry of a table, which needs no index. */
export function positionAmongTexts(list: Expression, value: Expr): Expr | undefined {
  const texts = textsOf(list);
  if (texts === undefined || value.type.kind !== "string") return undefined;
  const { span } = value;
  const entries = [...new Set(texts)].map((name) => ({ name, value: literal(texts.indexOf(name), span) }));
  const table: Expr = { kind: "record", entries, type: { kind: "map", value: integerType }, span };
  const of = index(table, value, optional(integerType), span);
  return { kind: "coalesce", of, fallback: literal(-1, span), type: integerType, span };
}

/** The texts of a list that is written out, here or as a `const`. */
function textsOf(list: Expression): readonly string[] | undefined {
  const written = bare(list);
  const declaration = Node.isIdentifier(written) ? resolve(written)?.getValueDeclaration() : undefined;
  const isConst =
    Node.isVariableDeclaration(declaration) &&
    declaration.getVariableStatement()?.getDeclarationKind() === "const";
  const initializer = isConst ? declaration.getInitializer() : undefined;
  const literalList = initializer === undefined ? written : bare(initializer);
  if (!Node.isArrayLiteralExpression(literalList)) return undefined;
  const elements = literalList.getElements();
  const texts = elements.flatMap((element) =>
    Node.isStringLiteral(element) ? [element.getLiteralValue()] : [],
  );
  return texts.length === elements.length ? texts : undefined;
}
