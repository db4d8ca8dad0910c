import { expect, test } from "vitest";
import { callTerm, expr, infix, not, type Rule, ref, scalar, type Term, variable } from "../syntax.js";
import { printRego } from "./index.js";

const x = variable("x");

/** The text of a rule `r := term`. */
function printed(value: Term): string {
  const rule: Rule = { kind: "function", name: "r", args: [], ways: [{ value, body: [] }] };
  return printRego({ package: "p", rules: [rule] })
    .replace("package p\n\nr := ", "")
    .trimEnd();
}

test("a weaker operator below a stronger one stands in parentheses", () => {
  expect(printed(infix("*", infix("+", x, scalar(1)), scalar(2)))).toBe("(x + 1) * 2");
});

test("operands are in parentheses as `opa fmt` has them, needed or not", () => {
  expect(printed(infix("+", infix("*", scalar(2), x), scalar(1)))).toBe("(2 * x) + 1");
  const comparison = infix(">", infix("+", x, infix("*", scalar(2), x)), scalar(1));
  expect(printed(comparison)).toBe("(x + (2 * x)) > 1");
  const rule: Rule = { kind: "function", name: "r", args: [], ways: [{ body: [expr(comparison)] }] };
  expect(printRego({ package: "p", rules: [rule] })).toBe("package p\n\nr if x + (2 * x) > 1\n");
});

test("a constant that nothing else gives is the default, and a value `true` goes without saying", () => {
  const ways = [
    { value: scalar(true), body: [expr(x)] },
    { value: scalar(false), body: [] },
  ];
  const rule: Rule = { kind: "function", name: "r", args: [], ways };
  expect(printRego({ package: "p", rules: [rule] })).toBe("package p\n\ndefault r := false\n\nr if x\n");
});

test("a list of constants is a default too, one with something read in it is not", () => {
  const rule = (last: Term): Rule => ({
    kind: "function",
    name: "r",
    args: [],
    ways: [
      { value: x, body: [expr(x)] },
      { value: last, body: [] },
    ],
  });
  const items = [scalar("a"), { kind: "array", items: [] } as const];
  expect(printRego({ package: "p", rules: [rule({ kind: "array", items })] })).toBe(
    'package p\n\ndefault r := ["a", []]\n\nr := x if x\n',
  );
  expect(printRego({ package: "p", rules: [rule({ kind: "array", items: [x] })] })).toBe(
    "package p\n\nr := x if {\n\tx\n} else := [x]\n",
  );
});

test("an argument that has to be one constant is written as that, where nothing else is asked", () => {
  const is = (value: string | null): Term => infix("==", x, scalar(value));
  const rule: Rule = {
    kind: "function",
    name: "f",
    args: ["x", "y"],
    ways: [
      { body: [expr(is("a"))] },
      { body: [not(is(null))] },
      { body: [expr(is("b")), expr(variable("y"))] },
    ],
  };
  expect(printRego({ package: "p", rules: [rule] })).toBe(
    'package p\n\nf("a", _)\n\nf(x, _) if not x == null\n\nf(x, y) if {\n\tx == "b"\n\ty\n}\n',
  );
});

test("a right operand of the same strength stands in parentheses", () => {
  expect(printed(infix("-", x, infix("-", scalar(2), scalar(1))))).toBe("x - (2 - 1)");
  expect(printed(infix("/", infix("*", x, scalar(3)), scalar(2)))).toBe("(x * 3) / 2");
  expect(printed(infix("==", x, infix("+", scalar(2), scalar(1))))).toBe("x == (2 + 1)");
});

test("a key that is no name is written as text", () => {
  expect(printed(ref(ref(x, "a.b/c"), "plain"))).toBe('x["a.b/c"].plain');
});

test("a keyword as a key is written as text", () => {
  expect(printed(ref(x, "default"))).toBe('x["default"]');
});

test("a key that is a variable is looked up", () => {
  expect(printed(ref(x, variable("y")))).toBe("x[y]");
});

test("text is escaped", () => {
  expect(printed(scalar('a "b"\n\\'))).toBe('"a \\"b\\"\\n\\\\"');
});

test("an argument that a definition does not read is `_`", () => {
  const rule: Rule = {
    kind: "function",
    name: "f",
    args: ["x", "y"],
    ways: [{ body: [expr(x)] }, { body: [expr(variable("y"))] }],
  };
  expect(printRego({ package: "p", rules: [rule] })).toBe("package p\n\nf(x, _) if x\n\nf(_, y) if y\n");
});

test("a call that is too long for its line has an argument on each of its own", () => {
  const long = "a message that is much too long to stand on one line together with all that belongs to it";
  const rule: Rule = {
    kind: "contains",
    name: "violation",
    element: x,
    body: [
      {
        kind: "assign",
        name: "x",
        value: callTerm("sprintf", scalar(long), { kind: "array", items: [variable("first_argument")] }),
      },
    ],
  };
  expect(printRego({ package: "p", rules: [rule] })).toContain(
    `\tx := sprintf(\n\t\t"${long}",\n\t\t[first_argument],\n\t)\n`,
  );
});

test("a pattern is raw, unless it cannot be; other texts are where they have backslashes", () => {
  expect(printed(callTerm("regex.match", scalar("^a$"), scalar("a")))).toBe('regex.match(`^a$`, "a")');
  expect(printed(callTerm("regex.replace", scalar("a"), scalar("b"), scalar("c")))).toBe(
    'regex.replace("a", `b`, "c")',
  );
  expect(printed(callTerm("regex.match", scalar("a`b"), x))).toBe("regex.match(`a\\x60b`, x)");
  expect(printed(callTerm("regex.match", scalar("a\tb"), x))).toBe('regex.match("a\\tb", x)');
  expect(printed(callTerm("startswith", x, scalar("a\\b")))).toBe("startswith(x, `a\\b`)");
});

test("a function with one value and a constant has a default, and no name for the value", () => {
  const ways = (last: Term) => [
    {
      value: variable("found"),
      body: [{ kind: "assign", name: "found", value: ref(x, scalar(0)) } as const],
    },
    { value: last, body: [] },
  ];
  const rule = (last: Term): Rule => ({ kind: "function", name: "first", args: ["x"], ways: ways(last) });
  expect(printRego({ package: "p", rules: [rule(scalar("none"))] })).toBe(
    'package p\n\ndefault first(_) := "none"\n\nfirst(x) := x[0]\n',
  );
  expect(printRego({ package: "p", rules: [rule(x)] })).toContain("} else := x\n");
});
