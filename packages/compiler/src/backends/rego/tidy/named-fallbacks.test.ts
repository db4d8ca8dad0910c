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
import { withNamedFallbacks } from "./named-fallbacks.js";

const orZero = (of: Term, ...path: readonly string[]): Term =>
  callTerm("object.get", of, { kind: "array", items: path.map(scalar) }, scalar(0));
const container = variable("container");
const takesLonger = infix(
  ">",
  orZero(container, "livenessProbe", "timeoutSeconds"),
  orZero(container, "livenessProbe", "periodSeconds"),
);

/** The lines of a rule `violation` with this body, without what they are indented by. */
function read(body: Body, ...others: readonly string[]): readonly string[] {
  const rules: readonly Rule[] = [
    { kind: "contains", name: "violation", element: scalar("x"), body },
    ...others.map(
      (name): Rule => ({ kind: "function", name, args: [], ways: [{ body: [expr(scalar(true))] }] }),
    ),
  ];
  const [rule] = withNamedFallbacks(rules);
  if (rule === undefined) throw new Error("no rule is left");
  return printRego({ package: "p", rules: [rule] })
    .split("\n")
    .slice(3, -2)
    .map((line) => line.trim());
}

test("a test that takes several lines has names for what something stands in for", () => {
  expect(read([expr(takesLonger)])).toEqual([
    'timeout_seconds := object.get(container, ["livenessProbe", "timeoutSeconds"], 0)',
    'period_seconds := object.get(container, ["livenessProbe", "periodSeconds"], 0)',
    "timeout_seconds > period_seconds",
  ]);
});

test("what has a name is read by it in what follows, but not where it stands for something else", () => {
  const period = orZero(container, "livenessProbe", "periodSeconds");
  const ofOthers: Term = {
    kind: "comprehension",
    into: "array",
    head: period,
    body: [{ kind: "some", name: "container", over: variable("others") }],
  };
  expect(
    read([expr(takesLonger), expr(infix(">", period, scalar(5))), expr(infix("==", ofOthers, period))]),
  ).toEqual([
    'timeout_seconds := object.get(container, ["livenessProbe", "timeoutSeconds"], 0)',
    'period_seconds := object.get(container, ["livenessProbe", "periodSeconds"], 0)',
    "timeout_seconds > period_seconds",
    "period_seconds > 5",
    '[object.get(container, ["livenessProbe", "periodSeconds"], 0) | some container in others] == period_seconds',
  ]);
});

test("one that fits stays as it is, and what does not fit by itself", () => {
  expect(read([expr(infix(">", orZero(container, "a"), orZero(container, "b")))]).join("\n")).not.toContain(
    ":=",
  );
  const deep = orZero(container, ...Array.from({ length: 20 }, (_, at) => `field${at}`));
  expect(read([expr(infix(">", deep, scalar(0)))]).join("\n")).not.toContain(":=");
});

test("a name that a rule has is not given", () => {
  expect(read([expr(takesLonger)], "timeout_seconds", "period_seconds").join("\n")).not.toContain(":=");
});

test("behind not nothing is named that may be undefined", () => {
  const ofRule = infix(
    ">",
    orZero(variable("pod_spec"), "securityContext", "runAsUserName"),
    orZero(ref(variable("input"), "review"), "securityContext", "runAsUserName"),
  );
  expect(read([not(ofRule)], "pod_spec").join("\n")).not.toContain(":=");
  expect(read([not(takesLonger)])).toHaveLength(3);
});
