import { expect, test } from "vitest";
import { verdictOf } from "../evaluators/evaluator.js";
import { disappointments } from "./expectation.js";
import { patternOf } from "./pattern.js";
import type { Expectation } from "./suite.js";

const said = (...messages: string[]) => verdictOf(messages.map((message) => ({ message })));
const deny = (...messages: string[]): Expectation => ({ kind: "deny", messages: messages.map(patternOf) });
const violations = (wanted: "yes" | "no" | number, message?: string): Expectation => ({
  kind: "violations",
  wanted,
  ...(message === undefined ? {} : { message: patternOf(message) }),
});

test.each<[string, Expectation, readonly string[], readonly string[]]>([
  ["allow, allowed", { kind: "allow" }, [], []],
  ["allow, denied", { kind: "allow" }, ["a"], ["expected the object to be allowed, but it is denied"]],
  ["deny, allowed", { kind: "deny" }, [], ["expected the object to be denied, but it is allowed"]],
  ["deny, denied", { kind: "deny" }, ["a", "b"], []],
  ["deny 2, of 2", { kind: "deny", count: 2 }, ["a", "b"], []],
  ["deny 2, of 1", { kind: "deny", count: 2 }, ["a"], ["expected 2 violations, but there is 1"]],
  ["deny 1, of 2", { kind: "deny", count: 1 }, ["a", "b"], ["expected 1 violation, but there are 2"]],
  ["each message is said", deny("a", "b"), ["xb", "xa"], []],
  ["a message is not said", deny("a", "b"), ["a"], ["expected the message `b`, which nothing says"]],
  ["a message too many", deny("a"), ["a", "b"], ["did not expect the message `b`"]],
  ["one pattern for two", deny("/[ab]/"), ["a", "b"], []],
  ["yes", violations("yes"), ["a"], []],
  ["yes, none", violations("yes"), [], ["expected a violation, but there is none"]],
  [
    "yes, none like it",
    violations("yes", "b"),
    ["a"],
    ["expected a violation with a message that matches `b`, but there is none"],
  ],
  ["no", violations("no"), [], []],
  ["no, one", violations("no"), ["a"], ["expected no violation, but there is 1"]],
  ["no, but of another sort", violations("no", "b"), ["a"], []],
  ["2 of them", violations(2, "a"), ["a", "ab", "b"], []],
  ["0", violations(0), ["a"], ["expected no violation, but there is 1"]],
])("%s", (_, expectation, messages, expected) => {
  expect(disappointments(said(...messages), [expectation])).toEqual(expected);
});
