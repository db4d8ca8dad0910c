import { calledName } from "../names.js";
import { isA } from "../syntax.js";
import { keptWithChecker } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/bare.js";

/** What a module gives to `policy({ … })` in its default export. */
export function definitionIn(file: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  const exported = file.statements.find(isDefaultExport)?.expression;
  const call = exported === undefined ? undefined : bare(exported);
  if (!isA(ts.isCallExpression, call) || calledName(call) !== "policy") return undefined;
  const [argument] = call.arguments;
  return isA(ts.isObjectLiteralExpression, argument) ? argument : undefined;
}

const needed = ["name", "title", "description", "severity", "match"] as const;

/**
 * The first field that a policy needs and does not have. Said before TypeScript says it: without one of them it can
 * no longer tell what `object` is, and blames every line.
 */
export function missingFieldOf(definition: ts.ObjectLiteralExpression): string | undefined {
  if (definition.properties.some(ts.isSpreadAssignment)) return undefined;
  const properties = propertiesOf(definition);
  return needed.find((field) => !properties.has(field));
}

/** The fields of an object literal by their names, of several with one name the first. A policy is asked for many of them. */
export const propertiesOf: (
  node: ts.ObjectLiteralExpression,
) => ReadonlyMap<string, ts.ObjectLiteralElementLike> = keptWithChecker(
  (node: ts.ObjectLiteralExpression) =>
    new Map(
      node.properties
        .flatMap((property) =>
          property.name === undefined ? [] : [[property.name.getText(), property] as const],
        )
        .reverse(),
    ),
);

/** `export default …;`, and not `export = …;`. */
function isDefaultExport(statement: ts.Statement): statement is ts.ExportAssignment {
  return ts.isExportAssignment(statement) && statement.isExportEquals !== true;
}
