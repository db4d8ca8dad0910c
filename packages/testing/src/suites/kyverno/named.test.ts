import type { KyvernoNames } from "@policyc/ir";
import { describe, expect, it } from "vitest";
import type { PolicyUnderTest } from "../policy-under-test.js";
import type { SuiteCase } from "../suite.js";
import { inContext } from "./context-values.js";
import { policyNamed } from "./named.js";

const policy = (name: string, kyverno?: KyvernoNames): PolicyUnderTest => ({
  name,
  file: `${name}.ts`,
  constraintKind: name,
  ...(kyverno === undefined ? {} : { kyverno }),
  match: { kinds: [], operations: [] },
  parameters: { schema: { type: "object" }, defaults: { allowed: { dev: ["x"] } } },
  emit: () => [],
});

const policies = [
  policy("plain"),
  policy("has-tls", { policy: "ingress", rule: "tls" }),
  policy("has-annotation", { policy: "ingress", rule: "annotation" }),
];
const named = (name: string, rule?: string) => {
  const found = policyNamed({ policy: name, rule }, policies);
  return "policy" in found ? found.policy.name : found.because;
};

describe("the policy of a result", () => {
  it("is the one with the names of the policy and of the rule", () => {
    expect(named("plain", "plain")).toBe("plain");
    expect(named("plain")).toBe("plain");
    expect(named("ingress", "tls")).toBe("has-tls");
    expect(named("ingress", "annotation")).toBe("has-annotation");
  });

  it("may be called after the namespace of Kyverno's Policy", () => {
    expect(named("shop/ingress", "tls")).toBe("has-tls");
  });

  it("is none where a name is wrong, or two rules could be meant", () => {
    expect(named("has-tls", "tls")).toBe("no policy of this project is called `has-tls`");
    expect(named("plain", "other")).toMatch("`plain` has no rule `other`; it has `plain`");
    expect(named("ingress")).toMatch("the result must say which");
  });
});

describe("the variables of a Test", () => {
  const about: SuiteCase = {
    name: "c",
    span: { file: "f", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    policy: {
      kind: "file",
      file: "f",
      span: { file: "f", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    },
    params: { values: {}, locate: () => about.span, complete: false },
    fixture: undefined,
    expectations: [],
    diagnostics: [],
  };
  const given = (own: ReadonlyMap<string, string>, kyverno?: KyvernoNames) =>
    inContext({ ...about, variables: { own, global: new Map() } }, policy("p", kyverno));

  it("are parameters where the policy says which", () => {
    const one = given(new Map([["roles.data.admin", '["a", "b"]']]), {
      context: { "roles.data": "allowed" },
    });
    expect(one.params.values).toEqual({ allowed: { dev: ["x"], admin: ["a", "b"] } });
    expect(one.skip).toBeUndefined();
  });

  it("are a reason not to run the case where it does not", () => {
    expect(given(new Map([["imageData.size", "3Gi"]])).skip).toMatch("`imageData.size`");
    expect(given(new Map([["request.operation", "UPDATE"]])).skip).toBeUndefined();
  });
});
