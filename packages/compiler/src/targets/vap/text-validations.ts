import { startOf } from "@policyc/diagnostics";
import {
  booleanType,
  type Expr,
  integerType,
  type Json,
  literal,
  optional,
  type Policy,
  stringType,
  type Type,
} from "@policyc/ir";
import { toCelCondition } from "../../backends/cel/index.js";
import { all, any, negation } from "../exemptions.js";
import { fieldsOf, type ParameterField } from "./fields.js";

const span = startOf("policyc.yaml");

/**
 * What a schema would say, as validations: nobody looks at a ConfigMap when it is edited. They come first, so that a
 * request is denied with the reason.
 */
export function textValidations(policy: Policy, configMap: string): readonly Json[] {
  return fieldsOf(policy).flatMap((field) => {
    const bounds = boundsOf(field);
    if (!field.isRequired && bounds.length === 0) return [];
    const of = read(field, optional(stringType));
    const isGiven: Expr = { kind: "present", of, type: booleanType, span };
    const holds = bounds.map((bound) => bound.holds);
    const condition = field.isRequired ? all([isGiven, ...holds]) : any([negation(isGiven), all(holds)]);
    const as = bounds.length === 0 ? "" : ` as ${bounds.map(({ what }) => what).join(", ")}`;
    const orNot = field.isRequired ? "" : ", or leave it out";
    const message = `the ConfigMap ${configMap} must give the parameter ${field.name}${as}${orNot}`;
    return [{ expression: toCelCondition(condition, policy, "data"), message }];
  });
}

interface Bound {
  readonly what: string;
  readonly holds: Expr;
}

function boundsOf(field: ParameterField): readonly Bound[] {
  const { enum: allowed, pattern, minLength, maxLength } = field.schema;
  const value = read(field, stringType);
  const bounds: Bound[] = [];
  if (isTexts(allowed)) bounds.push({ what: `one of ${allowed.join(", ")}`, holds: isOneOf(value, allowed) });
  if (typeof pattern === "string")
    bounds.push({ what: `text that matches ${pattern}`, holds: matches(pattern, value) });
  if (typeof minLength === "number")
    bounds.push({ what: `at least ${minLength} characters`, holds: isOfLength(value, ">=", minLength) });
  if (typeof maxLength === "number")
    bounds.push({ what: `at most ${maxLength} characters`, holds: isOfLength(value, "<=", maxLength) });
  return bounds;
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function read({ name }: ParameterField, type: Type): Expr {
  const of: Expr = { kind: "input", root: "params", type: { kind: "record", name: "Params" }, span };
  return { kind: "field", of, name, type, span };
}

function isOneOf(value: Expr, allowed: readonly string[]): Expr {
  const items = allowed.map((text) => ({ spread: false, value: literal(text, span) }));
  const list: Expr = { kind: "list", items, type: { kind: "list", element: stringType }, span };
  return { kind: "call", intrinsic: "list.includes", args: [list, value], type: booleanType, span };
}

function matches(pattern: string, value: Expr): Expr {
  const args = [literal(pattern, span), value];
  return { kind: "call", intrinsic: "string.matches", args, type: booleanType, span };
}

function isOfLength(value: Expr, operator: "<=" | ">=", length: number): Expr {
  const left: Expr = { kind: "call", intrinsic: "string.length", args: [value], type: integerType, span };
  return { kind: "compare", operator, left, right: literal(length, span), type: booleanType, span };
}
