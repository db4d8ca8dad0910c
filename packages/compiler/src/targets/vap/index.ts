import type { Policy } from "@policyc/ir";
import { type Manifest, printManifests } from "../../emit/manifest.js";
import { exemptionComments, matchConditions } from "../cel-policy/conditions.js";
import { matchConstraints } from "../cel-policy/constraints.js";
import { type CelValidation, celValidation } from "../cel-policy/validation.js";
import type { Deployment } from "../deployment.js";
import { commonAnnotations, header, kustomization } from "../headers.js";
import { validationActions } from "../stages.js";
import type { Target } from "../target.js";

/** Kubernetes' own ValidatingAdmissionPolicy and its binding. */
export const vap: Target = {
  name: "vap",
  title: "ValidatingAdmissionPolicy",
  readsInventory: false,
  emit: (policy, deployment, collector) => {
    const validation = celValidation(policy, deployment, vap, collector);
    const manifests = [admissionPolicy(policy, deployment, validation), binding(policy, deployment)];
    return [{ path: `vap/${policy.name}.yaml`, text: printManifests(manifests, header(policy)) }];
  },
  kustomization: (files) => kustomization("vap", files),
};

function admissionPolicy(
  policy: Policy,
  deployment: Deployment,
  { variables, expressions }: CelValidation,
): Manifest {
  const conditions = matchConditions(policy, deployment);
  return {
    comments: exemptionComments(conditions, deployment, ["spec", "matchConditions"]),
    value: {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicy",
      metadata: {
        name: policy.name,
        annotations: {
          "policyc.dev/title": policy.title,
          "policyc.dev/severity": policy.severity,
          "policyc.dev/description": policy.description,
          ...commonAnnotations(policy),
        },
      },
      spec: {
        failurePolicy: "Fail",
        matchConstraints: matchConstraints(policy),
        ...(conditions.length === 0
          ? {}
          : { matchConditions: conditions.map((condition) => ({ ...condition })) }),
        ...(variables.length === 0 ? {} : { variables: variables.map((variable) => ({ ...variable })) }),
        validations: expressions,
      },
    },
  };
}

function binding(policy: Policy, deployment: Deployment): Manifest {
  return {
    value: {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicyBinding",
      metadata: { name: policy.name },
      spec: { policyName: policy.name, validationActions: validationActions[deployment.stage] },
    },
  };
}
