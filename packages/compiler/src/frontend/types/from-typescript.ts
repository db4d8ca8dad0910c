import {
  absentType,
  booleanType,
  integerType,
  numberType,
  optional,
  required,
  stringType,
  type Type,
  unknownType,
} from "@policyc/ir";
import { resolve } from "../syntax/resolve.js";
import { descendantsOf, fieldTakenBy, jsDocsOf } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { isOf } from "./flags.js";
import { keptWithChecker, typeAt } from "./kept.js";
import {
  elementTypeOf,
  formsOf,
  isArray,
  isLiteral,
  isTuple,
  mayBeEmptyTuple,
  tupleElements,
  typeArguments,
} from "./shape.js";
import { declaringNodes } from "./symbols.js";
import { wholeInAll, withWhole } from "./whole-numbers.js";

/** What a call gives for the type parameters of a function. */
export type TypeArguments = ReadonlyMap<ts.Type, Type>;

export const noTypeArguments: TypeArguments = new Map();
const translated = new WeakMap<TypeArguments, WeakMap<ts.Type, Type>>();

/** What a TypeScript type is to the engines. */
export function fromTypeScript(type: ts.Type, given: TypeArguments = noTypeArguments): Type {
  const known = translated.get(given)?.get(type);
  if (known !== undefined) return known;
  const result = translate(type, given);
  const all = translated.get(given) ?? new WeakMap<ts.Type, Type>();
  translated.set(given, all.set(type, result));
  return result;
}

