import type { Match } from "@policyc/ir";
import { expect, test } from "vitest";
import type { JsonObject } from "../fixtures/json.js";
import type { AdmissionRequest } from "../fixtures/request.js";
import { constraintMatches } from "./constraint-match.js";
import { globMatches } from "./glob.js";
import { matches } from "./matches.js";

const podKind = { group: "", version: "v1", kind: "Pod", plural: "pods", scope: "Namespaced" } as const;
const namespaceKind = {
  group: "",
  version: "v1",
  kind: "Namespace",
  plural: "namespaces",
  scope: "Cluster",
} as const;
const roleKind = {
  group: "rbac.authorization.k8s.io",
  version: "v1",
  kind: "ClusterRole",
  plural: "clusterroles",
  scope: "Cluster",
} as const;
const match: Match = { kinds: [podKind, namespaceKind, roleKind], operations: ["CREATE", "UPDATE"] };

function labelled(name: string, labels: Readonly<Record<string, string>> = {}): JsonObject {
  return { metadata: { name, labels } };
}

function pod(namespace: string, labels: Readonly<Record<string, string>> = {}): AdmissionRequest {
  return {
    kind: podKind,
    operation: "CREATE",
    namespace,
    object: labelled("web", labels),
    namespaceObject: labelled(namespace, { team: "shop", "kubernetes.io/metadata.name": namespace }),
  };
}

const namespace: AdmissionRequest = {
  kind: namespaceKind,
  operation: "CREATE",
  name: "kube-system",
  object: labelled("kube-system", { team: "core" }),
};
const role: AdmissionRequest = {
  kind: roleKind,
  operation: "CREATE",
  name: "admin",
  object: labelled("admin"),
};

test.each([
  ["kube-system", "kube-system", true],
  ["kube-*", "kube-system", true],
  ["kube-*", "mykube-system", false],
  ["*-system", "kube-system", true],
  ["*-system", "system", false],
  ["*sys*", "kube-system", true],
  ["*", "any", true],
  ["**", "any", true],
  ["k*e", "kube", false],
  ["", "kube", false],
])("the pattern %s on %s: %s", (pattern, name, expected) => {
  expect(globMatches(pattern, name)).toBe(expected);
});

const shop = { matchLabels: { team: "shop" } };

test.each<[string, Partial<Match>, AdmissionRequest, boolean]>([
  ["a kind of the policy", {}, pod("shop"), true],
  ["another kind", { kinds: [roleKind] }, pod("shop"), false],
  ["the same kind of another group", { kinds: [{ ...podKind, group: "example.io" }] }, pod("shop"), false],
  ["another version of the kind", { kinds: [{ ...podKind, version: "v2" }] }, pod("shop"), true],
  ["a sub-resource", {}, { ...pod("shop"), subResource: "status" }, false],
  ["a container added by kubectl debug", {}, { ...pod("shop"), subResource: "ephemeralcontainers" }, true],
  ["another operation", {}, { ...pod("shop"), operation: "DELETE" }, false],
  ["no operation, as in audit", { operations: ["UPDATE"] }, { kind: podKind, object: labelled("a") }, true],
  ["a namespace that is listed", { namespaces: ["shop", "db"] }, pod("shop"), true],
  ["a namespace that is not", { namespaces: ["shop-*"] }, pod("shop"), false],
  ["a namespace by a pattern", { namespaces: ["sh*"] }, pod("shop"), true],
  ["an excluded namespace", { excludedNamespaces: ["*op"] }, pod("shop"), false],
  ["listed and excluded", { namespaces: ["shop"], excludedNamespaces: ["shop"] }, pod("shop"), false],
  ["a Namespace is in itself", { namespaces: ["kube-*"] }, namespace, true],
  ["a Namespace excludes itself", { excludedNamespaces: ["kube-*"] }, namespace, false],
  ["namespaces do not filter what is cluster-scoped", { namespaces: ["shop"] }, role, true],
  ["excluded namespaces neither", { excludedNamespaces: ["*"] }, role, true],
  ["labels that are selected", { labelSelector: shop }, pod("a", { team: "shop" }), true],
  ["labels that are not", { labelSelector: shop }, pod("a", { team: "db" }), false],
  ["an empty selector", { labelSelector: {} }, pod("a"), true],
  [
    "In",
    { labelSelector: { matchExpressions: [{ key: "a", operator: "In", values: ["1", "2"] }] } },
    pod("a", { a: "2" }),
    true,
  ],
  [
    "In, absent",
    { labelSelector: { matchExpressions: [{ key: "a", operator: "In", values: ["1"] }] } },
    pod("a"),
    false,
  ],
  [
    "NotIn, absent",
    { labelSelector: { matchExpressions: [{ key: "a", operator: "NotIn", values: ["1"] }] } },
    pod("a"),
    true,
  ],
  [
    "NotIn, there",
    { labelSelector: { matchExpressions: [{ key: "a", operator: "NotIn", values: ["1"] }] } },
    pod("a", { a: "1" }),
    false,
  ],
  [
    "Exists",
    { labelSelector: { matchExpressions: [{ key: "a", operator: "Exists" }] } },
    pod("a", { a: "" }),
    true,
  ],
  [
    "DoesNotExist",
    { labelSelector: { matchExpressions: [{ key: "a", operator: "DoesNotExist" }] } },
    pod("a", { a: "" }),
    false,
  ],
  [
    "the old object's labels",
    { labelSelector: shop },
    { ...pod("a"), operation: "UPDATE", oldObject: labelled("web", { team: "shop" }) },
    true,
  ],
  [
    "neither object's labels",
    { labelSelector: shop },
    { ...pod("a"), operation: "UPDATE", oldObject: labelled("web") },
    false,
  ],
  ["labels of the namespace", { namespaceSelector: shop }, pod("a"), true],
  ["other labels of the namespace", { namespaceSelector: { matchLabels: { team: "db" } } }, pod("a"), false],
  [
    "a Namespace by its own labels",
    { namespaceSelector: { matchLabels: { team: "core" } } },
    namespace,
    true,
  ],
  ["a Namespace by other labels", { namespaceSelector: shop }, namespace, false],
  ["a namespace selector does not filter what is cluster-scoped", { namespaceSelector: shop }, role, true],
])("%s", (_, written, request, expected) => {
  expect(matches({ ...match, ...written }, request).matches).toBe(expected);
});

