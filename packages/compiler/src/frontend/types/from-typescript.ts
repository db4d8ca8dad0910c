import {
  absentType,
  booleanType,
  integerType,
  numberType,
  optional,
  stringType,
  type Type,
  unknownType,
} from "@policyc/ir";
import { type BindingElement, Node, type Symbol as TsSymbol, type Type as TsType, TypeFlags } from "ts-morph";
import { keptWithChecker, typeAt } from "./kept.js";

const translated = new WeakMap<TsType, Type>();

/** What a TypeScript type is to the engines. */
export function fromTypeScript(type: TsType): Type {
  const known = translated.get(type) ?? translate(type);
  translated.set(type, known);
  return known;
}

function translate(type: TsType): Type {
  if (type.isUndefined() || type.isNull() || type.isVoid()) return absentType;
  if (type.isUnion()) return fromUnion(type.getUnionTypes());
  if (type.isStringLiteral()) return { kind: "string", literals: [String(type.getLiteralValue())] };
  if (type.isString() || type.isTemplateLiteral()) return stringType;
  if (type.isNumberLiteral()) return Number.isInteger(type.getLiteralValue()) ? integerType : numberType;
  if (type.isNumber()) return numberType;
  if (type.isBoolean() || type.isBooleanLiteral()) return booleanType;
  if (type.isAny() || type.isUnknown() || isOpen(type)) return unknownType;
  const parts = type.isIntersection() ? type.getIntersectionTypes() : [];
  const primitive = parts.find(isPrimitive);
  if (primitive !== undefined) return fromTypeScript(primitive);
  // After a test for `undefined`, `T` is `T & ({} | null)`.
  if (parts.some(isOpen)) return unknownType;
  return fromObject(type);
}

/** `T`, `T[K]`: what it is depends on the call. */
function isOpen(type: TsType): boolean {
  return (type.getFlags() & TypeFlags.InstantiableNonPrimitive) !== 0;
}

/** `keyof T & string`, `string & { readonly brand: "Image" }`: as a value it is the text. */
function isPrimitive(type: TsType): boolean {
  return type.isString() || type.isNumber() || type.isBoolean() || type.isLiteral();
}

function fromUnion(members: readonly TsType[]): Type {
  const present = members.filter((member) => !member.isUndefined() && !member.isNull());
  const type = oneOf(present.map(fromTypeScript));
  if (present.length === members.length) return type;
  const absence = optional(type);
  const mayBeNull = absence.kind === "optional" && members.some((member) => member.isNull());
  return mayBeNull ? { ...absence, nullable: true } : absence;
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
    return { kind: "record", name: all.map((type) => (type.kind === "record" ? type.name : "")).join(" | ") };
  if (all.every((type) => type.kind === "list"))
    return {
      kind: "list",
      element: elementOf(all.flatMap((type) => (type.kind === "list" ? [type.element] : []))),
    };
  if (all.every(({ kind }) => kind === "map" || kind === "record")) return oneMap(all);
  return { kind: "union", members: all };
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

function distinct(types: readonly Type[]): readonly Type[] {
  const seen = new Map(types.map((type) => [JSON.stringify(type), type]));
  return [...seen.values()];
}

function fromObject(type: TsType): Type {
  if (type.isArray() || type.isReadonlyArray()) {
    const element = type.getArrayElementType();
    return { kind: "list", element: element === undefined ? unknownType : fromTypeScript(element) };
  }
  if (type.isTuple()) return { kind: "list", element: oneOf(type.getTupleElements().map(fromTypeScript)) };
  const name = type.getSymbol()?.getName() ?? "object";
  if (name === "Generator") {
    const [element] = type.getTypeArguments();
    return { kind: "list", element: element === undefined ? unknownType : fromTypeScript(element) };
  }
  if (name === "Set" || name === "ReadonlySet") {
    const [element] = type.getTypeArguments();
    return { kind: "set", element: element === undefined ? unknownType : fromTypeScript(element) };
  }
  if (isJavaScriptMap(type)) {
    const [, value] = type.getTypeArguments();
    return { kind: "map", value: value === undefined ? unknownType : fromTypeScript(value) };
  }
  const values = type.getStringIndexType() ?? type.getNumberIndexType();
  if (type.getProperties().length === 0)
    return values === undefined
      ? { kind: "record", name: noFields }
      : { kind: "map", value: fromTypeScript(values) };
  return { kind: "record", name: type.getAliasSymbol()?.getName() ?? name };
}

/** `Map`, which has methods where an object with string keys has entries. */
export function isJavaScriptMap(type: TsType): boolean {
  const name = type.getNonNullableType().getSymbol()?.getName();
  return name === "Map" || name === "ReadonlyMap";
}

/** Is the property declared as the SDK's `Integer`, or with an `@integer` tag? TypeScript itself knows only `number`. */
export function isDeclaredInteger(symbol: TsSymbol | undefined): boolean {
  return symbol?.getDeclarations().some(declaresInteger) ?? false;
}

/** Asked for each use of a name, and told once. */
const declaresInteger: (declaration: Node) => boolean = keptWithChecker((declaration: Node) => {
  if (Node.isBindingElement(declaration)) return isDeclaredInteger(takenFrom(declaration));
  if (!Node.isPropertySignature(declaration) && !Node.isParameterDeclaration(declaration)) return false;
  const written = declaration.getTypeNode()?.getText() ?? "";
  return (
    /\bInteger\b/.test(written) ||
    (Node.isPropertySignature(declaration) &&
      declaration.getJsDocs().some((doc) => doc.getTags().some((tag) => tag.getTagName() === "integer")))
  );
});

/** The property that `const { port } = …` takes. */
function takenFrom(element: BindingElement): TsSymbol | undefined {
  const pattern = element.getParent();
  const name = element.getPropertyNameNode()?.getText() ?? element.getName();
  return Node.isObjectBindingPattern(pattern)
    ? typeAt(pattern).getNonNullableType().getProperty(name)
    : undefined;
}
