import { type Expr, mapStream, type Stream, type Type } from "@policyc/ir";
import type { Pass } from "./pass.js";

/** A message that could be blank is replaced by the title where it is: no engine takes a blank one. */
export const speakUp: Pass = {
  name: "speak-up",
  run: (policy) => ({ ...policy, body: inStream(policy.body, policy.title) }),
};

function inStream(stream: Stream, title: string): Stream {
  if (stream.kind !== "violation")
    return mapStream(
      stream,
      (expr) => expr,
      (child) => inStream(child, title),
    );
  return says(stream.message) ? stream : { ...stream, message: orTitle(stream.message, title) };
}

/** Is there a letter in it whatever the object says? */
function says(message: Expr): boolean {
  if (message.kind === "literal") return String(message.value).trim() !== "";
  if (message.kind === "concat")
    return message.parts.some(
      (part) => part.type.kind === "number" || part.type.kind === "boolean" || says(part),
    );
  if (message.kind === "conditional") return says(message.then) && says(message.else);
  return false;
}

function orTitle(message: Expr, title: string): Expr {
  const { span } = message;
  const text: Type = { kind: "string" };
  const blank = (value: string): Expr => ({ kind: "literal", value, type: text, span });
  const trimmed: Expr = { kind: "call", intrinsic: "string.trim", args: [message], type: text, span };
  const test: Expr = {
    kind: "compare",
    operator: "!=",
    left: trimmed,
    right: blank(""),
    type: { kind: "boolean" },
    span,
  };
  return { kind: "conditional", test, then: message, else: blank(title), type: text, span };
}
