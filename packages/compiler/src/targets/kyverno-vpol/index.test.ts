import { type LabelSelector, type Operation, verify } from "@policyc/ir";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { nothingUnsaid, sampleDeployment, samplePolicy } from "../policy.sample.js";
import { kyvernoValidatingPolicy } from "./index.js";

function specOf(labelSelector: LabelSelector, operations: readonly Operation[]) {
  const policy = verify(samplePolicy({ labelSelector, operations }));
  const [file] = kyvernoValidatingPolicy.emit(policy, sampleDeployment(), nothingUnsaid);
  return parse(file?.text ?? "").spec;
}

const notFree: LabelSelector = { matchExpressions: [{ key: "tier", operator: "NotIn", values: ["free"] }] };

test("labels that an object must have are Kyverno's to match", () => {
  const selector = { ...notFree, matchLabels: { app: "web" } };
  const spec = specOf(selector, ["CREATE"]);
  expect(spec.matchConstraints.objectSelector).toEqual(selector);
  expect(spec.matchConditions).toBeUndefined();
});

test("labels that it must not have are a condition: the empty object beside it would be without them", () => {
  const spec = specOf(notFree, ["CREATE", "UPDATE"]);
  expect(spec.matchConstraints.objectSelector).toBeUndefined();
  expect(spec.matchConditions).toEqual([
    {
      name: "labels",
      expression:
        'object.metadata.?labels[?"tier"].orValue("") != "free" ||\n' +
        'request.operation == "UPDATE" &&\n' +
        'oldObject.metadata.?labels[?"tier"].orValue("") != "free"',
    },
  ]);
  const absent: LabelSelector = { matchExpressions: [{ key: "tier", operator: "DoesNotExist" }] };
  expect(specOf(absent, ["DELETE"]).matchConditions).toEqual([
    { name: "labels", expression: '!oldObject.metadata.?labels[?"tier"].hasValue()' },
  ]);
});
