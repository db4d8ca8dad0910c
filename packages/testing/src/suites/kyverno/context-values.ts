import type { Json } from "@policyc/ir";
import { isJsonObject, type JsonObject } from "../../fixtures/json.js";
import type { PolicyUnderTest } from "../policy-under-test.js";
import type { SuiteCase } from "../suite.js";
import { isAboutRequest } from "./request-variables.js";
import type { Variables } from "./values.js";

/**
 * The case with the parameters that stand in for the context variables of its Test. One that the policy has no
 * parameter for is a reason not to run the case: Kyverno would have looked something up that the predicate cannot.
 */
export function inContext(
  one: SuiteCase,
  { kyverno, parameters }: Pick<PolicyUnderTest, "kyverno" | "parameters">,
): SuiteCase {
  if (one.variables === undefined || one.skip !== undefined) return one;
  const context = Object.entries(kyverno?.context ?? {});
  const parameterFor = (variable: string) =>
    context.find(([name]) => variable === name || variable.startsWith(`${name}.`));
  const unknown = [...one.variables.own].find(
    ([variable, value]) => !isAboutRequest(variable, value) && parameterFor(variable) === undefined,
  );
  if (unknown !== undefined) return { ...one, skip: unanswerable(unknown[0]) };
  let values: JsonObject = {};
  for (const [variable, value] of allOf(one.variables)) {
    const found = parameterFor(variable);
    if (found === undefined) continue;
    const [name, parameter] = found;
    const below = variable === name ? [] : variable.slice(name.length + 1).split(".");
    values = withValue({ ...parameters.defaults, ...values }, [parameter, ...below], parsed(value));
  }
  return { ...one, params: { ...one.params, values: { ...one.params.values, ...values } } };
}

function unanswerable(variable: string): string {
  return `the test gives \`${variable}\` in place of what Kyverno would look up, and the policy has no parameter for it`;
}

function allOf({ own, global }: Variables): ReadonlyMap<string, Json> {
  return new Map([...global, ...own]);
}

function withValue(value: Json | undefined, [step, ...rest]: readonly string[], given: Json): JsonObject {
  const object = isJsonObject(value) ? value : {};
  if (step === undefined) return object;
  return { ...object, [step]: rest.length === 0 ? given : withValue(object[step], rest, given) };
}

/** A ConfigMap holds text: a list in it is JSON. */
function parsed(value: Json): Json {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    const json: Json = JSON.parse(value);
    return json;
  } catch {
    return value;
  }
}
