import { absent, type Expr, optional, stringType } from "@policyc/ir";
import { expect, test } from "vitest";
import { make } from "../../passes/tree/test-policy.js";
import { hasWords } from "./one-way.js";

const { bind, concat, equals, field, input, local, text, violation } = make;
const name = field(input("object"), "name");

/** `problem` is a text where the object has a name of a letter, and nothing elsewhere. */
const saying = (problem: Expr) => {
  const { span } = make;
  const type = optional(stringType);
  const test = equals(name, text("a"));
  const either: Expr = { kind: "conditional", test, then: problem, else: absent(span), type, span };
  return bind("problem", either, violation(local("problem")));
};

test("a message has words where its value has, wherever it gives one", () => {
  expect(hasWords(saying(concat(text("no "), name)))).toBe(true);
  expect(hasWords(saying(text("no")))).toBe(true);
});

test("a message that is read, or empty, has no words of its own", () => {
  expect(hasWords(saying(name))).toBe(false);
  expect(hasWords(saying(text("")))).toBe(false);
  expect(hasWords(violation(local("problem")))).toBe(false);
});
