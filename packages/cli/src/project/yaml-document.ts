import type { Position, Span } from "@policyc/diagnostics";
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Range } from "yaml";

/** Keys and indices from the top of a document down to a value. */
export type Path = readonly (string | number)[];

/** A YAML document whose values know where they stand in the file. */
export interface YamlDocument {
  readonly file: string;
  readonly value: unknown;
  /** Syntax errors, duplicate keys among them. The value means nothing where there are any. */
  readonly errors: readonly { readonly reason: string; readonly span: Span }[];
  /** Where the value at the path stands; where it does not exist, the nearest value above. */
  readonly valueSpan: (path: Path) => Span;
  /** Where the last key of the path stands. */
  readonly keySpan: (path: Path) => Span;
}

export function readYaml(file: string, text: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const between = (from: number, to: number): Span => ({ file, start: position(from), end: position(to) });
  const ofRange = (range: Range | null | undefined): Span => between(range?.[0] ?? 0, range?.[1] ?? 0);
  const valueSpan = (path: Path): Span => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node)) return ofRange(node.range);
    return path.length === 0 ? between(0, 0) : valueSpan(path.slice(0, -1));
  };
  const keySpan = (path: Path): Span => {
    const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const last = path.at(-1);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === last)
      : undefined;
    return pair !== undefined && isScalar(pair.key) ? ofRange(pair.key.range) : valueSpan(path);
  };
  return {
    file,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    errors: document.errors.map((error) => ({
      reason: sentence(error.message),
      span: between(...error.pos),
    })),
    valueSpan,
    keySpan,
  };
}

/** The library's messages are sentences with a capital and a full stop; ours are not. */
function sentence(message: string): string {
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}`.replace(/\.?\s*$/, "");
}
