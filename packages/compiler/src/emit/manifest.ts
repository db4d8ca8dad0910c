import type { Json } from "@policyc/ir";
import { Document, isMap, isNode, isScalar, Scalar, visit } from "yaml";

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
  const document = new Document(value, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Pair: (_, { key, value: node }) => layOut(key, node),
    Seq: (_, node) => {
      node.flow = isShort(node.items);
    },
  });
  for (const { path, text } of comments) comment(document, path, text);
  return document.toString({ lineWidth: width, indentSeq: true, flowCollectionPadding: false });
}

/** A few plain words stand on one line. */
function isShort(items: readonly unknown[]): boolean {
  const words = items.flatMap((item) =>
    isScalar(item) && typeof item.value === "string" && !/[\s:]/.test(item.value) ? [item.value] : [],
  );
  return words.length === items.length && words.join(", ").length < 80;
}

/** Programs stand as they are, those too that have one long line; prose that does not fit reads best as a folded block. */
function layOut(key: unknown, node: unknown): void {
  if (!isScalar(node) || typeof node.value !== "string") return;
  const isProgram = isScalar(key) && typeof key.value === "string" && /expression$/i.test(key.value);
  if (node.value.includes("\n") || (isProgram && node.value.length > width - 30)) {
    node.type = Scalar.BLOCK_LITERAL;
    return;
  }
  const isProse = isScalar(key) && typeof key.value === "string" && /description$/i.test(key.value);
  if (isProse && node.value.length > width - 30) node.type = Scalar.BLOCK_FOLDED;
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
