import { type Piece, piece } from "./piece.js";
import { condition } from "./truths.js";
import { boolean, named, statement, text } from "./words.js";
import { deeper, fresh, type Writer } from "./writer.js";

/** A list of them, and what is in it. */
export interface Others {
  readonly kind: string;
  readonly list: Piece;
}

/** Their order is not defined, so that nothing but what asks all of them may be written of it. */
export function others(at: Writer): Others {
  const { choose } = at;
  const kind = kindOf(at);
  const namespaces = namespacesIn(at);
  const isOfOne = kind !== "Namespace" && choose.often(50);
  const all = isOfOne
    ? piece("others")`inventory(${kind}, { namespace: ${choose.among(namespaces)} })`
    : piece("others")`inventory(${kind})`;
  if (choose.often(60)) return { kind, list: all };
  const one = fresh(at);
  const inside = deeper(at, named(one, kind));
  const isObject = at.names.some(({ text: name }) => name === "object");
  const kept = choose.among([
    boolean(inside),
    statement`${one}.metadata.name !== ${text(inside)}`,
    statement`${one}.metadata.labels?.["app"] !== undefined`,
    isObject ? statement`!isSameObject(${one}, object)` : condition(inside),
  ]);
  return { kind, list: piece("others")`${all}.filter((${one}) => ${kept})` };
}

export function kindOf({ choose, draft }: Writer): string {
  const [first = "Service", ...rest] = draft.others;
  return choose.among([first, ...rest]);
}

/** Namespaces by what there is, mostly of an object in sight. */
export function namespacesIn(at: Writer): readonly [Piece, ...Piece[]] {
  const own = at.names
    .filter(({ type }) => at.draft.others.some((kind) => kind === type && kind !== "Namespace"))
    .map(({ text: name, optional }) => piece("namespace")`${name}${optional ? "?" : ""}.metadata.namespace`);
  const named = at.names
    .filter(({ type }) => type === "Namespace")
    .map(({ text: name, optional }) => piece("namespace")`${name}${optional ? "?" : ""}.metadata.name`);
  return [piece("namespace")`${text({ ...at, depth: 1 })}`, ...own, ...own, ...own, ...named, ...named];
}
