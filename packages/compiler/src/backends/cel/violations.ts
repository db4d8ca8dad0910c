import { type Stream, weight } from "@policyc/ir";
import { binary, call, choice, list, listWhere, method, name, text } from "./build.js";
import type { Context } from "./context.js";
import { bound } from "./expressions/building.js";
import { openLoop } from "./expressions/loops.js";
import { eitherType, type Lowered, once, plain, strictlyText, unwrap } from "./lowered.js";
import { conditionOf, hasGuard, hasWords, isOneWay, saidBy, sharesValue } from "./one-way.js";
import type { Cel } from "./syntax.js";

/** What stands between messages. CEL engines stop at the first validation that fails, so one message tells all. */
export const separator = "; ";

/** The messages of a stream as a list of texts, in the author's order. */
export function asList(stream: Stream, cx: Context): Cel {
  switch (stream.kind) {
    case "violation":
      return list(message(stream, cx).cel);
    case "guard":
      return listWhere(test(stream.when, cx), asList(stream.then, cx));
    case "branch":
      return choice(test(stream.test, cx), asList(stream.then, cx), asList(stream.else, cx));
    case "sequence":
      return joined(stream.items, cx);
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

/** Messages that follow each other are one list that is written out. */
function joined(items: readonly Stream[], cx: Context): Cel {
  const lists: Cel[] = [];
  let said: Lowered[] = [];
  const flush = (): void => {
    if (said.length > 0) lists.push(list(...sameType(said)));
    said = [];
  };
  for (const item of items) {
    if (item.kind === "violation") said.push(message(item, cx));
    else {
      flush();
      // Lists that are joined must have elements of one type.
      lists.push(item.kind === "each" ? loop(item, cx, strictlyText) : asList(item, cx));
    }
  }
  flush();
  const [first, ...rest] = lists;
  return first === undefined ? list() : rest.reduce((left, right) => binary("+", left, right), first);
}

/** Kubernetes refuses a list whose values have different types, one of them `dyn`: what an object holds. */
function sameType(texts: readonly Lowered[]): readonly Cel[] {
  const isUniform = texts.length < 2 || texts.every(isText) || texts.every(({ cel }) => isRead(cel));
  return texts.map((each) => (isUniform || isText(each) ? each.cel : call("string", each.cel)));
}

const isText = ({ type }: Lowered): boolean => type === "string";

/** Read from an object as it is, so that nothing but `dyn` is known of it. */
function isRead(cel: Cel): boolean {
  if (cel.kind !== "select") return false;
  return cel.of.kind === "name" ? !["variables", "request"].includes(cel.of.name) : isRead(cel.of);
}

type Each = Extract<Stream, { kind: "each" }>;
type AsMessage = (said: Lowered) => Cel;

/** One turn of a loop gives one text, so that the whole stays a list of texts: there is no `flatten` before 1.35. */
function loop(stream: Each, cx: Context, asMessage: AsMessage = ({ cel }) => cel): Cel {
  const { body } = stream;
  if (isOneWay(body) && !(sharesValue(body) && hasWords(body))) return loopOfOneWay(stream, cx, asMessage);
  const { over, variables, cx: inner } = openLoop(stream.iteration, cx, stream);
  const indexed = variables.length > 1;
  const asked = indexed || body.kind !== "each" ? undefined : shortQuestion(body, inner);
  if (asked !== undefined) {
    const picked = method(over, "filter", ...variables, asked);
    return method(picked, "map", ...variables, asText(body, inner).cel);
  }
  const said = method(over, indexed ? "transformList" : "map", ...variables, asText(body, inner).cel);
  return withoutEmpty(said, cx);
}

/** Elements are picked out first, and only they get a message. */
function loopOfOneWay(stream: Each, cx: Context, asMessage: AsMessage): Cel {
  const { body } = stream;
  const { over, variables, cx: inner } = openLoop(stream.iteration, cx, stream);
  const when = hasGuard(body) ? [conditionOf(body, inner)] : [];
  const said = asMessage(saidBy(body, inner));
  if (variables.length > 1) return method(over, "transformList", ...variables, ...when, said);
  const picked = when.length === 0 ? over : method(over, "filter", ...variables, ...when);
  return method(picked, "map", ...variables, said);
}

/** Whether a loop in a loop says anything, where that is short: to ask costs less than to make a list of nothing. */
function shortQuestion({ iteration, body }: Each, cx: Context): Cel | undefined {
  if (body.kind !== "guard" || body.then.kind !== "violation") return undefined;
  if (weight(iteration.over) + weight(body.when) > short) return undefined;
  const { over, variables, cx: inner } = openLoop(iteration, cx, body);
  return variables.length > 1 ? undefined : method(over, "exists", ...variables, test(body.when, inner));
}

const short = 24;

function withoutEmpty(texts: Cel, cx: Context): Cel {
  const said = name(cx.fresh("message"));
  return method(texts, "filter", said, binary("!=", said, text("")));
}

/** The messages of a stream as one text, empty where there are none. No message is empty itself. */
function asText(stream: Stream, cx: Context): Lowered {
  switch (stream.kind) {
    case "violation":
      return message(stream, cx);
    case "guard": {
      const then = asText(stream.then, cx);
      return plain(choice(test(stream.when, cx), then.cel, text("")), then.type);
    }
    case "branch": {
      const [then, otherwise] = [asText(stream.then, cx), asText(stream.else, cx)];
      return plain(choice(test(stream.test, cx), then.cel, otherwise.cel), eitherType(then, otherwise));
    }
    case "bind": {
      const value = bound(stream, cx);
      const { variable, cx: inner } = cx.bind(stream.binder, value);
      const body = asText(stream.body, inner);
      return plain(once(value.cel, variable, body.cel), body.type);
    }
    case "sequence":
      if (stream.items.every(isSingle)) {
        const texts = list(...sameType(stream.items.map((item) => asText(item, cx))));
        return plain(method(withoutEmpty(texts, cx), "join", text(separator)), "string");
      }
      return plain(method(asList(stream, cx), "join", text(separator)), "string");
    case "each":
    case "delegate":
      return plain(method(asList(stream, cx), "join", text(separator)), "string");
  }
}

/** At most one message. */
function isSingle(stream: Stream): boolean {
  if (stream.kind === "guard") return isSingle(stream.then);
  if (stream.kind === "branch") return isSingle(stream.then) && isSingle(stream.else);
  return stream.kind === "violation" || (stream.kind === "bind" && isSingle(stream.body));
}

function message({ message: said }: Extract<Stream, { kind: "violation" }>, cx: Context): Lowered {
  return unwrap(cx.lower(said));
}

export function test(expr: Parameters<Context["lower"]>[0], cx: Context): Cel {
  return unwrap(cx.lower(expr)).cel;
}
