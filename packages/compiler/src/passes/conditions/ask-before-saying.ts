import { type Bind, type Expr, freeNames, type Guard, type Policy, type Stream, weight } from "@policyc/ir";
import { conjunction } from "../fold/logic.js";
import { FreshNames, Renaming } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { readsIn, rewriteStream } from "../tree/rewrite.js";

/**
 * In a loop that says one thing, what is asked stands before what is said: a name that both read is a name for each, which
 * goes where one of them reads it once. In CEL the two are `filter` and `map`, each with its own names. What is long to write
 * stays one name, before both.
 */
export const askBeforeSaying: Pass = {
  name: "ask-before-saying",
  run: (policy: Policy) => {
    const names = FreshNames.of(policy);
    return { ...policy, body: rewriteStream(policy.body, { stream: (stream) => inLoop(stream, names) }) };
  },
};

function inLoop(stream: Stream, names: FreshNames): Stream {
  if (stream.kind !== "each") return stream;
  const body = asked(stream.body, names);
  return body === undefined || body === stream.body ? stream : { ...stream, body };
}

/** The way with its question first; nothing where there is more than one way. */
function asked(stream: Stream, names: FreshNames): Stream | undefined {
  switch (stream.kind) {
    case "violation":
      return stream;
    case "guard": {
      const then = asked(stream.then, names);
      if (then === undefined || then === stream.then) return then === undefined ? undefined : stream;
      if (then.kind !== "guard") return { ...stream, then };
      return { ...then, when: conjunction([stream.when, then.when], stream.span) };
    }
    case "bind": {
      const body = asked(stream.body, names);
      if (body === undefined) return undefined;
      const inner = body === stream.body ? stream : { ...stream, body };
      return body.kind === "guard" ? questionFirst(inner, body, names) : inner;
    }
    default:
      return undefined;
  }
}

/** Worth a text for each turn. Whether a list has something is asked for less than the list is made: a list has two names. */
const long = 40;

function questionFirst({ binder, value, span }: Bind, guard: Guard, names: FreshNames): Stream {
  const isRead = freeNames(guard.when).has(binder.name);
  const isSaid = readsIn(guard.then, binder.name) > 0;
  if (isRead && isSaid && value.type.kind !== "list" && weight(value) > long)
    return { kind: "bind", binder, value, body: guard, span };
  const when: Expr = isRead
    ? { kind: "let", binder, value, body: guard.when, type: guard.when.type, span }
    : guard.when;
  if (!isSaid) return { ...guard, when };
  const said: Stream = { kind: "bind", binder, value, body: guard.then, span };
  return { ...guard, when, then: isRead ? new Renaming(names).stream(said) : said };
}
