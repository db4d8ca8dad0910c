import { describe, expect, it } from "vitest";
import { celSpecs, regoModules } from "./expressions.js";

describe("the expressions of a manifest", () => {
  it("are the Rego of a ConstraintTemplate and its libraries", () => {
    const text = `
kind: ConstraintTemplate
spec:
  targets:
    - target: admission.k8s.gatekeeper.sh
      code:
        - engine: Rego
          source: { version: v1, rego: "package a", libs: ["package lib.b"] }
`;
    expect(regoModules(text)).toEqual([
      { path: "policy.rego", text: "package a" },
      { path: "lib1.rego", text: "package lib.b" },
    ]);
  });
  it("are the CEL of each rule of a ClusterPolicy", () => {
    const text = `
kind: ClusterPolicy
spec:
  rules:
    - validate: { cel: { variables: [{ name: v, expression: "1" }], expressions: [{ expression: "true" }] } }
`;
    expect(celSpecs(text)).toEqual([
      {
        variables: [{ name: "v", expression: "1" }],
        matchConditions: [],
        validations: [{ expression: "true" }],
      },
    ]);
  });
  it("of a ValidatingPolicy do without Kyverno's library, which Kubernetes' compiler does not know", () => {
    const text = `
kind: ValidatingPolicy
spec:
  validations:
    - expression: dyn(resource.List("v1", "services", "shop").items).size() == 0
`;
    expect(celSpecs(text)[0]?.validations).toEqual([
      { expression: 'dyn(["v1" == "services" && "shop" == ""]).size() == 0' },
    ]);
  });
  it("are the CEL of a ValidatingAdmissionPolicy beside its binding", () => {
    const text = `
kind: ValidatingAdmissionPolicy
spec: { validations: [{ expression: "true" }] }
---
kind: ValidatingAdmissionPolicyBinding
spec: { validationActions: [Audit] }
`;
    expect(celSpecs(text)).toHaveLength(1);
  });
});