function translate(type: ts.Type, given: TypeArguments): Type {
  if (isOf(type, ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) return absentType;
  if (type.isUnion()) return fromUnion(type.types, given);
  if (type.isStringLiteral()) return { kind: "string", literals: [type.value] };
  if (isOf(type, ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return stringType;
  if (type.isNumberLiteral()) return Number.isInteger(type.value) ? integerType : numberType;
  if (isOf(type, ts.TypeFlags.Number)) return numberType;
  if (isOf(type, ts.TypeFlags.Boolean | ts.TypeFlags.BooleanLiteral)) return booleanType;
  if (isOpen(type)) return given.get(type) ?? ofConstraint(type);
  if (isOf(type, ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return unknownType;
  const parts = type.isIntersection() ? type.types : [];
  const primitive = parts.find(isPrimitive);
  if (primitive !== undefined) return fromTypeScript(primitive, given);
  // After a test for `undefined`, `T` is `T & ({} | null)`.
  const open = parts.find(isOpen);
  if (open !== undefined) return required(given.get(open) ?? unknownType);
  return fromObject(type, given);
}

/** `T`, `T[K]`: what it is depends on the call. */
function isOpen(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.InstantiableNonPrimitive) !== 0;
}

/** What extends `string` is a text, and `readonly T[]` a list, whatever the call gives; of an object the call says more than what it extends. */
function ofConstraint(type: ts.Type): Type {
  const constraint = type.getConstraint();
  if (constraint === undefined || constraint === type) return unknownType;
  const isKnown = isArray(constraint) || formsOf(constraint).every(isPrimitive);
  return isKnown ? fromTypeScript(constraint) : unknownType;
}

/** `keyof T & string`, `string & { readonly brand: "Image" }`: as a value it is the text. */
function isPrimitive(type: ts.Type): boolean {
  return isOf(type, ts.TypeFlags.String | ts.TypeFlags.Number | ts.TypeFlags.Boolean) || isLiteral(type);
}

function fromUnion(members: readonly ts.Type[], given: TypeArguments): Type {
  const present = members.filter((member) => !isOf(member, ts.TypeFlags.Undefined | ts.TypeFlags.Null));
  const type = oneOf(withoutImplied(present).map((member) => fromTypeScript(member, given)));
  if (present.length === members.length) return type;
  const absence = optional(type);
  const mayBeNull = absence.kind === "optional" && members.some((member) => isOf(member, ts.TypeFlags.Null));
  return mayBeNull ? { ...absence, nullable: true } : absence;
}

/** `{ names: [first] = [] } = {}` implies `[(string | undefined)?]` beside `string[]`: a list that never has anything in it. */
function withoutImplied(members: readonly ts.Type[]): readonly ts.Type[] {
  return members.some(isArray) ? members.filter((member) => !mayBeEmptyTuple(member)) : members;
}

/** The type of a value that has one of several types. */
export function oneOf(types: readonly Type[]): Type {
  const [first, ...rest] = distinct(types);
  if (first === undefined) return absentType;
  if (rest.length === 0) return first;
  const all = [first, ...rest];
  if (all.some((type) => type.kind === "absent" || type.kind === "optional")) {
    const present = all
      .filter((type) => type.kind !== "absent")
      .map((type) => (type.kind === "optional" ? type.of : type));
    return optional(oneOf(present));
  }
  if (all.every((type) => type.kind === "string")) {
    const literals = all.flatMap((type) => (type.kind === "string" ? (type.literals ?? []) : []));
    return all.every((type) => type.kind === "string" && type.literals !== undefined)
      ? { kind: "string", literals }
      : stringType;
  }
  if (all.every((type) => type.kind === "boolean")) return booleanType;
  if (all.every((type) => type.kind === "number")) return numberType;
  if (all.every((type) => type.kind === "record"))
    return withWhole({ kind: "record", name: all.map(({ name }) => name).join(" | ") }, wholeInAll(all));
  if (all.every((type) => type.kind === "list"))
    return { kind: "list", element: elementOf(all.map(({ element }) => element)) };
  if (all.every((type) => type.kind === "set"))
    return { kind: "set", element: elementOf(all.map(({ element }) => element)) };
  if (all.every(({ kind }) => kind === "map" || kind === "record")) return oneMap(all);
  const members = all.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  const kinds = new Set(members.map(({ kind }) => kind));
  return {
    kind: "union",
    members: [...kinds].map((kind) => oneOf(members.filter((one) => one.kind === kind))),
  };
}

/** Of an object with any keys and another one: its values are known where the other has none. */
function oneMap(types: readonly Type[]): Type {
  const values = types.flatMap((type) => (type.kind === "map" ? [type.value] : []));
  const isKnown = types.every(
    (type) => type.kind === "map" || (type.kind === "record" && type.name === noFields),
  );
  return { kind: "map", value: isKnown ? oneOf(values) : unknownType };
}

/** What the type of `{}` is called. */
const noFields = "{}";

/** The element of lists put together: `[]` has none of its own. */
export function elementOf(elements: readonly Type[]): Type {
  return oneOf(elements.filter(({ kind }) => kind !== "absent"));
}

/** `undefined[]` is no list of nothing: it says of each element that it is absent. */
function ofElement(type: Type): Type {
  return type.kind === "absent" ? optional(unknownType) : type;
}

function distinct(types: readonly Type[]): readonly Type[] {
  const seen = new Map(types.map((type) => [JSON.stringify(type), type]));
  return [...seen.values()];
}

const iterables: ReadonlySet<string> = new Set([
  "Generator",
  "Iterable",
  "IterableIterator",
  "ArrayIterator",
  "MapIterator",
  "RegExpStringIterator",
]);

function fromObject(type: ts.Type, given: TypeArguments): Type {
  const ofPart = (part: ts.Type | undefined): Type =>
    part === undefined ? unknownType : fromTypeScript(part, given);
  if (isArray(type)) return { kind: "list", element: ofElement(ofPart(elementTypeOf(type))) };
  if (isTuple(type)) return { kind: "list", element: oneOf(tupleElements(type).map(ofPart)) };
  const name = type.getSymbol()?.name ?? "object";
  if (iterables.has(name)) {
    const [element] = typeArguments(type);
    return { kind: "list", element: ofPart(element) };
  }
  if (name === "Set" || name === "ReadonlySet") {
    const [element] = typeArguments(type);
    return { kind: "set", element: ofPart(element) };
  }
  if (isMatch(type)) return { kind: "list", element: stringType };
  if (isJavaScriptMap(type)) {
    const [, value] = typeArguments(type);
    return { kind: "map", value: ofPart(value) };
  }
  const values = type.getStringIndexType() ?? type.getNumberIndexType();
  if (type.getProperties().length === 0)
    return values === undefined ? { kind: "record", name: noFields } : { kind: "map", value: ofPart(values) };
  return { kind: "record", name: type.aliasSymbol?.name ?? name };
}

/** What `/…/.exec(text)` and `text.match(/…/)` give: the match and its groups. */
export function isMatch(type: ts.Type): boolean {
  const name = type.getNonNullableType().getSymbol()?.name;
  return name === "RegExpExecArray" || name === "RegExpMatchArray";
}

/** `Map`, which has methods where an object with string keys has entries. */
export function isJavaScriptMap(type: ts.Type): boolean {
  const name = type.getNonNullableType().getSymbol()?.name;
  return name === "Map" || name === "ReadonlyMap";
}

/** Is the property declared as the SDK's `Integer`, or with an `@integer` tag? TypeScript itself knows only `number`. */
export function isDeclaredInteger(symbol: ts.Symbol | undefined): boolean {
  return declaringNodes(symbol).some(declaresInteger);
}

/** `cpu: Integer`, `type Port = Integer`, `type Ports = Record<string, Integer>`. */
export function saysInteger(declaration: ts.Declaration): boolean {
  if (!ts.isTypeAliasDeclaration(declaration)) return declaresInteger(declaration);
  return hasNoFields(declaration.type) && namesInteger(declaration.type);
}

/** Asked for each use of a name, and told once. */
const declaresInteger: (declaration: ts.Node) => boolean = keptWithChecker((declaration: ts.Node) => {
  if (ts.isBindingElement(declaration)) return isDeclaredInteger(takenFrom(declaration));
  const isField = ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration);
  if (!isField && !ts.isParameter(declaration)) return false;
  return (
    namesInteger(declaration.type) ||
    (isField && jsDocsOf(declaration).some((doc) => doc.tags?.some((tag) => tag.tagName.text === "integer")))
  );
});

/** `Integer`, `readonly Integer[]`, or the name of a type that is one of these. */
function namesInteger(type: ts.TypeNode | undefined, above: readonly ts.TypeNode[] = []): boolean {
  if (type === undefined || above.includes(type)) return false;
  if (/\bInteger\b/.test(type.getText())) return true;
  return [type, ...descendantsOf(type)].filter(ts.isTypeReferenceNode).some(({ typeName }) => {
    const named = ts.isIdentifier(typeName) ? resolve(typeName) : undefined;
    const aliases = declaringNodes(named).filter(ts.isTypeAliasDeclaration);
    return aliases.some((alias) => hasNoFields(alias.type) && namesInteger(alias.type, [...above, type]));
  });
}

/** Fields have types of their own. */
function hasNoFields(type: ts.TypeNode): boolean {
  return ![type, ...descendantsOf(type)].some(ts.isTypeLiteralNode);
}

/** The property that `const { port } = …` takes. */
export function takenFrom(element: ts.BindingElement): ts.Symbol | undefined {
  const pattern = element.parent;
  const name = fieldTakenBy(element);
  return name !== undefined && ts.isObjectBindingPattern(pattern)
    ? typeAt(pattern).getNonNullableType().getProperty(name)
    : undefined;
}
