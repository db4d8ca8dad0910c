import { expect, test } from "vitest";
import { callTerm, expr, infix, type Rule, ref, scalar, variable } from "../syntax.js";
import { withoutTwins } from "./twins.js";

const is = (name: string, arg: string, text: string): Rule => ({
  kind: "function",
  name,
  args: [arg],
  ways: [{ body: [expr(infix("==", variable(arg), scalar(text)))] }],
});
const violation = (...called: readonly string[]): Rule => ({
  kind: "contains",
  name: "violation",
  element: scalar("x"),
  body: called.map((name) => expr(callTerm(name, ref(variable("input"), "a")))),
});
const namesOf = (rules: readonly Rule[]): readonly string[] => rules.map(({ name }) => name);

test("functions of two modules that say the same under the same name are one", () => {
  const rules = withoutTwins(
    [violation("is_safe", "is_safe_2"), is("is_safe", "a", "x"), is("is_safe_2", "b", "x")],
    new Set(),
  );
  expect(rules).toEqual([violation("is_safe", "is_safe"), is("is_safe", "a", "x")]);
});

test("names that differ are kept, unless one of them is ours", () => {
  const rules = [violation("is_safe", "is_good"), is("is_safe", "a", "x"), is("is_good", "b", "x")];
  expect(namesOf(withoutTwins(rules, new Set()))).toEqual(["violation", "is_safe", "is_good"]);
  expect(namesOf(withoutTwins(rules, new Set(["is_good"])))).toEqual(["violation", "is_safe"]);
});

test("what differs in a word, a comment or a promise stays two", () => {
  const safe = is("is_safe", "a", "x");
  const others: readonly Rule[] = [
    is("is_safe_2", "a", "y"),
    { ...is("is_safe_2", "a", "x"), comment: "Another." },
  ];
  for (const other of others)
    expect(namesOf(withoutTwins([violation("is_safe", "is_safe_2"), safe, other], new Set()))).toEqual([
      "violation",
      "is_safe",
      "is_safe_2",
    ]);
});

test("a definition of several is not taken for the whole", () => {
  const several = [is("is_safe", "a", "x"), is("is_safe", "a", "y"), is("is_safe_2", "a", "x")];
  expect(withoutTwins(several, new Set())).toEqual(several);
});

test("what read two of them is the same then, too", () => {
  const outer = (name: string, called: string): Rule => ({
    kind: "function",
    name,
    args: ["a"],
    ways: [{ body: [expr(callTerm(called, variable("a")))] }],
  });
  const rules = [
    violation("holds", "holds_2"),
    is("is_safe", "a", "x"),
    is("is_safe_2", "a", "x"),
    outer("holds", "is_safe"),
    outer("holds_2", "is_safe_2"),
  ];
  expect(namesOf(withoutTwins(rules, new Set()))).toEqual(["violation", "is_safe", "holds"]);
});

test("what a body binds may have other names", () => {
  const any = (name: string, item: string): Rule => ({
    kind: "function",
    name,
    args: ["list"],
    ways: [
      {
        body: [
          { kind: "some", name: item, over: variable("list") },
          expr(infix("==", variable(item), scalar("x"))),
        ],
      },
    ],
  });
  const rules = [violation("any_x", "any_x_2"), any("any_x", "item"), any("any_x_2", "item_2")];
  expect(namesOf(withoutTwins(rules, new Set()))).toEqual(["violation", "any_x"]);
});
