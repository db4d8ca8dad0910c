import { type Match, verify } from "@policyc/ir";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Deployment } from "../deployment.js";
import { kind, nothingUnsaid, sampleDeployment, samplePolicy } from "../policy.sample.js";
import { gatekeeper } from "./index.js";

function emitted(match: Partial<Match> = {}, deployment: Partial<Deployment> = {}) {
  const policy = samplePolicy(match);
  const all = sampleDeployment(deployment);
  const files = gatekeeper.emit(verify(policy), all, nothingUnsaid);
  const read = (name: string) =>
    parse(files.find(({ path }) => path === `gatekeeper/sample-policy/${name}.yaml`)?.text ?? "");
  const template = read("template");
  return {
    files,
    template,
    constraint: read("constraint"),
    rego: String(template.spec.targets[0].code[0].source.rego),
  };
}

test("the template is named after its kind and carries the schema", () => {
  const { template } = emitted();
  expect(template.metadata.name).toBe("samplepolicy");
  expect(template.spec.crd.spec).toEqual({
    names: { kind: "SamplePolicy" },
    validation: { openAPIV3Schema: { type: "object", properties: { max: { type: "integer" } } } },
  });
  expect(template.metadata.annotations).toMatchObject({
    "metadata.gatekeeper.sh/title": "Sample",
    "policyc.dev/severity": "high",
    "policyc.dev/controls": "A/1, B/2",
    "policyc.dev/rollout": "difficulty low, effect high, load medium",
  });
});

test("the code is Rego v1 for Gatekeeper's target", () => {
  const [target] = emitted().template.spec.targets;
  expect(target.target).toBe("admission.k8s.gatekeeper.sh");
  expect(target.code[0]).toMatchObject({ engine: "Rego", source: { version: "v1" } });
});

test.each([
  ["audit", "dryrun"],
  ["warn", "warn"],
  ["enforce", "deny"],
] as const)("stage %s is %s", (stage, action) => {
  expect(emitted({}, { stage }).constraint.spec.enforcementAction).toBe(action);
});

test("kinds are grouped by API group", () => {
  const { constraint } = emitted({
    kinds: [kind("", "Pod"), kind("apps", "Deployment"), kind("", "Service"), kind("apps", "DaemonSet")],
  });
  expect(constraint.spec.match.kinds).toEqual([
    { apiGroups: [""], kinds: ["Pod", "Service"] },
    { apiGroups: ["apps"], kinds: ["Deployment", "DaemonSet"] },
  ]);
});

test("parameters are left out where there are none", () => {
  expect(emitted().constraint.spec).not.toHaveProperty("parameters");
  expect(emitted({}, { params: { max: 3 } }).constraint.spec.parameters).toEqual({ max: 3 });
});

test("namespaces of the policy, the deployment and its exemptions are left out, each once", () => {
  const exemptions = [{ reason: "migration", expires: "2027-01-31", namespaces: ["legacy", "b"] }];
  const { constraint, files, rego } = emitted(
    { excludedNamespaces: ["a"] },
    { excludedNamespaces: ["b"], exemptions },
  );
  expect(constraint.spec.match.excludedNamespaces).toEqual(["a", "b", "legacy"]);
  expect(files.map(({ text }) => text).join("")).toContain("exempt until 2027-01-31, migration");
  expect(rego).not.toContain("legacy");
});

test("an exemption that names objects is part of the predicate", () => {
  const exemptions = [
    { reason: "old agent", expires: "2027-01-31", namespaces: ["ops"], names: ["agent-*"] },
  ];
  const { constraint, rego } = emitted({}, { exemptions });
  expect(constraint.spec.match).not.toHaveProperty("excludedNamespaces");
  expect(rego).toContain('"ops"');
  expect(rego).toContain('"agent-"');
});

test("a template asks for the operation, which no Constraint can", () => {
  expect(emitted().rego).toContain('if not input.review.operation == "DELETE"');
  expect(emitted({ operations: ["CREATE"] }).rego).toContain(
    'if object.get(input.review, "operation", "") in {"", "CREATE"}',
  );
  expect(emitted({ operations: ["CREATE", "UPDATE", "DELETE"] }).rego).not.toContain("operation");
});

test("operations beyond Gatekeeper's own stand in the template", () => {
  expect(emitted().template.spec.targets[0]).not.toHaveProperty("operations");
  expect(emitted({ operations: ["CREATE", "DELETE"] }).template.spec.targets[0].operations).toEqual([
    "CREATE",
    "DELETE",
  ]);
});

test("a kind in several versions is named once: a Constraint knows no versions", () => {
  const pdb = {
    group: "policy",
    kind: "PodDisruptionBudget",
    plural: "poddisruptionbudgets",
    scope: "Namespaced",
  } as const;
  const { constraint } = emitted({
    kinds: [
      { ...pdb, version: "v1" },
      { ...pdb, version: "v1beta1" },
    ],
  });
  expect(constraint.spec.match.kinds).toEqual([{ apiGroups: ["policy"], kinds: ["PodDisruptionBudget"] }]);
});

test("templates are applied before constraints", () => {
  const { files } = emitted();
  expect(parse(gatekeeper.kustomization(files).text).resources).toEqual([
    "sample-policy/template.yaml",
    "sample-policy/constraint.yaml",
  ]);
});
