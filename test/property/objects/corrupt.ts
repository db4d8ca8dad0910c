import type { Choose } from "../choose.js";
import type { KubernetesObject, Value } from "./object.js";
import { elementOf, type FieldShape, type KindName, shapes } from "./shapes.js";

/** An object that no API server takes, and which field is to blame. */
export interface Corrupted {
  readonly object: KubernetesObject;
  readonly path: readonly (string | number)[];
  /** It is missing, rather than of another type. */
  readonly isLeftOut: boolean;
}

/** Breaks one field of an object: gives it a value of another type, or leaves it out where it has to be there. */
export function corrupted(kind: KindName, object: KubernetesObject, choose: Choose): Corrupted {
  const places = placesIn(kind, object, []);
  const place = places[choose.below(places.length)];
  if (place === undefined) throw new Error(`a ${kind} without fields`);
  const isLeftOut = !place.optional && choose.often(30);
  const wrong = isLeftOut ? undefined : choose.among(wrongValues(place.type));
  return { object: record(replaced(object, place.path, wrong)), path: place.path, isLeftOut };
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly type: string;
  readonly optional: boolean;
}

function placesIn(shape: string, value: KubernetesObject, path: Place["path"]): readonly Place[] {
  return (shapes.get(shape) ?? []).flatMap((field) =>
    placesOf(field, value[field.name], [...path, field.name]),
  );
}

function placesOf(
  { type, optional }: Pick<FieldShape, "type" | "optional">,
  value: Value | undefined,
  path: Place["path"],
): readonly Place[] {
  if (value === undefined) return [];
  const here = { path, type, optional };
  const element = elementOf(type);
  if (element === undefined) return [here, ...placesIn(type, record(value), path)];
  const items = Array.isArray(value) ? value : [];
  return [
    here,
    ...items.flatMap((item, index) => placesOf({ type: element, optional: true }, item, [...path, index])),
  ];
}

/** What is decoded into no field of the type. */
function wrongValues(type: string): readonly [Value, ...Value[]] {
  if (elementOf(type) !== undefined) return ["text", { a: "b" }, 1, true];
  switch (type) {
    case "string":
      return [1, true, ["a"], { a: "b" }];
    case "number":
      return ["1", "text", true, 1.5, [1]];
    case "boolean":
      return ["true", 1, ["a"]];
    case "IntOrString":
      return [true, ["a"], { a: "b" }];
    default:
      return ["text", 1, ["a"], true];
  }
}

function replaced(value: Value, path: Place["path"], by: Value | undefined): Value {
  const [step, ...rest] = path;
  if (step === undefined) return by ?? value;
  if (typeof step === "number" && Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([name, member]) => {
      if (name !== step) return [[name, member]];
      return rest.length === 0 && by === undefined ? [] : [[name, replaced(member, rest, by)]];
    }),
  );
}

function record(value: Value): KubernetesObject {
  return value !== null && typeof value === "object" && !isList(value) ? value : {};
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