test.each<[string, object, AdmissionRequest, boolean]>([
  ["by namespace", { namespaces: ["sh*"] }, pod("shop"), false],
  ["by another namespace", { namespaces: ["db"] }, pod("shop"), true],
  ["by name", { names: ["web"] }, pod("shop"), false],
  ["by name, but not in this namespace", { names: ["web"], namespaces: ["db"] }, pod("shop"), true],
  ["by label", { labelSelector: shop }, pod("a", { team: "shop" }), false],
  ["a namespace's exemption does not reach what is cluster-scoped", { namespaces: ["*"] }, role, true],
  [
    "by a label that the update adds",
    { labelSelector: shop },
    { ...pod("a", { team: "shop" }), operation: "UPDATE", oldObject: labelled("web") },
    false,
  ],
  [
    "by a label that the update removes",
    { labelSelector: shop },
    { ...pod("a"), operation: "UPDATE", oldObject: labelled("web", { team: "shop" }) },
    true,
  ],
])("an exemption %s", (_, written, request, expected) => {
  const exemption = { reason: "moving house", expires: "2027-01-31", ...written };
  const result = matches(match, request, { excludedNamespaces: [], exemptions: [exemption] });
  expect(result.matches).toBe(expected);
  if (!result.matches) expect(result.because).toBe("exempt until 2027-01-31: moving house");
});

test("a deployment's excluded namespaces count beside the policy's", () => {
  const result = matches({ ...match, excludedNamespaces: ["db"] }, pod("shop"), {
    excludedNamespaces: ["shop"],
    exemptions: [],
  });
  expect(result).toEqual({ matches: false, because: "namespace `shop` is excluded" });
});

test.each<[string, JsonObject, AdmissionRequest, boolean]>([
  ["nothing said", {}, pod("shop"), true],
  ["group and kind", { kinds: [{ apiGroups: [""], kinds: ["Pod"] }] }, pod("shop"), true],
  ["wildcards", { kinds: [{ apiGroups: ["*"], kinds: ["*"] }] }, role, true],
  ["another group", { kinds: [{ apiGroups: ["apps"], kinds: ["Pod"] }] }, pod("shop"), false],
  ["scope Namespaced", { scope: "Namespaced" }, pod("shop"), true],
  ["scope Namespaced on a Namespace", { scope: "Namespaced" }, namespace, false],
  ["scope Cluster", { scope: "Cluster" }, pod("shop"), false],
  ["scope Cluster on a role", { scope: "Cluster" }, role, true],
  ["a misspelt scope says nothing", { scope: "cluster" }, pod("shop"), true],
  ["namespaces", { namespaces: ["sh*"] }, pod("db"), false],
  ["excluded namespaces", { excludedNamespaces: ["*ho*"] }, pod("shop"), false],
  ["a name", { name: "we*" }, pod("shop"), true],
  ["another name", { name: "db" }, pod("shop"), false],
  [
    "a generated name",
    { name: "gen*" },
    { kind: podKind, object: { metadata: { generateName: "gen-" } } },
    true,
  ],
  [
    "a generated name has no end",
    { name: "*gen-" },
    { kind: podKind, object: { metadata: { generateName: "gen-" } } },
    false,
  ],
  [
    "a label selector",
    { labelSelector: { matchLabels: { team: "shop" } } },
    pod("a", { team: "shop" }),
    true,
  ],
  [
    "a namespace selector",
    { namespaceSelector: { matchExpressions: [{ key: "team", operator: "NotIn", values: ["shop"] }] } },
    pod("a"),
    false,
  ],
])("a Constraint's match: %s", (_, written, request, expected) => {
  expect(constraintMatches(written, request)).toBe(expected);
});
