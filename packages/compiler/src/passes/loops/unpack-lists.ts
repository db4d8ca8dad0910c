import { childrenOf, type Expr, type Index, type List, partsOf, required, type Stream } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { isFieldPath } from "../tree/path.js";
import { rewriteExpression, rewritePolicy, rewriteStream } from "../tree/rewrite.js";

/**
 * A list that is written out and read by position alone, as in `const [name, tag] = [a, b]`: its items are read where
 * they come from. To an engine's type checker items of one list must be of one type, and `undefined` has none.
 */
export const unpackLists: Pass = {
  name: "unpack-lists",
  concerns: ["list"],
  run: (policy) => rewritePolicy(policy, { expression: inExpression, stream: inStream }),
};

function inExpression(expr: Expr): Expr {
  if (expr.kind !== "let" || expr.value.kind !== "list") return expr;
  const { name } = expr.binder;
  const read = readerOf(expr.value, name, [...readsIn(expr.body, name, false)]);
  return read === undefined ? expr : rewriteExpression(expr.body, read);
}

function inStream(stream: Stream): Stream {
  if (stream.kind !== "bind" || stream.value.kind !== "list") return stream;
  const { name } = stream.binder;
  const read = readerOf(stream.value, name, [...readsInStream(stream.body, name, false)]);
  return read === undefined ? stream : rewriteStream(stream.body, { expression: read });
}

/** A read of the list: of one item, or of the list as a whole. */
interface Read {
  readonly position?: number;
  /** In a loop: it is read for each element. */
  readonly repeated: boolean;
}

/** Puts an item in place of each read of it; nothing where one would have to be evaluated again. */
function readerOf({ items }: List, name: string, reads: readonly Read[]): ((expr: Expr) => Expr) | undefined {
  if (items.some(({ spread }) => spread)) return undefined;
  const isKept = reads.some((read) => {
    const value = read.position === undefined ? undefined : items[read.position]?.value;
    if (value === undefined) return true;
    const isReadOnce =
      !read.repeated && reads.filter(({ position }) => position === read.position).length === 1;
    return !isReadOnce && !isFieldPath(value);
  });
  if (isKept) return undefined;
  return (expr) => {
    const value = isItemOf(expr, name) ? items[expr.key.value]?.value : undefined;
    if (value === undefined) return expr;
    // A test before may have shown that it is there.
    return expr.type.kind === "optional" ? value : { ...value, type: required(value.type) };
  };
}

type ItemRead = Index & { readonly key: { readonly kind: "literal"; readonly value: number } };

function isItemOf(expr: Expr, name: string): expr is ItemRead {
  if (expr.kind !== "index" || expr.of.kind !== "local" || expr.of.name !== name) return false;
  return expr.key.kind === "literal" && typeof expr.key.value === "number";
}

function* readsIn(expr: Expr, name: string, repeated: boolean): Generator<Read> {
  if (isItemOf(expr, name)) yield { position: expr.key.value, repeated };
  else if (expr.kind === "local" && expr.name === name) yield { repeated };
  else for (const child of childrenOf(expr)) yield* readsIn(child, name, repeated || isRepeated(child, expr));
}

function isRepeated(child: Expr, of: Expr): boolean {
  return (of.kind === "quantify" || of.kind === "collect") && child !== of.iteration.over;
}

function* readsInStream(stream: Stream, name: string, repeated: boolean): Generator<Read> {
  const { expressions, streams } = partsOf(stream);
  for (const expr of expressions) yield* readsIn(expr, name, repeated);
  const inner = repeated || stream.kind === "each";
  for (const child of streams) yield* readsInStream(child, name, inner);
}
