import type { Collector, Span } from "@policyc/diagnostics";
import type { Json, JsonSchema, Policy } from "@policyc/ir";
import { Ajv, type ValidateFunction } from "ajv";
import type { PolicySettings } from "./config.js";
import { badParameter, unknownParameter } from "./diagnostics/parameters.js";
import { complaints } from "./schema-errors.js";
import { suggest } from "./suggest.js";
import type { Path, YamlDocument } from "./yaml-document.js";

/** The settings of one policy in one layer, and where they stand. */
export interface SettingsLayer {
  readonly says: PolicySettings;
  readonly path: Path;
}

type Values = Readonly<Record<string, Json>>;

/**
 * One for all policies: making one costs more than a schema does. The schemas are the compiler's own, and each is used a
 * few times: to check them, too, and to optimise what checks the values takes longer than all else.
 */
const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: false,
  validateFormats: false,
  validateSchema: false,
  code: { optimize: false },
});

/** The author's values, overridden key by key by each layer. */
export function parameterValues(policy: Policy, layers: readonly SettingsLayer[]): Values {
  const given = layers.flatMap((layer) => Object.entries(layer.says.params ?? {}));
  return { ...policy.params.defaults, ...Object.fromEntries(given) };
}

/** Holds the values against the policy's schema. */
export function checkParameters(
  policy: Policy,
  layers: readonly SettingsLayer[],
  document: YamlDocument | undefined,
  collector: Collector,
): void {
  const validate = validatorOf(policy.params.schema);
  if (validate(parameterValues(policy, layers))) return;
  for (const complaint of complaints(validate.errors ?? [])) {
    if (complaint.kind === "unknown-key") {
      const span = where(policy, layers, document, complaint.path, "key");
      const { key, known } = complaint;
      collector.report(unknownParameter(span, key, policy.name, suggest(key, known), known));
    } else {
      const span = where(policy, layers, document, complaint.path, "value");
      collector.report(badParameter(span, policy.name, complaint.what, complaint.hint));
    }
  }
}

/** By what the schema says: many policies take the same parameters, or none, and a watcher plans them again and again. */
const validators = new Map<string, ValidateFunction<Values>>();

function validatorOf(schema: JsonSchema): ValidateFunction<Values> {
  const text = JSON.stringify(schema);
  const validator = validators.get(text) ?? ajv.compile<Values>(closed(schema));
  validators.set(text, validator);
  return validator;
}

/** The place in `policyc.yaml` that gave the value, or else the policy itself. */
function where(
  policy: Policy,
  layers: readonly SettingsLayer[],
  document: YamlDocument | undefined,
  path: Path,
  part: "key" | "value",
): Span {
  const [name] = path;
  const layer =
    typeof name === "string"
      ? layers.findLast((candidate) => Object.hasOwn(candidate.says.params ?? {}, name))
      : layers.findLast((candidate) => candidate.says.params !== undefined);
  if (layer === undefined || document === undefined) return policy.span;
  const full = [...layer.path, "params", ...path];
  return part === "key" ? document.keySpan(full) : document.valueSpan(full);
}

/**
 * A structural schema prunes unknown fields silently; here they are mistakes, so every object with named
 * fields is closed. `x-kubernetes-preserve-unknown-fields` keeps it open.
 */
function closed(schema: JsonSchema): Record<string, unknown> {
  const result: Record<string, unknown> = { ...schema };
  const { properties, items, additionalProperties } = schema;
  if (isSchema(items)) result["items"] = closed(items);
  if (isSchema(additionalProperties)) result["additionalProperties"] = closed(additionalProperties);
  if (isSchema(properties)) {
    const fields = Object.entries(properties).map(([name, field]) => [
      name,
      isSchema(field) ? closed(field) : field,
    ]);
    result["properties"] = Object.fromEntries(fields);
  }
  const isObject = schema["type"] === "object" && additionalProperties === undefined;
  const isTopOrNamed = isSchema(properties) || Object.keys(schema).every((keyword) => keyword === "type");
  if (isObject && isTopOrNamed && schema["x-kubernetes-preserve-unknown-fields"] !== true)
    result["additionalProperties"] = false;
  return result;
}

function isSchema(value: Json | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
