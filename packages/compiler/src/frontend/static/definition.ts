import { Node, type ObjectLiteralElementLike, type ObjectLiteralExpression, type SourceFile } from "ts-morph";
import { keptWithChecker } from "../types/kept.js";
import { bare } from "../visitors/bare.js";

/** What a module gives to `policy({ … })` in its default export. */
export function definitionIn(file: SourceFile): ObjectLiteralExpression | undefined {
  const exported = file.getExportAssignment((assignment) => !assignment.isExportEquals())?.getExpression();
  const call = exported === undefined ? undefined : bare(exported);
  if (!Node.isCallExpression(call) || call.getExpression().getText() !== "policy") return undefined;
  const [argument] = call.getArguments();
  return Node.isObjectLiteralExpression(argument) ? argument : undefined;
}

const needed = ["name", "title", "description", "severity", "match"] as const;

/**
 * The first field that a policy needs and does not have. Said before TypeScript says it: without one of them it can
 * no longer tell what `object` is, and blames every line.
 */
export function missingFieldOf(definition: ObjectLiteralExpression): string | undefined {
  if (definition.getProperties().some(Node.isSpreadAssignment)) return undefined;
  const properties = propertiesOf(definition);
  return needed.find((field) => !properties.has(field));
}

/** The fields of an object literal by their names, of several with one name the first. A policy is asked for many of them. */
export const propertiesOf: (node: ObjectLiteralExpression) => ReadonlyMap<string, ObjectLiteralElementLike> =
  keptWithChecker(
    (node: ObjectLiteralExpression) =>
      new Map(
        node
          .getProperties()
          .flatMap((property) => (Node.hasName(property) ? [[property.getName(), property] as const] : []))
          .reverse(),
      ),
  );
