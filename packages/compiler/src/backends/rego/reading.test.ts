import { expect, test } from "vitest";
import { printRego } from "./print/index.js";
import {
  type Body,
  callTerm,
  defined,
  expr,
  infix,
  type Literal,
  not,
  ref,
  scalar,
  type Term,
  variable,
} from "./syntax.js";
import { withCallsInPlace } from "./tidy/calls-in-place.js";
import { withNamedReads } from "./tidy/named-reads.js";
import { withOneTestOfUnequal } from "./tidy/unequal.js";

const [container, dropped, port] = [variable("container"), variable("dropped"), variable("port")];
const profile = ref(ref(container, "profile"), "type");
const assign = (name: string, value: Term): Literal => ({ kind: "assign", name, value });
const some = (name: string, over: Term): Literal => ({ kind: "some", name, over });
const differs = (of: Term, from: string | number): Literal => expr(infix("!=", of, scalar(from)));
const printed = (body: Body, element: Term = scalar("x")): string =>
  printRego({ package: "p", rules: [{ kind: "contains", name: "violation", element, body }] }).slice(11);
const inPlace = (body: Body, value: Term): string => {
  const way = withCallsInPlace({ body, value });
  return printed(way.body, way.value);
};
const withNames = (body: Body, element: Term): string => {
  const rules = withNamedReads([{ kind: "contains", name: "violation", element, body }]);
  return printRego({ package: "p", rules }).slice(11);
};

test("a list of ours that is gone through on the next line needs no name", () => {
  expect(
    inPlace(
      [assign("checked", callTerm("in_scope", scalar("ports"))), some("c", variable("checked"))],
      variable("c"),
    ),
  ).toBe('violation contains c if {\n\tsome c in in_scope("ports")\n}\n');
  const words = callTerm("split", variable("text"), scalar(","));
  expect(inPlace([assign("words", words), some("word", variable("words"))], variable("word"))).toContain(
    "words :=",
  );
});

test("a name that is the rule's goes, but not into a loop", () => {
  const mend = assign("mend_2", callTerm("mend", dropped));
  expect(inPlace([mend], variable("mend_2"))).toBe("violation contains mend(dropped)\n");
  expect(inPlace([mend, some("c", variable("list"))], variable("mend_2"))).toContain(
    "mend_2 := mend(dropped)",
  );
});

test("what is asked for and read twice has a name, after its last field", () => {
  const asked = [
    some("container", variable("containers")),
    defined(profile),
    not(callTerm("is_confined", profile)),
  ];
  expect(withNames(asked, profile)).toBe(
    "violation contains type if {\n\tsome container in containers\n\ttype := container.profile.type\n\tnot is_confined(type)\n}\n",
  );
  expect(withNames(asked, scalar("x"))).not.toContain("type :=");
  const own = {
    kind: "comprehension",
    into: "array",
    head: profile,
    body: [some("container", variable("others"))],
  } as const;
  expect(withNames([...asked, assign("types", own)], variable("types"))).not.toContain("type :=");
});

test("what leads to the name, and to nothing else, is part of it", () => {
  const pod = assign("pod", ref(variable("pod_spec"), "securityContext"));
  const type = ref(variable("pod"), "type");
  expect(withNames([pod, defined(type), not(callTerm("is_confined", type))], type)).toBe(
    "violation contains type if {\n\ttype := pod_spec.securityContext.type\n\tnot is_confined(type)\n}\n",
  );
});

test("differing from each of several is one test, where there is something to differ", () => {
  const tests = (of: Term) => [differs(of, 53), differs(of, "53"), differs(of, "dns")];
  expect(printed(withOneTestOfUnequal([some("port", variable("ports")), ...tests(port)]))).toContain(
    'not port in {53, "53", "dns"}',
  );
  expect(printed(withOneTestOfUnequal(tests(port), ["port"]))).toContain("not port in");
  expect(printed(withOneTestOfUnequal(tests(ref(port, "name"))))).not.toContain(" in ");
});

test("differing from each of several is one test in a list that is made, too", () => {
  const body = [
    some("verb", variable("verbs")),
    differs(variable("verb"), "get"),
    differs(variable("verb"), "list"),
  ];
  const others = assign("others", { kind: "comprehension", into: "array", head: variable("verb"), body });
  expect(printed(withOneTestOfUnequal([others]), variable("others"))).toContain(
    'not verb in {"get", "list"}',
  );
});
