import type { Json, JsonSchema, Level, Parameters, Policy, Rollout, Severity } from "@policyc/ir";
import { Context, type PolicyContext } from "./context.js";
import {
  badName,
  badTarget,
  badValue,
  missingField,
  noPolicy,
  notBuilt,
  notStatic,
} from "./diagnostics/declaration.js";
import { predicate } from "./predicate.js";
import { definitionIn, throughConstants } from "./static/definition.js";
import { evaluate, isRecord } from "./static/evaluate.js";
import { kyvernoNames } from "./static/kyverno-names.js";
import { initializerOf, reportUnread, staticMatch } from "./static/match.js";
import { unbuiltIn } from "./static/unbuilt.js";
import { calledOfSdk } from "./syntax/names.js";
import { typeAt } from "./types/kept.js";
import { parametersSchema } from "./types/params-schema.js";
import { typeArguments } from "./types/shape.js";
import { ts } from "./typescript.js";

const severities = ["low", "medium", "high", "critical"] as const satisfies readonly Severity[];
const levels = ["low", "medium", "high"] as const satisfies readonly Level[];
const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** The policy that a module exports by default; `undefined` where something was reported instead. */
export function lowerPolicy(file: ts.SourceFile, shared: PolicyContext): Policy | undefined {
  const cx = new Context(shared);
  const definition = definitionIn(file);
  if (definition === undefined) {
    cx.report(noPolicy({ ...cx.span(file), end: cx.span(file).start }, shared.project.path(file)));
    return undefined;
  }
  reportUnread(definition, cx);
  for (const { call, called } of unbuiltIn(file, definition))
    cx.report(notBuilt(cx.span(call.expression), called));
  const text = new Metadata(definition, cx);
  const name = text.required("name");
  if (name !== undefined && !dnsLabel.test(name))
    cx.report(badName(cx.span(initializerOf(definition, "name") ?? definition), name));
  const matchNode = initializerOf(definition, "match");
  if (matchNode === undefined) cx.report(missingField(cx.span(definition), "match"));
  const match = matchNode === undefined ? { kinds: [], operations: [] } : staticMatch(matchNode, cx);
  const body = predicate(definition, cx);
  if (name === undefined) return undefined;
  const optional = Object.fromEntries(
    (["rationale", "remediation", "minKubernetes", "needs"] as const).flatMap((field) => {
      const value = text.optional(field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  return {
    name,
    title: text.required("title") ?? name,
    description: text.required("description") ?? "",
    severity: text.severity(),
    controls: text.list("controls"),
    ...text.rollout(),
    ...text.coveredBy(),
    ...optional,
    match,
    params: parametersOf(definition, cx),
    constraintKind: text.constraintKind() ?? pascalCase(name),
    ...kyvernoNames(definition, cx),
    ...text.unreachable(),
    functions: shared.functions.all,
    body,
    span: cx.span(definition),
  };
}

/** Reads the fields that say what a policy is, without running it. */
class Metadata {
  readonly #definition: ts.ObjectLiteralExpression;
  readonly #cx: Context;

  constructor(definition: ts.ObjectLiteralExpression, cx: Context) {
    this.#definition = definition;
    this.#cx = cx;
  }

  required(field: string): string | undefined {
    if (initializerOf(this.#definition, field) === undefined)
      this.#cx.report(missingField(this.#cx.span(this.#definition), field));
    return this.optional(field);
  }

  optional(field: string): string | undefined {
    const node = initializerOf(this.#definition, field);
    const value = this.#value(field, node);
    if (value === undefined || typeof value === "string") return value;
    if (node !== undefined) this.#cx.report(badValue(this.#cx.span(node), field, "text"));
    return undefined;
  }

  severity(): Severity {
    const value = this.required("severity");
    return severities.find((severity) => severity === value) ?? "medium";
  }

  list(field: string): readonly string[] {
    const value = this.#value(field, initializerOf(this.#definition, field));
    return Array.isArray(value) ? value.flatMap((item) => (typeof item === "string" ? [item] : [])) : [];
  }

  coveredBy(): Pick<Policy, "coveredBy"> {
    const names = this.list("coveredBy");
    return names.length === 0 ? {} : { coveredBy: names };
  }

  rollout(): { readonly rollout?: Rollout } {
    const node = initializerOf(this.#definition, "rollout");
    const value = this.#value("rollout", node);
    if (node === undefined || value === undefined) return {};
    const [difficulty, effect, load] = ["difficulty", "effect", "load"].map((field) =>
      levels.find((level) => isRecord(value) && value[field] === level),
    );
    if (difficulty !== undefined && effect !== undefined && load !== undefined)
      return { rollout: { difficulty, effect, load } };
    const expected = "{ difficulty, effect, load }, each `low`, `medium` or `high`";
    this.#cx.report(badValue(this.#cx.span(node), "rollout", expected));
    return {};
  }

  constraintKind(): string | undefined {
    const value = this.#value("gatekeeper", initializerOf(this.#definition, "gatekeeper"));
    return isRecord(value) && typeof value["kind"] === "string" ? value["kind"] : undefined;
  }

  unreachable(): Pick<Policy, "unreachable"> {
    const node = initializerOf(this.#definition, "unreachable");
    const value = this.#value("unreachable", node);
    if (node === undefined || !isRecord(value)) return {};
    const reasons = Object.entries(value).flatMap(([target, why]): [string, string][] => {
      if (typeof why === "string" && why.trim() !== "") return [[target, why]];
      this.#cx.report(badTarget(this.#cx.span(node), target));
      return [];
    });
    return { unreachable: Object.fromEntries(reasons) };
  }

  #value(field: string, node: ts.Expression | undefined): Json | undefined {
    const value = node === undefined ? undefined : evaluate(node);
    if (node !== undefined && value === undefined)
      this.#cx.report(notStatic(this.#cx.span(node), `\`${field}\``));
    return value;
  }
}

function parametersOf(definition: ts.ObjectLiteralExpression, cx: Context): Parameters {
  const node = initializerOf(definition, "params");
  if (node === undefined) return { schema: { type: "object" }, defaults: {} };
  const call = throughConstants(node);
  const [argument] = ts.isCallExpression(call) ? call.arguments : [];
  const value = argument !== undefined ? evaluate(argument) : undefined;
  if (!ts.isCallExpression(call) || calledOfSdk(call) !== "parameters" || !isRecord(value)) {
    cx.report(notStatic(cx.span(node), "`params`"));
    return { schema: { type: "object" }, defaults: {} };
  }
  const [declared = typeAt(call)] = typeArguments(typeAt(node));
  const schema: JsonSchema = parametersSchema(declared, call, cx);
  return { schema, defaults: value };
}

function pascalCase(name: string): string {
  return name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
