import { type Expr, literal, mapStream, type Stream, stringType } from "@policyc/ir";
import type { Bounds } from "./bounds.js";

/**
 * The messages, without the line breaks that one part of them may hold, a text that is read: to look through that alone
 * takes less than to look through all messages. Nothing where several parts may, each of which would have to say so.
 */
export function withoutLineBreaks(stream: Stream, bounds: Bounds): Stream | undefined {
  const replaced: Expr[] = [];
  const rewritten = inStream(stream, bounds, replaced);
  const [part, another] = replaced;
  return part !== undefined && another === undefined && isReadText(part) ? rewritten : undefined;
}

function isReadText({ kind, type }: Expr): boolean {
  return type.kind === "string" && (kind === "field" || kind === "index" || kind === "local");
}

function inStream(stream: Stream, bounds: Bounds, replaced: Expr[]): Stream {
  if (stream.kind === "violation") {
    const { message } = stream;
    if (message.kind !== "concat") return { ...stream, message: onOneLine(message, bounds, replaced) };
    const parts = message.parts.map((part) => onOneLine(part, bounds, replaced));
    return { ...stream, message: { ...message, parts } };
  }
  const inner = stream.kind === "bind" ? bounds.with(stream) : bounds;
  return mapStream(
    stream,
    (expr) => expr,
    (child) => inStream(child, inner, replaced),
  );
}

function onOneLine(text: Expr, bounds: Bounds, replaced: Expr[]): Expr {
  if (bounds.ofText(text).isSingleLine) return text;
  replaced.push(text);
  const { span } = text;
  return {
    kind: "call",
    intrinsic: "string.replaceAll",
    args: [text, literal("\n", span), literal(" ", span)],
    type: stringType,
    span,
  };
}
