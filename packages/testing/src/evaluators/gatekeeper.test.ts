import { expect, test } from "vitest";
import { admissionPolicySpec, matchConstraintsFit } from "./admission-policy.js";
import { NotEmitted } from "./emitted.js";
import { emitSample } from "./emitted.sample.js";
import { gatekeeperPolicy } from "./gatekeeper.js";
import { reviewOf } from "./review.js";

const files = emitSample({ repos: ["a/"] });

test("the Rego, its libraries and the match are read back from the emitted text", () => {
  const policy = gatekeeperPolicy(files, "K8sAllowedImages");
  expect(policy.packageName).toBe("k8sallowedimages");
  expect(policy.modules.map(({ text }) => text.split("\n")[0])).toEqual([
    "package k8sallowedimages",
    "package lib.prefix",
  ]);
  expect(policy.match).toEqual({ kinds: [{ apiGroups: [""], kinds: ["Pod"] }] });
});

test("the legacy field of a template is read too", () => {
  const text =
    "apiVersion: templates.gatekeeper.sh/v1\nkind: ConstraintTemplate\nspec:\n  crd: {spec: {names: {kind: Old}}}\n  targets: [{rego: 'package old'}]\n";
  expect(gatekeeperPolicy([{ path: "t.yaml", text }], "Old")).toMatchObject({
    packageName: "old",
    match: {},
  });
});

test("a form that was not emitted is an error, never a pass", () => {
  expect(() => gatekeeperPolicy(files, "Other")).toThrow(NotEmitted);
  expect(() => admissionPolicySpec([], "allowed-images")).toThrow(NotEmitted);
});

test("a review without a request looks as in Gatekeeper's audit", () => {
  const review = reviewOf({ kind: { group: "", version: "v1", kind: "Pod" }, object: { kind: "Pod" } });
  expect(review).toMatchObject({ operation: "", userInfo: {}, oldObject: null });
  expect(review).not.toHaveProperty("namespace");
});

const pod = {
  kind: { group: "", version: "v1", kind: "Pod" },
  resource: { group: "", version: "v1", resource: "pods" },
  object: {},
};

test.each([
  ["its resource", {}, true],
  ["another operation", { operation: "DELETE" as const }, false],
  ["a sub-resource", { subResource: "exec" }, false],
  ["another resource", { resource: { group: "", version: "v1", resource: "secrets" } }, false],
])("matchConstraints: %s", (_, changes, expected) => {
  const spec = admissionPolicySpec(files, "allowed-images");
  expect(matchConstraintsFit(spec, { ...pod, ...changes })).toBe(expected);
});

test.each([
  ["an object selector", { objectSelector: { matchLabels: { a: "1" } } }],
  [
    "a namespace selector",
    {
      namespaceSelector: {
        matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "NotIn", values: ["shop"] }],
      },
    },
  ],
  [
    "an excluded resource",
    { excludeResourceRules: [{ apiGroups: [""], resources: ["pods"], operations: ["*"] }] },
  ],
  [
    "a scope",
    { resourceRules: [{ apiGroups: [""], resources: ["*"], operations: ["*"], scope: "Cluster" }] },
  ],
])("matchConstraints leave out by %s", (_, changes) => {
  const all = { resourceRules: [{ apiGroups: ["*"], resources: ["*"], operations: ["*"] }] };
  const request = { ...pod, operation: "CREATE" as const, namespace: "shop" };
  expect(matchConstraintsFit({ matchConstraints: all }, request)).toBe(true);
  expect(matchConstraintsFit({ matchConstraints: { ...all, ...changes } }, request)).toBe(false);
});
