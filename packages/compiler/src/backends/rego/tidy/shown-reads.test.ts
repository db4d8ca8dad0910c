import { expect, test } from "vitest";
import { printRego } from "../print/index.js";
import {
  type Body,
  callTerm,
  expr,
  infix,
  not,
  type Rule,
  ref,
  scalar,
  type Term,
  variable,
} from "../syntax.js";
import { withShownReads } from "./shown-reads.js";

const port = variable("port");
const loop = (name: string, over: Term): Body[number] => ({ kind: "some", name, over });
const orZero = (of: Term): Term => callTerm("object.get", of, scalar("host"), scalar(0));
const violation = (element: Term, ...body: Body): Rule => ({
  kind: "contains",
  name: "violation",
  element,
  body,
});

/** The rule's lines as they are printed, without what they are indented by. */
function read(rule: Rule): readonly string[] {
  const text = printRego({ package: "p", rules: [withShownReads(rule)] });
  return text
    .split("\n")
    .slice(2, -2)
    .map((line) => line.trim());
}

test("what another line cannot do without is read as it is, in a message and behind not", () => {
  expect(
    read(
      violation(
        orZero(port),
        loop("port", ref(variable("input"), "ports")),
        expr(infix("!=", ref(port, "host"), scalar(0))),
        not(callTerm("is_known", orZero(port))),
      ),
    ),
  ).toEqual([
    "violation contains port.host if {",
    "some port in input.ports",
    "port.host != 0",
    "not is_known(port.host)",
  ]);
});

test("what only a negated line, a comprehension or an other's fallback reads may be absent", () => {
  const made: Term = {
    kind: "comprehension",
    into: "array",
    head: ref(port, "host"),
    body: [expr(scalar(true))],
  };
  expect(
    read(
      violation(
        orZero(port),
        loop("port", ref(variable("input"), "ports")),
        not(ref(port, "host")),
        expr(callTerm("f", made, orZero(port))),
      ),
    )[0],
  ).toBe('violation contains object.get(port, "host", 0) if {');
});

test("a comprehension that goes through others under the same name reads its own", () => {
  const made: Term = {
    kind: "comprehension",
    into: "array",
    head: orZero(port),
    body: [loop("port", ref(variable("input"), "others"))],
  };
  expect(
    read(
      violation(
        made,
        loop("port", ref(variable("input"), "ports")),
        expr(infix("!=", ref(port, "host"), scalar(0))),
      ),
    )[0],
  ).toContain('object.get(port, "host", 0)');
});
