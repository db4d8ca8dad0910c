import type { Json, KyvernoNames } from "@policyc/ir";
import type { Context } from "../context.js";
import { badValue, notStatic } from "../diagnostics/declaration.js";
import type { ts } from "../typescript.js";
import { evaluate, isRecord } from "./evaluate.js";
import { initializerOf } from "./match.js";

/** Kubernetes takes a label's value for the name of a rule: Kyverno makes one of it in its reports. */
const ruleName = /^[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const policyName = /^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/;

/** `kyverno: { policy, rule, context }` of a declaration; absent where it says nothing. */
export function kyvernoNames(
  definition: ts.ObjectLiteralExpression,
  cx: Context,
): { readonly kyverno?: KyvernoNames } {
  const node = initializerOf(definition, "kyverno");
  if (node === undefined) return {};
  const value = evaluate(node);
  if (value === undefined) {
    cx.report(notStatic(cx.span(node), "`kyverno`"));
    return {};
  }
  const given = isRecord(value) ? value : {};
  const wrong = (field: string, expected: string) =>
    cx.report(badValue(cx.span(node), `kyverno.${field}`, expected));
  const { policy, rule, context } = given;
  if (policy !== undefined && !isNamed(policy, policyName)) wrong("policy", "the name of a Kyverno policy");
  if (rule !== undefined && !isNamed(rule, ruleName)) wrong("rule", "the name of a rule");
  return {
    kyverno: {
      ...(isNamed(policy, policyName) ? { policy } : {}),
      ...(isNamed(rule, ruleName) ? { rule } : {}),
      ...(isRecord(context) ? { context: texts(context) } : {}),
    },
  };
}

function isNamed(value: Json | undefined, expression: RegExp): value is string {
  return typeof value === "string" && expression.test(value);
}

function texts(record: { readonly [key: string]: Json }): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
}
