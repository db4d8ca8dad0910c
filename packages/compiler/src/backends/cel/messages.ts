import { defect } from "@policyc/diagnostics";
import type { Stream } from "@policyc/ir";
import type { Context } from "./context.js";
import { binary, type Cel, ident, list, literal, method, ternary } from "./syntax.js";
import { loop, withName } from "./values.js";

/** What stands between two messages. */
export const separator = "; ";

/** The messages of a stream as a list of texts, in the author's order. */
export function messages(stream: Stream, cx: Context): Cel {
  switch (stream.kind) {
    case "violation":
      return list(oneLine(cx.value(stream.message)));
    case "guard":
      return ternary(cx.test(stream.when), messages(stream.then, cx), list());
    case "branch":
      return ternary(cx.test(stream.test), messages(stream.then, cx), messages(stream.else, cx));
    case "bind":
      return messages(stream.body, withName(stream.binder.name, stream.value, cx));
    case "each":
      return eachMessages(stream, cx);
    case "sequence":
      return stream.items
        .map((item) => messages(item, cx))
        .reduce(
          (left, right) =>
            left.kind === "list" && left.items.length === 0 ? right : binary("+", left, right),
          list(),
        );
    case "delegate":
      return defect(`\`${stream.function}\` was not inlined`);
  }
}

/** A loop: filter and map where its body is one message, else the joined messages of each turn. */
function eachMessages(stream: Extract<Stream, { kind: "each" }>, cx: Context): Cel {
  const { over, name, cx: opened } = loop(stream.iteration, cx);
  const { body, cx: inner } = named(stream.body, opened);
  if (body.kind === "violation") return method(over, "map", ident(name), oneLine(inner.value(body.message)));
  if (body.kind === "guard" && body.then.kind === "violation") {
    return method(
      method(over, "filter", ident(name), inner.test(body.when)),
      "map",
      ident(name),
      oneLine(inner.value(body.then.message)),
    );
  }
  const joined = method(over, "map", ident(name), method(messages(body, inner), "join", literal(separator)));
  return method(joined, "filter", ident("message"), binary("!=", ident("message"), literal("")));
}

/** What follows the `const`s at the beginning of a body, and the context in which they are known. */
function named(body: Stream, cx: Context): { readonly body: Stream; readonly cx: Context } {
  return body.kind === "bind" ? named(body.body, withName(body.binder.name, body.value, cx)) : { body, cx };
}

/** The API server drops a message with a line break. */
function oneLine(message: Cel): Cel {
  return message.kind === "literal" && typeof message.value === "string"
    ? literal(message.value.replace(/\s*\n\s*/g, " "))
    : message;
}
