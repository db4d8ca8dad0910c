import type { Json } from "@policyc/ir";
import { isJsonList, isJsonObject, type JsonObject, listAt, textAt } from "../fixtures/json.js";
import { NotEmitted } from "./emitted.js";

/**
 * A spec whose parameters an object of the cluster holds, as an engine without a cluster evaluates it: the object stands
 * in a variable, and expressions read the variable where they read `params`. Nothing else in them is touched.
 */
export function withParameters(spec: JsonObject, objects: readonly JsonObject[]): JsonObject {
  const { paramKind, ...rest } = spec;
  if (paramKind === undefined) return spec;
  const object = objects.find((one) =>
    ["apiVersion", "kind"].every((field) => textAt(one, field) === textAt(spec, "paramKind", field)),
  );
  if (object === undefined)
    throw new NotEmitted(`no ${textAt(spec, "paramKind", "kind") ?? "object"} with parameters was emitted`);
  const params = { name: "params", expression: literalOf(object) };
  return {
    ...rest,
    variables: [params, ...listAt(spec, "variables").map(bound)],
    validations: listAt(spec, "validations").map(bound),
  };
}

/** A variable or a validation. */
function bound(holder: Json): Json {
  if (!isJsonObject(holder)) return holder;
  const entries = Object.entries(holder).map(([field, value]): [string, Json] => {
    const isExpression = field === "expression" || field === "messageExpression";
    return [field, isExpression && typeof value === "string" ? reading(value) : value];
  });
  return Object.fromEntries(entries);
}

/** Text is stepped over; a name after a point is a field. */
const token = /r'[^']*'|'[^']*'|"(?:\\.|[^"\\])*"|(?<![.\w])params\b/g;

function reading(expression: string): string {
  return expression.replace(token, (found) => (found === "params" ? "dyn(variables.params)" : found));
}

/** Each value hides its type, as the values of an object do. */
function literalOf(value: Json): string {
  if (isJsonList(value)) return `dyn([${value.map(literalOf).join(", ")}])`;
  if (!isJsonObject(value)) return `dyn(${JSON.stringify(value)})`;
  const entries = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}: ${literalOf(inner)}`,
  );
  return `dyn({${entries.join(", ")}})`;
}
