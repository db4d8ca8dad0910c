import { defect } from "@policyc/diagnostics";
import type { Stream } from "@policyc/ir";
import type { Body, Literal, Rule, Term } from "../syntax.js";
import { scalar, variable } from "../syntax.js";
import { tidy } from "../tidy/tidy.js";
import { assign, loop } from "./bindings.js";
import type { Context } from "./context.js";

/** The `violation` rules of a stream: one for each `yield`, under everything that leads to it. */
export function violations(stream: Stream, before: Body, cx: Context): readonly Rule[] {
  switch (stream.kind) {
    case "violation":
      return [violation(stream, before, cx)];
    case "guard":
      return violations(stream.then, [...before, ...cx.holds(stream.when)], cx);
    case "branch":
      return [
        ...violations(stream.then, [...before, ...cx.holds(stream.test)], cx),
        ...violations(stream.else, [...before, ...cx.fails(stream.test)], cx),
      ];
    case "each":
      return violations(stream.body, [...before, ...loop(stream.iteration, cx)], cx);
    case "bind":
      return violations(stream.body, [...before, assign(stream.binder.name, stream.value, cx)], cx);
    case "sequence":
      return stream.items.flatMap((item) => violations(item, before, cx));
    case "delegate":
      return defect(`\`${stream.function}\` was not inlined`);
  }
}

/** A text that fits into the head of its rule. */
const shortMessage = 85;

function violation(stream: Extract<Stream, { kind: "violation" }>, before: Body, cx: Context): Rule {
  if (stream.message.kind === "literal" && String(stream.message.value).length <= shortMessage)
    return rule(scalar(String(stream.message.value)), before);
  const message: Literal = { kind: "assign", name: "msg", value: cx.total(stream.message) };
  return rule(variable("msg"), [...before, message]);
}

function rule(message: Term, body: Body): Rule {
  const element: Term = { kind: "object", entries: [["msg", message]] };
  return { kind: "contains", name: "violation", element, body: tidy(body, element) };
}
