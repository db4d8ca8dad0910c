import { isOfSdk } from "../syntax/of-sdk.js";
import { ts } from "../typescript.js";
import { isOf } from "./flags.js";
import { keptWithChecker, typeAt } from "./kept.js";
import { elementTypeOf, isArray, isTuple, typeArguments } from "./shape.js";
import { declaringNodes, typeOfSymbolAt } from "./symbols.js";

/** How deep objects are looked into: a table of rules, its rows, their fields. */
const deepest = 4;

/** Is there a function or a regular expression in what a node stands for, as itself, in a list or in a field? No engine has those as values. */
export const carriesFunctions: (node: ts.Node) => boolean = keptWithChecker((node: ts.Node) =>
  carries(typeAt(node), node, deepest),
);

function carries(type: ts.Type, at: ts.Node, depth: number): boolean {
  const whole = type.getNonNullableType();
  if (whole.getCallSignatures().length > 0 || whole.getSymbol()?.name === "RegExp") return true;
  if (depth === 0) return false;
  const within = (part: ts.Type | undefined): boolean => part !== undefined && carries(part, at, depth - 1);
  if (whole.isUnion()) return whole.types.some(within);
  if (isTuple(whole)) return typeArguments(whole).some(within);
  if (isArray(whole)) return within(elementTypeOf(whole));
  if (!isOf(whole, ts.TypeFlags.Object)) return false;
  const declarations = declaringNodes(whole.getSymbol());
  if (declarations.some(isOfLibrary)) return typeArguments(whole).some(within);
  return (
    within(whole.getStringIndexType()) ||
    whole.getProperties().some((property) => within(typeOfSymbolAt(property, at)))
  );
}

/** What JavaScript or the SDK declare has methods, or data alone: `Set`, `Map`, `Pod`. */
function isOfLibrary(declaration: ts.Node): boolean {
  if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassDeclaration(declaration)) return false;
  return isOfSdk(declaration) || declaration.getSourceFile().fileName.includes("/typescript/lib/");
}
