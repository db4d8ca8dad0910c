import { describe, expect, test } from "vitest";
import { celPasses, regoPasses, runPasses } from "./index.js";
import { make, policyOf } from "./test-policy.js";

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
