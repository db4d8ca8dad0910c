import { expect, test } from "vitest";
import { type Body, callTerm, expr, infix, not, ref, scalar, type Term, variable } from "../syntax.js";
import { tidy } from "./tidy.js";

const some = (over: string): Body => [{ kind: "some", name: "x", over: variable(over) }];
const counted = (operator: ">" | "==", over: string): Body => [
  expr(infix(operator, callTerm("count", variable(over)), scalar(0))),
];

test("a loop says that there is something to go through", () => {
  const rest = [expr(callTerm("startswith", variable("x"), scalar("a")))];
  expect(tidy([...counted(">", "xs"), ...some("xs"), ...rest])).toEqual([...some("xs"), ...rest]);
});

test("a loop says nothing of another list, nor that there is nothing", () => {
  const rest = [expr(variable("x"))];
  for (const body of [
    [...counted(">", "ys"), ...some("xs"), ...rest],
    [...counted("==", "xs"), ...some("xs"), ...rest],
  ])
    expect(tidy(body)).toEqual(body);
});

test("a loop says nothing to a line before it that divides by what there is", () => {
  const share = expr(infix("<", infix("/", scalar(1), callTerm("count", variable("xs"))), scalar(1)));
  const body = [...counted(">", "xs"), share, ...some("xs"), expr(variable("x"))];
  expect(tidy(body)).toEqual(body);
});

test("what is not there differs from whatever it is compared with", () => {
  const user = ref(variable("pod"), "user");
  const body = [not(infix("==", user, scalar(0))), not(user)];
  expect(tidy(body)).toEqual([not(user)]);
  const isFalse = [not(infix("==", user, scalar(false))), not(user)];
  expect(tidy(isFalse)).toEqual(isFalse);
});

test("what is of a type is there, and is no null", () => {
  const user = ref(variable("pod"), "user");
  const isThere = expr(
    infix("!=", callTerm("object.get", variable("pod"), scalar("user"), scalar(null)), scalar(null)),
  );
  const isText = expr(callTerm("is_string", user));
  expect(tidy([isThere, isText])).toEqual([isText]);
  expect(tidy([isThere, not(isText.kind === "expr" ? isText.term : user)])).toHaveLength(2);
});

test("what equals one text is no other one, whatever would stand in for nothing", () => {
  const [policy, either] = [
    ref(variable("spec"), "policy"),
    callTerm("object.get", variable("spec"), scalar("policy"), scalar("x")),
  ];
  const is = (read: Term) => expr(infix("==", read, scalar("a")));
  const isNot = (read: Term) => expr(infix("!=", read, scalar("b")));
  expect(tidy([isNot(either), is(policy)])).toEqual([is(policy)]);
  expect(tidy([isNot(policy), is(policy)])).toEqual([is(policy)]);
  expect(tidy([isNot(policy), is(either)])).toEqual([isNot(policy), is(either)]);
});
