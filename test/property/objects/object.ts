import type { Choose } from "../choose.js";
import { elementOf, type KindName, kinds, shapes } from "./shapes.js";
import { keys, numberValue, textValue } from "./values.js";

export type Value = string | number | boolean | null | readonly Value[] | { readonly [field: string]: Value };
export type KubernetesObject = { readonly [field: string]: Value };

/** What all objects of a batch have in common. */
export interface ObjectOptions {
  /** No text outside of Unicode's basic plane, of which JavaScript counts two units each. */
  readonly bmpOnly: boolean;
}

/** An object that its kind's schema takes, with anything in it that may be there. */
export function objectOf(kind: KindName, choose: Choose, options: ObjectOptions): KubernetesObject {
  return { apiVersion: kinds[kind].apiVersion, kind, ...record(kind, choose, { ...options, depth: 0 }) };
}

/** A value of a shape that is no kind: parameters, a user. */
export function recordOf(shape: string, choose: Choose, options: ObjectOptions): KubernetesObject {
  return record(shape, choose, { ...options, depth: 0 });
}

interface Place extends ObjectOptions {
  readonly depth: number;
}

function record(shape: string, choose: Choose, place: Place): { [field: string]: Value } {
  const fields = (shapes.get(shape) ?? []).filter(
    ({ isRequired }) => isRequired || choose.often(place.depth > 4 ? 30 : 50),
  );
  const inner = { ...place, depth: place.depth + 1 };
  return Object.fromEntries(
    fields.map(({ name, type, values, isNullable }) => [
      name,
      isNullable && choose.often(25) ? null : fieldValue(type, values, { choose, place: inner }),
    ]),
  );
}

function fieldValue(
  type: string,
  values: string,
  { choose, place }: { readonly choose: Choose; readonly place: Place },
): Value {
  const element = elementOf(type);
  if (element !== undefined)
    return Array.from({ length: choose.below(4) }, () => fieldValue(element, values, { choose, place }));
  switch (type) {
    case "string":
      return textValue(values, choose, place);
    case "number":
      return numberValue(values, choose);
    case "boolean":
      return choose.often(60);
    case "IntOrString":
      return choose.often(50) ? numberValue("port", choose) : textValue("name", choose, place);
    case "fraction":
      return choose.among([0, 1, 2, 0.5, 1.5, 0.1, -0.25]);
    case "note":
      return choose.often(30) ? null : textValue(values, choose, place);
    case "unknown":
      return choose.among<Value>(["a", "", 0, 1, 1.5, true, false, null, ["a"], [], { a: "b" }, {}]);
    case "lists":
    case "named": {
      const of = type === "lists" ? "string[]" : "note";
      return Object.fromEntries(
        Array.from({ length: choose.below(4) }, () => [
          choose.among(keys),
          fieldValue(of, values, { choose, place }),
        ]),
      );
    }
    case "map":
      return Object.fromEntries(
        Array.from({ length: choose.below(4) }, () => [choose.among(keys), textValue(values, choose, place)]),
      );
    default:
      return record(type, choose, place);
  }
}
