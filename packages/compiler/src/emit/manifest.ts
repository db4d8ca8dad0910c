import type { Json } from "@policyc/ir";
import {
  Document,
  isMap,
  isNode,
  isScalar,
  type Node,
  Pair,
  Scalar,
  type ScalarTag,
  Schema,
  YAMLMap,
  YAMLSeq,
} from "yaml";

/** A Kubernetes object as it will be written: fields in the order in which people read them. */
export interface Manifest {
  readonly value: { readonly [field: string]: Json };
  /** Comments that stand before a field or a list element, by its path. */
  readonly comments?: readonly ManifestComment[];
}

export interface ManifestComment {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

const width = 100;

/** Of a text, the library asks tag by tag whether YAML takes it for something else; of a word that is known. */
const word: ScalarTag = {
  tag: "tag:yaml.org,2002:str",
  default: true,
  identify: (value) => typeof value === "string" && isWord(value),
  resolve: (text) => text,
  stringify: ({ value }) => String(value),
};

/** Letters first, and none of the words that YAML 1.1, which Kubernetes reads, has for Booleans and nothing. */
function isWord(text: string): boolean {
  return (
    /^[a-z][a-z0-9]*(?:[-./][a-z0-9]+)*$/i.test(text) &&
    !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
  );
}

/** One for all documents. */
const schema = new Schema({ compat: "yaml-1.1", customTags: (tags) => [word, ...tags] });

/**
 * Writes manifests as one YAML file: a comment on top, text of several lines as `|` blocks, long prose folded.
 *
 * @param header What stands on top, without the comment signs; may have several lines.
 */
export function printManifests(documents: readonly Manifest[], header: string): string {
  return `${commented(header)}\n${documents.map(printManifest).join("---\n")}`;
}

function commented(text: string): string {
  return text
    .split("\n")
    .map((line) => `# ${line}`.trimEnd())
    .join("\n");
}

function printManifest({ value, comments = [] }: Manifest): string {
  const document = new Document(nodeOf(value), { schema });
  for (const { path, text } of comments) comment(document, path, text);
  return document.toString({ lineWidth: width, indentSeq: true, flowCollectionPadding: false });
}

function nodeOf(value: Json, field = ""): Node {
  if (Array.isArray(value)) {
    const list = new YAMLSeq(schema);
    list.items = value.map((item) => nodeOf(item));
    list.flow = isShort(value);
    return list;
  }
  if (typeof value === "object" && value !== null) {
    const map = new YAMLMap(schema);
    map.items = Object.entries(value).map(([name, of]) => new Pair(new Scalar(name), nodeOf(of, name)));
    return map;
  }
  const scalar = new Scalar(value);
  if (typeof value === "string") layOut(scalar, field, value);
  return scalar;
}

/** A few plain words stand on one line. */
function isShort(items: readonly Json[]): boolean {
  return (
    items.every((item) => typeof item === "string" && !/[\s:]/.test(item)) && items.join(", ").length < 80
  );
}

/** Programs stand as they are, those too that have one long line; prose that does not fit reads best as a folded block. */
function layOut(scalar: Scalar, field: string, text: string): void {
  const isLong = text.length > width - 30;
  if (text.includes("\n") || (isLong && /expression$/i.test(field))) scalar.type = Scalar.BLOCK_LITERAL;
  else if (isLong && /description$/i.test(field)) scalar.type = Scalar.BLOCK_FOLDED;
}

function comment(document: Document, path: readonly (string | number)[], text: string): void {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  const lines = text
    .split("\n")
    .map((line) => ` ${line}`)
    .join("\n");
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === name);
    if (pair !== undefined && isNode(pair.key)) pair.key.commentBefore = lines;
    return;
  }
  const item = document.getIn(path, true);
  if (isNode(item)) item.commentBefore = lines;
}
