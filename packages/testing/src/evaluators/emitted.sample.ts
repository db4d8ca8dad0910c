import { fileURLToPath } from "node:url";
import type { EmittedFile } from "@policyc/compiler";
import type { PolicyUnderTest } from "../suites/policy-under-test.js";
import type { Params } from "./evaluator.js";

const rego = `package k8sallowedimages

violation contains {"msg": msg} if {
  not is_update
  some container in input.review.object.spec.containers
  image := object.get(container, "image", "")
  not data.lib.prefix.any(image, input.parameters.repos)
  msg := sprintf("image <%v> is not allowed", [image])
}

is_update if input.review.operation == "UPDATE"
`;

const lib = `package lib.prefix

any(text, prefixes) if {
  some prefix in prefixes
  startswith(text, prefix)
}
`;

const indented = (text: string, by: number): string => text.replaceAll(/^(?=.)/gm, " ".repeat(by));

const template = `apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata:
  name: k8sallowedimages
spec:
  crd:
    spec:
      names:
        kind: K8sAllowedImages
      validation:
        openAPIV3Schema:
          type: object
          properties:
            repos: { type: array, items: { type: string } }
  targets:
    - target: admission.k8s.gatekeeper.sh
      code:
        - engine: Rego
          source:
            version: v1
            libs:
              - |
${indented(lib, 16)}
            rego: |
${indented(rego, 14)}`;

const constraint = (params: Params): string => `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedImages
metadata:
  name: allowed-images
spec:
  enforcementAction: deny
  match:
    kinds:
      - apiGroups: [""]
        kinds: [Pod]
  parameters: ${JSON.stringify(params)}
`;

const vap = (params: Params): string => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: allowed-images
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules:
      - apiGroups: [""]
        apiVersions: [v1]
        operations: [CREATE, UPDATE]
        resources: [pods]
  matchConditions:
    - name: not-an-update
      expression: request.operation != "UPDATE"
  variables:
    - name: bad
      expression: >-
        object.spec.?containers.orValue([]).map(c, c.?image.orValue(""))
        .filter(i, !${JSON.stringify(params["repos"])}.exists(r, i.startsWith(r)))
  validations:
    - expression: size(variables.bad) == 0
      messageExpression: variables.bad.map(i, "image <" + i + "> is not allowed").join("; ")
`;

/** What `build` would write for the sample policy, by hand. */
export function emitSample(params: Params): readonly EmittedFile[] {
  return [
    { path: "gatekeeper/allowed-images/template.yaml", text: template },
    { path: "gatekeeper/allowed-images/constraint.yaml", text: constraint(params) },
    { path: "vap/allowed-images.yaml", text: vap(params) },
  ];
}

export const samplePolicy: PolicyUnderTest = {
  name: "allowed-images",
  file: fileURLToPath(new URL("./policy.sample.ts", import.meta.url)),
  constraintKind: "K8sAllowedImages",
  match: {
    kinds: [{ group: "", version: "v1", kind: "Pod", plural: "pods", scope: "Namespaced" }],
    operations: ["CREATE", "UPDATE"],
  },
  parameters: {
    schema: {
      type: "object",
      required: ["repos"],
      properties: { repos: { type: "array", items: { type: "string" } } },
    },
    defaults: { repos: ["registry.example/"] },
  },
  emit: emitSample,
};
