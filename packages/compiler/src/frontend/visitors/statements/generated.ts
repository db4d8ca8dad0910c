import { defect } from "@policyc/diagnostics";
import type { Expr, Stream, Type } from "@policyc/ir";
import { let_ } from "../../build/nodes.js";
import { flattened } from "../variables/collected-turns.js";

/** What a generator yields, as a list: each `yield` stands in the stream as if it were a violation that says its value. */
export function listOfYields(stream: Stream, type: Type): Expr {
  const { span } = stream;
  const none: Expr = { kind: "list", items: [], type, span };
  const either = (test: Expr, then: Expr, otherwise: Expr): Expr => ({
    kind: "conditional",
    test,
    then,
    else: otherwise,
    type,
    span,
  });
  switch (stream.kind) {
    case "violation":
      return { ...none, items: [{ spread: false, value: stream.message }] };
    case "guard":
      return either(stream.when, listOfYields(stream.then, type), none);
    case "branch":
      return either(stream.test, listOfYields(stream.then, type), listOfYields(stream.else, type));
    case "each":
      return flattened(stream.iteration, listOfYields(stream.body, type), span);
    case "bind":
      return let_(stream.binder, stream.value, listOfYields(stream.body, type), span);
    case "sequence":
      return {
        ...none,
        items: stream.items.flatMap((item) => {
          const value = listOfYields(item, type);
          return value.kind === "list" ? value.items : [{ spread: true, value }];
        }),
      };
    default:
      return defect(`a generator of values delegates to one of violations: ${stream.function}`);
  }
}
