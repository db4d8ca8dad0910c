import { keptWithChecker } from "../types/kept.js";
import { declaringNodes, symbolAt } from "../types/symbols.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isPassing } from "./passing.js";
import { resolve } from "./resolve.js";
import {
  ancestor,
  ancestorsOf,
  declaringStatement,
  descendantsOf,
  isA,
  isIn,
  isOfModule,
  isRepeated,
  placeChangedBy,
} from "./tree.js";

/** A field of a tally: a variable of its own. */
export interface TallyField {
  readonly name: ts.Identifier;
  readonly value: ts.Expression;
}

/**
 * `const totals = { cpu: 0, memory: 0 };` of which later statements change the fields, `totals.cpu += n`, before anything
 * holds the whole of it: a `let` for each field. Nothing where the object is anything more than that.
 */
export const tallyOf: (node: ts.VariableStatement) => readonly TallyField[] | undefined = keptWithChecker(
  (node: ts.VariableStatement) => {
    const [declaration, another] = node.declarationList.declarations;
    if (declaration === undefined || another !== undefined || isOfModule(declaration)) return undefined;
    const { name, initializer: made } = declaration;
    if (!ts.isIdentifier(name) || !isA(ts.isObjectLiteralExpression, made)) return undefined;
    const fields = made.properties.flatMap((property): TallyField[] =>
      ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)
        ? [{ name: property.name, value: property.initializer }]
        : [],
    );
    if (fields.length < made.properties.length) return undefined;
    const symbol = symbolAt(name);
    const uses = descendantsOf(node.parent, ts.isIdentifier).filter(
      (one) => one !== name && one.text === name.text && resolve(one) === symbol,
    );
    const changes = uses.flatMap((use) => changeOf(use) ?? []);
    const loops = changes.flatMap((change) => ancestorsOf(change).filter(isRepeated));
    const end = Math.max(...changes.map((change) => change.end));
    const isAfter = (use: ts.Node): boolean =>
      use.pos > end && !ancestorsOf(use).some((one) => loops.includes(one) && !isIn(node, one));
    const isApart = (use: ts.Identifier): boolean =>
      fieldReadBy(use, fields) && isHeldByNothing(use, uses, fields, node);
    return changes.length > 0 && uses.every((use) => isApart(use) || isAfter(use)) ? fields : undefined;
  },
);

/** `totals.cpu += n`, `totals.cpu++`, `totals.names.push(x)` */
function changeOf(use: ts.Identifier): ts.Node | undefined {
  const place = use.parent;
  if (!ts.isPropertyAccessExpression(place) || place.expression !== use) return undefined;
  return placeChangedBy(place.parent) === place ? place.parent : pushTo(place);
}

function pushTo(list: ts.Expression): ts.CallExpression | undefined {
  const access = list.parent;
  const isPush = ts.isPropertyAccessExpression(access) && access.name.text === "push";
  const call = isPush && isA(ts.isCallExpression, access.parent) ? access.parent : undefined;
  return call?.expression === access && ts.isExpressionStatement(call.parent) ? call : undefined;
}

/** A list that is pushed to is written out, and has no second name before: that would be seen to grow. */
function isHeldByNothing(
  use: ts.Identifier,
  uses: readonly ts.Identifier[],
  fields: readonly TallyField[],
  declared: ts.VariableStatement,
): boolean {
  const place = use.parent;
  if (!ts.isPropertyAccessExpression(place)) return false;
  const isSame = ({ parent }: ts.Node): boolean =>
    ts.isPropertyAccessExpression(parent) && parent.name.text === place.name.text;
  const pushes = uses
    .filter(isSame)
    .flatMap(({ parent }) => (ts.isExpression(parent) ? (pushTo(parent) ?? []) : []));
  const made = fields.find(({ name }) => name.text === place.name.text)?.value;
  if (pushes.length === 0) return true;
  if (made === undefined || !ts.isArrayLiteralExpression(bare(made))) return false;
  const isLater = pushes.every(({ end }) => end < use.pos);
  return isLater || changeOf(use) !== undefined || isPassing(place, declared);
}

function fieldReadBy({ parent }: ts.Identifier, fields: readonly TallyField[]): boolean {
  return ts.isPropertyAccessExpression(parent) && fields.some(({ name }) => name.text === parent.name.text);
}

/** The fields of the tally that is named here. */
export function tallyNamed(name: ts.Node): readonly TallyField[] | undefined {
  const [declaration] = ts.isIdentifier(name) ? declaringNodes(resolve(name)) : [];
  const statement = isA(ts.isVariableDeclaration, declaration) ? declaringStatement(declaration) : undefined;
  return statement && tallyOf(statement);
}

/** The variable that an expression names: `count`, or for `totals.cpu` the `cpu` where it is declared. */
export function variableNamed(node: ts.Node): ts.Identifier | undefined {
  return ts.isIdentifier(node) ? node : fieldNamed(node);
}

function fieldNamed(node: ts.Node): ts.Identifier | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  return tallyNamed(node.expression)?.find(({ name }) => name.text === node.name.text)?.name;
}

/** Is a field of a tally named here that gets a new value? */
export function isFieldTarget({ parent }: ts.Identifier): boolean {
  return fieldNamed(parent) !== undefined && placeChangedBy(parent.parent) === parent;
}

/** The statement that declares the variable, or the tally that it is a field of. */
export function tallyWith(field: ts.Symbol | undefined): ts.VariableStatement | undefined {
  const [property] = declaringNodes(field);
  const declaration = isA(ts.isPropertyAssignment, property)
    ? ancestor(property, ts.isVariableDeclaration)
    : undefined;
  const statement = declaringStatement(declaration);
  const fields = statement && tallyOf(statement);
  return fields?.some(({ name }) => name.parent === property) === true ? statement : undefined;
}
