import { booleanType, type Expr } from "@policyc/ir";
import { expect, test } from "vitest";
import { make } from "../../../passes/tree/test-policy.js";
import { nameFor } from "./helper-names.js";

const { differs, equals, field, input, local, text } = make;
const object = input("object");
const either = (...operands: readonly Expr[]): string =>
  nameFor({ kind: "logic", operator: "or", operands, type: booleanType, span: make.span });
const not = (operand: Expr): Expr => ({ kind: "not", operand, type: booleanType, span: make.span });

test("an object is its kind", () => {
  expect(nameFor(equals(field(object, "kind"), text("ClusterRole")))).toBe("is_ClusterRole");
  expect(nameFor(differs(field(object, "kind"), text("Pod")))).toBe("is_not_Pod");
  expect(nameFor(not(equals(field(object, "kind"), text("Pod"))))).toBe("is_not_Pod");
});

test("two of one name are the same or different", () => {
  const [mine, yours] = [field(local("options"), "level"), field(local("entry"), "level")];
  expect(nameFor(equals(mine, yours))).toBe("same_level");
  expect(nameFor(not(equals(mine, yours)))).toBe("different_level");
});

test("what several are about is said once", () => {
  const resource = local("resource");
  expect(either(equals(resource, text("*")), equals(resource, text("pods")))).toBe(
    "resource_is_wildcard_or_pods",
  );
});

test("a choice of two fields is called after both", () => {
  const choice = (then: Expr, otherwise: Expr): string =>
    nameFor({
      kind: "conditional",
      test: equals(local("way"), text("in")),
      then,
      else: otherwise,
      type: then.type,
      span: make.span,
    });
  expect(choice(field(object, "from"), field(object, "to"))).toBe("from_or_to");
  expect(choice(field(object, "from"), local("other"))).toBe("from");
});
