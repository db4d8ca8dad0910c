import { calledOfSdk } from "../syntax/names.js";
import { isA } from "../syntax/tree.js";
import { keptWithChecker } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { constantOf, evaluate, nameWritten } from "./evaluate.js";

/** What a module gives to `policy({ … })` in its default export. */
export function definitionIn(file: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  const exported = file.statements.find(isDefaultExport)?.expression;
  const call = exported === undefined ? undefined : throughConstants(exported);
  if (!isA(ts.isCallExpression, call) || calledOfSdk(call) !== "policy") return undefined;
  const [argument] = call.arguments;
  return argument === undefined ? undefined : objectWritten(argument);
}

/** What the policy of a module is called. */
export function nameIn(file: ts.SourceFile): string | undefined {
  const definition = definitionIn(file);
  const property = definition === undefined ? undefined : propertiesOf(definition).get("name");
  const name = isA(ts.isPropertyAssignment, property) ? evaluate(property.initializer) : undefined;
  return typeof name === "string" ? name : undefined;
}

/** The object literal that an expression is, or that the `const` holds which it names. */
export function objectWritten(written: ts.Expression): ts.ObjectLiteralExpression | undefined {
  const node = throughConstants(written);
  return ts.isObjectLiteralExpression(node) ? node : undefined;
}

/** What is written, behind the names of constants. */
export function throughConstants(written: ts.Expression): ts.Expression {
  const node = bare(written);
  const initializer = constantOf(node);
  return initializer === undefined ? node : throughConstants(initializer);
}

const needed = ["name", "title", "description", "severity", "match"] as const;

/**
 * The fields that a policy needs and does not have. Said before TypeScript says it: without one of them it can
 * no longer tell what `object` is, and blames every line.
 */
export function missingFieldsOf(definition: ts.ObjectLiteralExpression): readonly string[] {
  if (unreadIn(definition).length > 0) return [];
  const properties = propertiesOf(definition);
  const missing = needed.filter((field) => !properties.has(field));
  // What else is missing TypeScript does not tell where it has lost the types.
  const isSaying = properties.has("check") || (properties.has("require") && properties.has("message"));
  if (missing.length === 0 || isSaying) return missing;
  return [...missing, properties.has("require") ? "message" : "check"];
}

/**
 * The fields of an object literal by their names, with those of the constants that are spread into it; of several
 * with one name the last. A policy is asked for many of them.
 */
export const propertiesOf: (
  node: ts.ObjectLiteralExpression,
) => ReadonlyMap<string, ts.ObjectLiteralElementLike> = keptWithChecker(
  (node: ts.ObjectLiteralExpression) => new Map(node.properties.flatMap(fieldsFrom)),
);

function fieldsFrom(
  property: ts.ObjectLiteralElementLike,
): readonly (readonly [string, ts.ObjectLiteralElementLike])[] {
  if (ts.isSpreadAssignment(property)) {
    const spread = objectWritten(property.expression);
    return spread === undefined ? [] : [...propertiesOf(spread)];
  }
  const name = nameWritten(property.name);
  return name === undefined ? [] : [[name, property]];
}

/** What `propertiesOf` cannot read: spreads of anything but constants, names that are not known, and `get x() { … }`. */
export function unreadIn(node: ts.ObjectLiteralExpression): readonly ts.ObjectLiteralElementLike[] {
  return node.properties.flatMap((property) => {
    if (!ts.isSpreadAssignment(property))
      return ts.isAccessor(property) || nameWritten(property.name) === undefined ? [property] : [];
    const spread = objectWritten(property.expression);
    return spread === undefined ? [property] : unreadIn(spread);
  });
}

/** `export default …;`, and not `export = …;`. */
function isDefaultExport(statement: ts.Statement): statement is ts.ExportAssignment {
  return ts.isExportAssignment(statement) && statement.isExportEquals !== true;
}
