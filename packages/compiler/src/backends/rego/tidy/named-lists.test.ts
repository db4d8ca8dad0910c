import { expect, test } from "vitest";
import { printRego } from "../print/index.js";
import { type Body, callTerm, expr, type Literal, ref, type Term, variable } from "../syntax.js";
import { withFilteredLoops } from "./named-lists.js";

const assign = (name: string, value: Term): Literal => ({ kind: "assign", name, value });
const some = (name: string, over: Term): Literal => ({ kind: "some", name, over });
const listOf = (head: Term, ...body: Body): Term => ({ kind: "comprehension", into: "array", head, body });
const printed = (body: Body, element: Term): string =>
  printRego({
    package: "p",
    rules: [withFilteredLoops({ kind: "contains", name: "violation", element, body })],
  }).slice(11);
const problems = listOf(
  variable("p"),
  some("c", variable("containers")),
  assign("p", callTerm("problem", variable("c"))),
);

test("a list of what each element gives, gone through once, is no list", () => {
  const found = [assign("found", problems), some("one", variable("found"))];
  expect(printed(found, ref(variable("one"), "text"))).toBe(
    "violation contains p.text if {\n\tsome c in containers\n\tp := problem(c)\n}\n",
  );
});

test("it stays where a name of it is another line's, too", () => {
  const asked = expr(ref(variable("c"), "privileged"));
  const found = [
    some("c", variable("pods")),
    assign("found", problems),
    some("one", variable("found")),
    asked,
  ];
  expect(printed(found, variable("one"))).toContain("found := [p |");
});
