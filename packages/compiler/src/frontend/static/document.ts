import type { DocumentForm, Json, JsonSchema, Recognition, ResourceKind } from "@policyc/ir";
import type { Context } from "../context.js";
import { badValue, notStatic, recognisesAll } from "../diagnostics/declaration.js";
import { documentSchema } from "../types/document-schema.js";
import { typeAt } from "../types/kept.js";
import { typeArguments } from "../types/shape.js";
import type { ts } from "../typescript.js";
import { evaluate, isRecord } from "./evaluate.js";

const kindName = /^[A-Z][A-Za-z0-9]*$/;

/** `document<T>({ … })`: a kind in a group that no API server serves, with the schema that the type becomes. */
export function documentCall(node: ts.CallExpression, cx: Context): readonly ResourceKind[] {
  const [argument] = node.arguments;
  const value = argument !== undefined ? evaluate(argument) : undefined;
  if (!isRecord(value)) {
    cx.report(notStatic(cx.span(node), "a kind of documents"));
    return [];
  }
  const { name, recognise } = value;
  if (typeof name !== "string" || !kindName.test(name)) {
    cx.report(badValue(cx.span(node), "name", "a name in PascalCase"));
    return [];
  }
  if (!isRecognition(recognise) || Object.keys(recognise).length === 0) {
    cx.report(recognisesAll(cx.span(node), name));
    return [];
  }
  return [
    {
      group: "documents.policyc.dev",
      version: "v1",
      kind: name,
      plural: name.toLowerCase(),
      scope: "Cluster",
      document: form(value, node, { name, recognise }, cx),
    },
  ];
}

function form(
  { title, schema, closed }: Readonly<Record<string, Json>>,
  node: ts.CallExpression,
  { name, recognise }: { readonly name: string; readonly recognise: Recognition },
  cx: Context,
): DocumentForm {
  const [type] = typeArguments(typeAt(node));
  const derived: JsonSchema = type === undefined ? {} : documentSchema(type, node, closed === true, cx);
  return {
    title: typeof title === "string" ? title : name,
    recognise,
    schema: isRecord(schema) ? schema : derived,
  };
}

/** The SDK's type has been checked by TypeScript; this is about values that were computed. */
function isRecognition(value: Json | undefined): value is Recognition & { readonly [name: string]: Json } {
  if (!isRecord(value)) return false;
  const { has, hasAny, fields, items, member, beside } = value;
  return (
    [has, hasAny].every((names) => names === undefined || (Array.isArray(names) && names.length > 0)) &&
    (fields === undefined || isRecord(fields)) &&
    [items, member, beside].every((inner) => inner === undefined || isRecognition(inner))
  );
}
