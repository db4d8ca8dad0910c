import { expect, test } from "vitest";
import { withParameters } from "./bound-parameters.js";
import { NotEmitted } from "./emitted.js";

const paramKind = { apiVersion: "policyc.dev/v1", kind: "TeamLabelParams" };
const object = { ...paramKind, spec: { teams: ["a", 'b"'], most: 3 } };

test("a spec without a kind of parameters stays as it is", () => {
  const spec = { validations: [{ expression: "true" }] };
  expect(withParameters(spec, [])).toBe(spec);
});

test("the object stands in a variable, which is read in place of `params`", () => {
  const spec = {
    paramKind,
    variables: [{ name: "most", expression: "params.spec.most" }],
    validations: [
      { expression: "object.params != r'params' && 'params' != \"a\\\"params\"", message: "params" },
      { expression: "variables.most < 3", messageExpression: 'params.spec.teams.join("params")' },
    ],
  };
  expect(withParameters(spec, [{ kind: "Other" }, object])).toEqual({
    variables: [
      {
        name: "params",
        expression:
          'dyn({"apiVersion": dyn("policyc.dev/v1"), "kind": dyn("TeamLabelParams"), "spec": dyn({"teams": dyn([dyn("a"), dyn("b\\"")]), "most": dyn(3)})})',
      },
      { name: "most", expression: "dyn(variables.params).spec.most" },
    ],
    validations: [
      spec.validations[0],
      {
        expression: "variables.most < 3",
        messageExpression: 'dyn(variables.params).spec.teams.join("params")',
      },
    ],
  });
});

test("without the object there is nothing to evaluate", () => {
  expect(() => withParameters({ paramKind }, [])).toThrow(NotEmitted);
});
