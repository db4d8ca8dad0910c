import { describe, expect, it } from "vitest";
import type { PolicyRule } from "./kinds/rbac.js";
import { grants } from "./rbac.js";

const rule = (apiGroups: string[], resources: string[], verbs: string[]): PolicyRule => ({
  apiGroups,
  resources,
  verbs,
});
const exec = { verb: "create", group: "", resource: "pods/exec" };

describe("grants", () => {
  it.each([
    ["by name", rule([""], ["pods/exec"], ["create"]), true],
    ["all verbs", rule([""], ["pods/exec"], ["*"]), true],
    ["all groups", rule(["*"], ["pods/exec"], ["create"]), true],
    ["all resources, sub-resources included", rule([""], ["*"], ["create"]), true],
    ["the sub-resource of everything", rule([""], ["*/exec"], ["create"]), true],
    ["another verb", rule([""], ["pods/exec"], ["get"]), false],
    ["another group", rule(["apps"], ["pods/exec"], ["create"]), false],
    ["the resource alone", rule([""], ["pods"], ["create"]), false],
    ["another sub-resource of everything", rule([""], ["*/log"], ["create"]), false],
    ["a wildcard that the API server does not know", rule([""], ["pods/*"], ["create"]), false],
    ["URLs alone", { nonResourceURLs: ["*"], verbs: ["create"] }, false],
  ])("%s", (_, granting, expected) => {
    expect(grants(granting, exec)).toBe(expected);
  });

  it("does not take a resource without sub-resource for one with", () => {
    expect(grants(rule([""], ["*/pods"], ["get"]), { verb: "get", group: "", resource: "pods" })).toBe(false);
  });
});
