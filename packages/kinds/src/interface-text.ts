import { apiVersionOf, type KindIdentity, type Schema } from "./api.js";
import { type Naming, typeText } from "./type-text.js";

/** A definition to write: with a kind where it is the object of one. */
export interface Written {
  readonly name: string;
  readonly schema: Schema;
  readonly kind?: KindIdentity | undefined;
}

const head = ["apiVersion", "kind", "metadata"];

/** `export interface Pod { … }`, followed by the token of its kind where it has one. */
export function interfaceText(written: Written, naming: Naming): string {
  const { name, schema, kind } = written;
  const fields = fieldsOf(written).map((field) => fieldText(field, written, naming));
  const body =
    fields.length === 0
      ? [`export type ${name} = { [key: string]: unknown };`]
      : [`export interface ${name} {`, ...fields, "}"];
  const text = [...docText(schema.description, ""), ...body, ""];
  return [...text, ...(kind === undefined ? [] : [tokenText(name, kind, naming), ""])].join("\n");
}

/** The fields that every object has come first. */
function fieldsOf({ schema, kind }: Written): readonly string[] {
  const fields = Object.keys(schema.properties ?? {});
  if (kind === undefined) return fields;
  const first = head.filter((field) => field !== "metadata" || fields.includes(field));
  return [...first, ...fields.filter((field) => !head.includes(field))];
}

function fieldText(field: string, { schema: owner, kind }: Written, naming: Naming): string {
  if (kind !== undefined && field === "apiVersion")
    return `  apiVersion: ${JSON.stringify(apiVersionOf(kind))};`;
  if (kind !== undefined && field === "kind") return `  kind: ${JSON.stringify(kind.kind)};`;
  if (kind !== undefined && field === "metadata") return `  metadata: ${naming.sdk("NamedObjectMeta")};`;
  const schema = owner.properties?.[field] ?? {};
  const name = /^[A-Za-z_$][\w$]*$/.test(field) ? field : JSON.stringify(field);
  const absence = owner.required?.includes(field) === true ? "" : "?";
  return [...docText(schema.description, "  "), `  ${name}${absence}: ${typeText(schema, naming)};`].join(
    "\n",
  );
}

function tokenText(name: string, kind: KindIdentity, naming: Naming): string {
  const { group, version, plural, scope, subresource } = kind;
  const identity = {
    group,
    version,
    kind: kind.kind,
    plural,
    scope,
    ...(subresource === undefined ? {} : { subresource }),
  };
  const fields = Object.entries(identity).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
  const type = `${naming.sdk("Kind")}<${name}>`;
  return `export const ${name}: ${type} = ${naming.sdk("kind")}<${name}>({ ${fields.join(", ")} });`;
}

/** The first sentence of a description as JSDoc. */
function docText(description: string | undefined, indent: string): readonly string[] {
  const [paragraph = ""] = (description ?? "").trim().split(/\n\s*\n/);
  const text = paragraph.replace(/\s+/g, " ");
  const [sentence] = /^.*?[.!?](?= [A-Z]|$)/.exec(text) ?? [text];
  return sentence === "" ? [] : [`${indent}/** ${sentence.replaceAll("*/", "*\\/")} */`];
}
