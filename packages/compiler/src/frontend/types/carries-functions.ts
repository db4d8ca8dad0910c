import { Node, type Type as TsType } from "ts-morph";
import { isOfSdk } from "../of-sdk.js";
import { keptWithChecker, typeAt } from "./kept.js";

/** How deep objects are looked into: a table of rules, its rows, their fields. */
const deepest = 4;

/** Is there a function or a regular expression in what a node stands for, as itself, in a list or in a field? No engine has those as values. */
export const carriesFunctions: (node: Node) => boolean = keptWithChecker((node: Node) =>
  carries(typeAt(node), node, deepest),
);

function carries(type: TsType, at: Node, depth: number): boolean {
  const whole = type.getNonNullableType();
  if (whole.getCallSignatures().length > 0 || whole.getSymbol()?.getName() === "RegExp") return true;
  if (depth === 0) return false;
  const within = (part: TsType | undefined): boolean => part !== undefined && carries(part, at, depth - 1);
  if (whole.isUnion()) return whole.getUnionTypes().some(within);
  if (whole.isTuple()) return whole.getTupleElements().some(within);
  if (whole.isArray() || whole.isReadonlyArray()) return within(whole.getArrayElementType());
  if (!whole.isObject()) return false;
  const declarations = whole.getSymbol()?.getDeclarations() ?? [];
  if (declarations.some(isOfLibrary)) return whole.getTypeArguments().some(within);
  return (
    within(whole.getStringIndexType()) ||
    whole.getProperties().some((property) => within(property.getTypeAtLocation(at)))
  );
}

/** What JavaScript or the SDK declare has methods, or data alone: `Set`, `Map`, `Pod`. */
function isOfLibrary(declaration: Node): boolean {
  if (!Node.isInterfaceDeclaration(declaration) && !Node.isClassDeclaration(declaration)) return false;
  return isOfSdk(declaration) || declaration.getSourceFile().getFilePath().includes("/typescript/lib/");
}
