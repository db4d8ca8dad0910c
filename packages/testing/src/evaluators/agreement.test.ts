import { expect, test } from "vitest";
import { agreement } from "./agreement.js";
import { type EngineName, verdictOf } from "./evaluator.js";

function said(engine: EngineName, ...messages: string[]) {
  return { engine, verdict: verdictOf(messages.map((message) => ({ message }))) };
}

test.each([
  ["nothing", [said("js"), said("wasm"), said("cel")]],
  ["the same set", [said("js", "b", "a", "a"), said("wasm", "a", "b")]],
  ["the author's order in one message", [said("js", "b", "a"), said("cel", "b; a")]],
  ["sorted and joined", [said("wasm", "a", "b"), said("cel", "b; a; b")]],
  ["a message with a separator in it", [said("opa", "a; b", "c"), said("cel", "c; a; b")]],
  ["one that the API server trims", [said("wasm", "a: ", "b: "), said("cel", "b: ; a:")]],
  ["blanks of Go that JavaScript does not trim", [said("js", "a\u0085", "b"), said("cel", "b; a")]],
  ["the reference second", [said("cel", "b; a"), said("js", "b", "a")]],
])("agree: %s", (_, verdicts) => {
  expect(agreement(verdicts).agrees).toBe(true);
});

test.each([
  ["one allows", [said("js", "a"), said("wasm")]],
  ["another message", [said("js", "a"), said("wasm", "b")]],
  ["one message less", [said("js", "a", "b"), said("wasm", "a")]],
  ["blanks of JavaScript that Go does not trim", [said("js", "a\ufeff"), said("cel", "a")]],
  ["CEL says less", [said("js", "a", "b"), said("cel", "a")]],
  ["CEL says more", [said("js", "a"), said("cel", "a; b")]],
])("differ: %s", (_, verdicts) => {
  expect(agreement(verdicts).agrees).toBe(false);
});

test("the first difference is a table that marks what only one says", () => {
  expect(agreement([said("js", "a", "b"), said("wasm", "a"), said("opa")])).toEqual({
    agrees: false,
    table: [
      "engine   verdict  message",
      "js       denied     a",
      "                  ! b",
      "wasm     denied     a",
    ].join("\n"),
  });
});
