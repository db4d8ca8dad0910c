import { expect, test } from "vitest";
import { printRego } from "../print/index.js";
import {
  type Body,
  callTerm,
  expr,
  infix,
  type Literal,
  type Rule,
  ref,
  scalar,
  type Term,
  variable,
} from "../syntax.js";
import { withPartialRules } from "./partial-rules.js";

const nothing = scalar(null);
const line = (operator: "==" | "!=", left: Term, right: Term): Literal => expr(infix(operator, left, right));
const assign = (name: string, value: Term): Literal => ({ kind: "assign", name, value });
const tagOf = callTerm("tag_of", variable("image"));
const tag: Rule = {
  kind: "function",
  name: "tag_of",
  args: ["image"],
  neverFalse: true,
  neverNull: true,
  ways: [
    {
      value: variable("found"),
      body: [assign("found", ref(callTerm("split", variable("image"), scalar(":")), scalar(1)))],
    },
    { value: nothing, body: [] },
  ],
};
const violation = (body: Body, element: Term = scalar("x")): Rule => ({
  kind: "contains",
  name: "violation",
  element,
  body: [{ kind: "some", name: "image", over: variable("images") }, ...body],
});
const written = (...rules: readonly Rule[]): string =>
  printRego({ package: "sample", rules: withPartialRules(rules) }).replace("package sample\n\n", "");

test("what is asked for first, and what is not there", () => {
  const there = violation([assign("tag", tagOf), line("!=", variable("tag"), nothing)], variable("tag"));
  const missing = violation([assign("tag", tagOf), line("==", variable("tag"), nothing)]);
  expect(
    written(there, missing, violation([line("==", tagOf, scalar("latest"))]), tag),
  ).toMatchInlineSnapshot(`
    "violation contains tag if {
    	some image in images
    	tag := tag_of(image)
    }

    violation contains "x" if {
    	some image in images
    	not tag_of(image)
    }

    violation contains "x" if {
    	some image in images
    	tag_of(image) == "latest"
    }

    tag_of(image) := split(image, ":")[1]
    "
  `);
});

test("`!=` holds of `null`, and not of what is undefined: the rule stays", () => {
  expect(written(violation([line("!=", tagOf, scalar("latest"))]), tag)).toContain(
    "default tag_of(_) := null",
  );
});

test("what takes the value takes `null`: the rule stays", () => {
  const message = callTerm("sprintf", scalar("%v"), { kind: "array", items: [tagOf] });
  expect(written(violation([], message), tag)).toContain("default tag_of(_) := null");
});

test("what may be `false` is asked for, and so stays", () => {
  const { neverFalse, ...flag } = tag;
  expect(neverFalse).toBe(true);
  expect(written(violation([line("!=", tagOf, nothing)]), flag)).toContain("default tag_of(_) := null");
});

test("what may give `null` for a value is asked for, and so stays", () => {
  const { neverNull, ...first } = tag;
  expect(neverNull).toBe(true);
  expect(written(violation([line("!=", tagOf, nothing)]), first)).toContain("default tag_of(_) := null");
});

test("a value that another rule gives, unless that is nothing", () => {
  const or: Rule = {
    kind: "function",
    name: "tag_or_latest",
    args: ["image"],
    ways: [
      { value: tagOf, body: [line("!=", tagOf, nothing)] },
      { value: scalar("latest"), body: [] },
    ],
  };
  expect(
    written(violation([], callTerm("tag_or_latest", variable("image"))), or, tag),
  ).toMatchInlineSnapshot(`
    "violation contains tag_or_latest(image) if {
    	some image in images
    }

    default tag_or_latest(_) := "latest"

    tag_or_latest(image) := tag_of(image)

    tag_of(image) := split(image, ":")[1]
    "
  `);
});

test("`null` for the `null` of another rule, and `null` where a test holds", () => {
  const own: Rule = {
    kind: "function",
    name: "own_tag",
    args: ["image"],
    neverFalse: true,
    neverNull: true,
    ways: [
      { value: nothing, body: [assign("given", tagOf), line("==", variable("given"), nothing)] },
      {
        value: variable("given"),
        body: [assign("given", tagOf), expr(callTerm("startswith", variable("given"), scalar("v")))],
      },
      nothingAtAll,
    ],
  };
  const short: Rule = {
    kind: "function",
    name: "short_tag",
    args: ["image"],
    neverFalse: true,
    neverNull: true,
    ways: [
      { value: nothing, body: [expr(callTerm("contains", variable("image"), scalar("@")))] },
      { value: callTerm("upper", variable("image")), body: [] },
    ],
  };
  const asks = (name: string): Rule => violation([line("!=", callTerm(name, variable("image")), nothing)]);
  expect(written(asks("own_tag"), asks("short_tag"), own, short, tag)).toMatchInlineSnapshot(`
    "violation contains "x" if {
    	some image in images
    	own_tag(image)
    }

    violation contains "x" if {
    	some image in images
    	short_tag(image)
    }

    own_tag(image) := given if {
    	given := tag_of(image)
    	startswith(given, "v")
    }

    short_tag(image) := upper(image) if not contains(image, "@")

    tag_of(image) := split(image, ":")[1]
    "
  `);
});

const nothingAtAll = { value: nothing, body: [] };

test("what is asked for and not read", () => {
  const asked: Body = [assign("tag", tagOf), line("!=", variable("tag"), nothing)];
  const tagged: Term = { kind: "comprehension", into: "array", head: variable("tag"), body: asked };
  const counted = line("==", callTerm("count", tagged), scalar(0));
  expect(written(violation(asked), violation([counted]), tag)).toMatchInlineSnapshot(`
    "violation contains "x" if {
    	some image in images
    	tag_of(image)
    }

    violation contains "x" if {
    	some image in images
    	count([tag | tag := tag_of(image)]) == 0
    }

    tag_of(image) := split(image, ":")[1]
    "
  `);
});
