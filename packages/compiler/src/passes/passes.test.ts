import {
  absent,
  type Expr,
  expressionsInPolicy,
  optional,
  type Policy,
  type Stream,
  stringType,
} from "@policyc/ir";
import { describe, expect, test } from "vitest";
import { celPasses, regoPasses, runPasses } from "./index.js";
import { make, policyOf } from "./tree/test-policy.js";

const { bind, equals, field, guard, input, local, sequence, some, text, violation } = make;
const names = field(input("object"), "names", make.texts);

describe("passes", () => {
  test("a truth that is used twice is not copied with its loop", () => {
    const bad = some(names, "n", make.differs(local("n"), text("x")));
    const read = local("bad", { kind: "boolean" });
    const body = bind(
      "bad",
      bad,
      sequence(
        guard(read, violation(text("a"))),
        guard(
          { kind: "not", operand: read, type: { kind: "boolean" }, span: make.span },
          violation(text("b")),
        ),
      ),
    );
    for (const passes of [regoPasses, celPasses({})])
      expect(runPasses(policyOf(body), passes).body.kind).toBe("bind");
  });

  test("the only matched kind is known, and what it decides is gone", () => {
    const isDeployment = equals(field(input("object"), "kind"), text("Deployment"));
    expect(runPasses(policyOf(guard(isDeployment, violation(text("a")))), celPasses({})).body).toMatchObject({
      kind: "sequence",
      items: [],
    });
  });

  test("an empty list of exceptions leaves no loop behind", () => {
    const exempt = some(
      field(input("params"), "exempt", make.texts),
      "entry",
      equals(local("entry"), text("x")),
    );
    const body = guard(
      { kind: "not", operand: exempt, type: { kind: "boolean" }, span: make.span },
      violation(text("a")),
    );
    expect(runPasses(policyOf(body), celPasses({ exempt: [] })).body.kind).toBe("violation");
  });

  test("a function that is called twice binds its names once a call", () => {
    const fn = make.fn("has", "wanted", some(names, "n", equals(local("n"), local("wanted"))));
    const call = (wanted: string) =>
      guard(make.apply("has", { kind: "boolean" }, text(wanted)), violation(text(wanted)));
    expect(() => runPasses(policyOf(sequence(call("a"), call("b")), [fn]), celPasses({}))).not.toThrow();
  });
});

describe("constant arguments", () => {
  test("a function reads what has become a rule itself, also where that stood behind it", () => {
    const version = make.fn("version", "text", local("text"));
    const isNew = make.fn("isNew", "minor", equals(local("minor"), text("35")), { kind: "boolean" });
    const minor = make.apply("version", stringType, field(input("params"), "version"));
    const body = guard(make.apply("isNew", { kind: "boolean" }, minor), violation(text("a")));
    const { functions } = runPasses(policyOf(body, [isNew, version]), regoPasses);
    expect(functions.map(({ name, params }) => [name, params.length])).toEqual([
      ["version", 0],
      ["isNew", 0],
    ]);
  });
});

describe("readable passes", () => {
  const fallback = (of: Expr): Expr => ({ ...make.or(of, text("none")), type: stringType });
  const maybe = (name: string): Expr => field(input("object"), name, optional(stringType));
  const isIngress = equals(field(input("object"), "direction"), text("in"));

  test("what stands in for a choice stands in for each side of it", () => {
    const choice: Expr = {
      kind: "conditional",
      test: isIngress,
      then: maybe("from"),
      else: maybe("to"),
      type: optional(stringType),
      span: make.span,
    };
    const body = violation(make.concat(text("x "), fallback(choice)));
    const { body: written } = runPasses(policyOf(body), regoPasses);
    expect(written).toMatchObject({
      message: {
        parts: [{}, { kind: "conditional", then: { kind: "coalesce" }, else: { kind: "coalesce" } }],
      },
    });
  });

  test("a name that is only asked whether it is something goes, unless a loop would read it again", () => {
    const asked = equals(local("mode"), text("strict"));
    const once = bind("mode", fallback(maybe("mode")), guard(asked, violation(text("a"))));
    expect(runPasses(policyOf(once), regoPasses).body.kind).toBe("guard");
    const again = bind(
      "mode",
      fallback(maybe("mode")),
      make.each(names, "n", guard(asked, violation(local("n")))),
    );
    expect(runPasses(policyOf(again), regoPasses).body.kind).toBe("bind");
  });

  test("the same guard of two that follow each other is asked once in CEL", () => {
    const body = sequence(guard(isIngress, violation(text("a"))), guard(isIngress, violation(text("b"))));
    expect(runPasses(policyOf(body), celPasses({})).body).toMatchObject({
      kind: "guard",
      then: { kind: "sequence", items: [{}, {}] },
    });
  });

  test("a question of one line that is asked once is no variable of CEL's, one that is explained is", () => {
    const values: Expr = { ...make.list(text("a"), text("b"), text("c")), type: make.texts };
    const isKnown: Expr = {
      kind: "call",
      intrinsic: "list.includes",
      args: [values, field(field(input("object"), "spec", input("object").type), "mode")],
      type: { kind: "boolean" },
      span: make.span,
    };
    const read = local("isKnown", { kind: "boolean" });
    const bound = bind("isKnown", isKnown, guard(read, violation(text("a"))));
    expect(runPasses(policyOf(bound), celPasses({})).body.kind).toBe("guard");
    const explained = {
      ...bound,
      binder: { name: "isKnown", type: isKnown.type, doc: "Is it known?" },
    } as const;
    expect(runPasses(policyOf(explained as Stream), celPasses({})).body.kind).toBe("bind");
  });

  test("a text with words in it is neither asked whether it is empty nor given the title's", () => {
    const said = make.concat(text("no "), field(input("object"), "mode"));
    const body = bind(
      "problem",
      said,
      guard(make.differs(local("problem"), text("")), violation(local("problem"))),
    );
    const inList = make.each(make.list(said), "problem", violation(local("problem")));
    for (const passes of [regoPasses, celPasses({})])
      for (const stream of [body, inList]) {
        const kinds = kindsIn(runPasses(policyOf(stream), passes));
        expect(kinds).not.toContain("compare");
        expect(kinds).not.toContain("conditional");
      }
  });

  test("what a text is in place of nothing is not given the title's words", () => {
    const { span } = make;
    const test = equals(field(input("object"), "mode"), text("a"));
    const type = optional(stringType);
    const mode = field(input("object"), "mode");
    const second: Expr = {
      kind: "conditional",
      test: equals(mode, text("b")),
      then: make.concat(text("b "), mode),
      else: absent(span),
      type,
      span,
    };
    const problem: Expr = { ...second, test, then: text("no mode"), else: second };
    const given: Expr = {
      kind: "present",
      of: local("problem", problem.type),
      type: { kind: "boolean" },
      span,
    };
    const body = bind("problem", problem, guard(given, violation(local("problem"))));
    const written = runPasses(policyOf(body), regoPasses);
    expect(expressionsInPolicy(written)).not.toContainEqual(expect.objectContaining({ value: "The title" }));
  });

  test("a name that stands for several texts may be blank where one of them may", () => {
    const mode = field(input("object"), "mode");
    const one = bind("says", make.concat(text("no "), mode), violation(local("says")));
    const other = bind("says", mode, violation(local("says")));
    const kinds = kindsIn(runPasses(policyOf(sequence(one, other)), regoPasses));
    expect(kinds).toContain("conditional");
  });
});

function kindsIn(policy: Policy): readonly string[] {
  return expressionsInPolicy(policy).map(({ kind }) => kind);
}
