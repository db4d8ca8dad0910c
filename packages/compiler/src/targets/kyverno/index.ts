import type { Policy } from "@policyc/ir";
import { type Manifest, printManifests } from "../../emit/manifest.js";
import { kyvernoAnnotations } from "../cel-policy/annotations.js";
import { matchConditions } from "../cel-policy/conditions.js";
import { expressionComments, expressionsField, type NamedExpression } from "../cel-policy/expressions.js";
import { type CelValidation, celValidation } from "../cel-policy/validation.js";
import type { Deployment } from "../deployment.js";
import { header, kustomization } from "../headers.js";
import type { Target } from "../target.js";
import { filters, parents } from "./filters.js";

/** Kyverno's ClusterPolicy with `validate.cel`, for clusters before ValidatingPolicy. */
export const kyverno: Target = {
  name: "kyverno",
  title: "Kyverno ClusterPolicy",
  readsInventory: false,
  celDialect: "kyverno",
  // As Kyverno makes the request up for them (1.19, pkg/engine/handlers/validation/validate_cel.go).
  untold: ["subResource", "dryRun", "options", "namespace", "name"],
  emit: (policy, deployment, unsayable) => {
    const validation = celValidation(policy, deployment, kyverno, unsayable);
    return [
      {
        path: `kyverno/${policy.name}.yaml`,
        text: printManifests([clusterPolicy(policy, deployment, validation)], header(policy)),
      },
    ];
  },
  kustomization: (files) => kustomization("kyverno", files),
};

function clusterPolicy(
  policy: Policy,
  deployment: Deployment,
  { variables, expressions }: CelValidation,
): Manifest {
  const preconditions = [...ofTheirParents(policy), ...matchConditions(policy, deployment)];
  const rule = ["spec", "rules", 0];
  return {
    comments: [
      ...expressionComments([...rule, "celPreconditions"], preconditions),
      ...expressionComments([...rule, "validate", "cel", "variables"], variables),
    ],
    value: {
      apiVersion: "kyverno.io/v1",
      kind: "ClusterPolicy",
      metadata: {
        name: policy.name,
        // Every kind is named below; Kyverno's own rewriting for controllers would check them twice.
        annotations: { "pod-policies.kyverno.io/autogen-controllers": "none", ...kyvernoAnnotations(policy) },
      },
      spec: {
        // Kyverno refuses to scan for a sub-resource: nothing of it is stored.
        background: policy.match.kinds.every(({ subresource }) => subresource === undefined),
        ...(deployment.stage === "warn" ? { emitWarning: true } : {}),
        webhookConfiguration: { failurePolicy: "Fail" },
        rules: [
          {
            name: policy.kyverno?.rule ?? policy.name,
            match: { any: filters(policy) },
            ...expressionsField("celPreconditions", preconditions),
            validate: {
              failureAction: deployment.stage === "enforce" ? "Enforce" : "Audit",
              cel: {
                generate: false,
                ...expressionsField("variables", variables),
                expressions,
              },
            },
          },
        ],
      },
    },
  };
}

/** Of a custom resource only the plural is known: `*` in place of its kind finds others' sub-resources of the name, too. */
function ofTheirParents({ match }: Policy): readonly NamedExpression[] {
  const plurals = match.kinds
    .filter(({ subresource, plural }) => subresource !== undefined && parents[plural] === undefined)
    .map(({ plural }) => plural);
  if (plurals.length === 0) return [];
  const all = match.kinds.map(({ plural }) => JSON.stringify(plural));
  return [
    { name: "resources", expression: `request.resource.resource in [${[...new Set(all)].join(", ")}]` },
  ];
}
