import type { Stream } from "@policyc/ir";
import { binary, call, choice, list, method, name, text } from "./build.js";
import type { Context } from "./context.js";
import { bound } from "./expressions/building.js";
import { openLoop } from "./expressions/loops.js";
import { isText } from "./expressions/text.js";
import { once, unwrap } from "./lowered.js";
import type { Cel } from "./syntax.js";

/** What stands between messages. CEL engines stop at the first validation that fails, so one message tells all. */
export const separator = "; ";

/** The messages of a stream as a list of texts, in the author's order. */
export function asList(stream: Stream, cx: Context): Cel {
  switch (stream.kind) {
    case "violation":
      return list(message(stream, cx));
    case "guard":
      return choice(test(stream.when, cx), asList(stream.then, cx), list());
    case "branch":
      return choice(test(stream.test, cx), asList(stream.then, cx), asList(stream.else, cx));
    case "sequence":
      return joined(stream.items.map((item) => asList(item, cx)));
    case "bind": {
      const value = bound(stream, cx);
      const { variable, cx: inner } = cx.bind(stream.binder, value);
      return once(value.cel, variable, asList(stream.body, inner));
    }
    case "each":
      return loop(stream, cx);
    case "delegate":
      return list();
  }
}

/** Two lists of messages that are written out become one. */
function joined(lists: readonly Cel[]): Cel {
  const [first, ...rest] = lists;
  if (first === undefined) return list();
  return rest.reduce<Cel>(
    (left, right) =>
      left.kind === "list" && right.kind === "list"
        ? list(...texts([...left.items, ...right.items]))
        : binary("+", left, right),
    first,
  );
}

/** Kubernetes refuses a list that is partly `dyn`. */
function texts(items: readonly Cel[]): readonly Cel[] {
  const isKnown = items.some(isText);
  return isKnown ? items.map((item) => (isText(item) ? item : call("string", item))) : items;
}

/** One turn of a loop gives one text, so that the whole stays a list of texts: there is no `flatten` before 1.35. */
function loop(stream: Extract<Stream, { kind: "each" }>, cx: Context): Cel {
  const { over, variables, cx: inner } = openLoop(stream.iteration, cx);
  const [first, second] = variables;
  if (first === undefined) return list();
  const { body } = stream;
  const indexed = second !== undefined;
  if (body.kind === "violation")
    return indexed
      ? method(over, "transformList", ...variables, message(body, inner))
      : method(over, "map", first, message(body, inner));
  if (body.kind === "guard" && body.then.kind === "violation") {
    const when = test(body.when, inner);
    const said = message(body.then, inner);
    return indexed
      ? method(over, "transformList", ...variables, when, said)
      : method(method(over, "filter", first, when), "map", first, said);
  }
  const said = method(over, indexed ? "transformList" : "map", ...variables, asText(body, inner));
  return withoutEmpty(said, cx);
}

function withoutEmpty(texts: Cel, cx: Context): Cel {
  const said = name(cx.fresh("message"));
  return method(texts, "filter", said, binary("!=", said, text("")));
}

/** The messages of a stream as one text, empty where there are none. No message is empty itself. */
function asText(stream: Stream, cx: Context): Cel {
  switch (stream.kind) {
    case "violation":
      return message(stream, cx);
    case "guard":
      return choice(test(stream.when, cx), asText(stream.then, cx), text(""));
    case "branch":
      return choice(test(stream.test, cx), asText(stream.then, cx), asText(stream.else, cx));
    case "bind": {
      const value = bound(stream, cx);
      const { variable, cx: inner } = cx.bind(stream.binder, value);
      return once(value.cel, variable, asText(stream.body, inner));
    }
    case "sequence":
      if (stream.items.every(isSingle))
        return method(
          withoutEmpty(list(...texts(stream.items.map((item) => asText(item, cx)))), cx),
          "join",
          text(separator),
        );
      return method(asList(stream, cx), "join", text(separator));
    case "each":
    case "delegate":
      return method(asList(stream, cx), "join", text(separator));
  }
}

/** At most one message. */
function isSingle(stream: Stream): boolean {
  if (stream.kind === "guard") return isSingle(stream.then);
  if (stream.kind === "branch") return isSingle(stream.then) && isSingle(stream.else);
  return stream.kind === "violation" || (stream.kind === "bind" && isSingle(stream.body));
}

function message({ message: said }: Extract<Stream, { kind: "violation" }>, cx: Context): Cel {
  return unwrap(cx.lower(said)).cel;
}

export function test(expr: Parameters<Context["lower"]>[0], cx: Context): Cel {
  return unwrap(cx.lower(expr)).cel;
}
