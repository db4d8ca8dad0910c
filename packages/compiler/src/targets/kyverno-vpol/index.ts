import type { Policy } from "@policyc/ir";
import { type Manifest, printManifests } from "../../emit/manifest.js";
import { kyvernoAnnotations } from "../cel-policy/annotations.js";
import { matchConditions } from "../cel-policy/conditions.js";
import { matchConstraints } from "../cel-policy/constraints.js";
import { expressionComments, expressionsField } from "../cel-policy/expressions.js";
import { type CelValidation, celValidation } from "../cel-policy/validation.js";
import type { Deployment } from "../deployment.js";
import { header, kustomization } from "../headers.js";
import { validationActions } from "../stages.js";
import type { Target } from "../target.js";
import { kyvernoMatch } from "./labels.js";

/** Kyverno's ValidatingPolicy (Kyverno 1.17 and later). */
export const kyvernoValidatingPolicy: Target = {
  name: "kyverno-vpol",
  title: "Kyverno ValidatingPolicy",
  readsInventory: true,
  celDialect: "kyverno",
  // Kyverno puts its CEL together itself, from all of Kubernetes' libraries and its own (pkg/cel/compiler/env.go).
  cel: "1.35",
  // A scan takes it from the object, and a Namespace has none (pkg/controllers/report/utils/scanner.go).
  untold: ["namespace"],
  emit: (policy, deployment, unsayable) => {
    const validation = celValidation(policy, deployment, kyvernoValidatingPolicy, unsayable);
    return [
      {
        path: `kyverno-vpol/${policy.name}.yaml`,
        text: printManifests([validatingPolicy(policy, deployment, validation)], header(policy)),
      },
    ];
  },
  kustomization: (files) => kustomization("kyverno-vpol", files),
};

function validatingPolicy(policy: Policy, deployment: Deployment, validation: CelValidation): Manifest {
  const { policy: matching, labels } = kyvernoMatch(policy);
  const conditions = matchConditions(policy, deployment, labels);
  const { variables } = validation;
  return {
    comments: [
      ...expressionComments(["spec", "matchConditions"], conditions),
      ...expressionComments(["spec", "variables"], variables),
    ],
    value: {
      apiVersion: "policies.kyverno.io/v1",
      kind: "ValidatingPolicy",
      metadata: { name: policy.name, annotations: kyvernoAnnotations(policy) },
      spec: {
        validationActions: validationActions[deployment.stage],
        failurePolicy: "Fail",
        // Every kind is named below; Kyverno's own rewriting for controllers would check them twice.
        autogen: { podControllers: { controllers: [] } },
        matchConstraints: matchConstraints(matching),
        ...expressionsField("matchConditions", conditions),
        ...expressionsField("variables", variables),
        validations: validation.expressions,
      },
    },
  };
}
