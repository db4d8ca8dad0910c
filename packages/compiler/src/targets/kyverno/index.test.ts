import { type Match, verify } from "@policyc/ir";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { kind, nothingUnsaid, sampleDeployment, samplePolicy } from "../policy.sample.js";
import { kyverno } from "./index.js";

function specOf(match: Partial<Match>) {
  const [file] = kyverno.emit(verify(samplePolicy(match)), sampleDeployment(), nothingUnsaid);
  return parse(file?.text ?? "").spec;
}

const exec = { ...kind("", "PodExecOptions"), plural: "pods", subresource: "exec" };

test("a kind is named with its group and version, and what exists is reported", () => {
  const spec = specOf({ kinds: [kind("", "Pod"), kind("apps", "Deployment")] });
  expect(spec.rules[0].match.any[0].resources.kinds).toEqual(["v1/Pod", "apps/v1/Deployment"]);
  expect(spec.background).toBe(true);
});

test("a sub-resource goes by the kind that it is one of, and nothing of it can be scanned", () => {
  const spec = specOf({ kinds: [exec], operations: ["CONNECT"] });
  expect(spec.rules[0].match.any[0].resources).toEqual({ kinds: ["v1/Pod/exec"], operations: ["CONNECT"] });
  expect(spec.background).toBe(false);
  expect(spec.rules[0].celPreconditions).toBeUndefined();
});

test("a scale goes by the resource that it is one of, whatever its own group", () => {
  const scale = {
    ...kind("autoscaling", "Scale"),
    subresource: "scale",
    resource: { group: "apps", version: "v1" },
  };
  const kinds = ["deployments", "statefulsets"].map((plural) => ({ ...scale, plural }));
  expect(specOf({ kinds }).rules[0].match.any[0].resources.kinds).toEqual([
    "apps/v1/Deployment/scale",
    "apps/v1/StatefulSet/scale",
  ]);
});

test("a sub-resource of a custom resource is told by the plural", () => {
  const scale = { ...kind("example.com", "Scale"), plural: "widgets", subresource: "scale" };
  const [rule] = specOf({ kinds: [scale] }).rules;
  expect(rule.match.any[0].resources.kinds).toEqual(["example.com/v1/*/scale"]);
  expect(rule.celPreconditions).toEqual([
    { name: "resources", expression: 'request.resource.resource in ["widgets"]' },
  ]);
});

test("a Namespace is selected by its own labels, and what is in none is asked about", () => {
  const kinds = [
    kind("", "Pod"),
    ...["Namespace", "Node"].map((name) => ({ ...kind("", name), scope: "Cluster" as const })),
  ];
  const namespaceSelector = { matchLabels: { tier: "x" } };
  const labelSelector = { matchLabels: { tier: "y" } };
  const filters = specOf({ kinds, namespaceSelector, labelSelector }).rules[0].match.any;
  const operations = ["CREATE", "UPDATE"];
  const own = { ...labelSelector, matchExpressions: [{ key: "tier", operator: "In", values: ["x"] }] };
  expect(filters).toEqual([
    { resources: { kinds: ["v1/Pod"], operations, selector: labelSelector, namespaceSelector } },
    { resources: { kinds: ["v1/Namespace"], operations, selector: own } },
    { resources: { kinds: ["v1/Node"], operations, selector: labelSelector } },
  ]);
});
