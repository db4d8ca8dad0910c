import type { Json, Policy, ResourceKind } from "@policyc/ir";
import { type Manifest, printManifests } from "../../emit/manifest.js";
import { kyvernoAnnotations } from "../cel-policy/annotations.js";
import { exemptionComments, matchConditions } from "../cel-policy/conditions.js";
import { type CelValidation, celValidation } from "../cel-policy/validation.js";
import type { Deployment } from "../deployment.js";
import { header, kustomization } from "../headers.js";
import { selector } from "../selector.js";
import type { Target } from "../target.js";

/** Kyverno's ClusterPolicy with `validate.cel`, for clusters before ValidatingPolicy. */
export const kyverno: Target = {
  name: "kyverno",
  title: "Kyverno ClusterPolicy",
  readsInventory: false,
  emit: (policy, deployment, collector) => {
    const validation = celValidation(policy, deployment, kyverno, collector);
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
  const preconditions = matchConditions(policy, deployment);
  return {
    comments: exemptionComments(preconditions, deployment, ["spec", "rules", 0, "celPreconditions"]),
    value: {
      apiVersion: "kyverno.io/v1",
      kind: "ClusterPolicy",
      metadata: {
        name: policy.name,
        // Every kind is named below; Kyverno's own rewriting for controllers would check them twice.
        annotations: { "pod-policies.kyverno.io/autogen-controllers": "none", ...kyvernoAnnotations(policy) },
      },
      spec: {
        background: true,
        ...(deployment.stage === "warn" ? { emitWarning: true } : {}),
        webhookConfiguration: { failurePolicy: "Fail" },
        rules: [
          {
            name: policy.kyverno?.rule ?? policy.name,
            match: { any: [{ resources: resources(policy) }] },
            ...(preconditions.length === 0 ? {} : { celPreconditions: [...preconditions] }),
            validate: {
              failureAction: deployment.stage === "enforce" ? "Enforce" : "Audit",
              cel: {
                generate: false,
                ...(variables.length === 0
                  ? {}
                  : { variables: variables.map((variable) => ({ ...variable })) }),
                expressions,
              },
            },
          },
        ],
      },
    },
  };
}

function resources({ match }: Policy): { readonly [field: string]: Json } {
  return {
    kinds: match.kinds.map(kindName),
    operations: match.operations,
    ...(match.labelSelector === undefined ? {} : { selector: selector(match.labelSelector) }),
    ...(match.namespaceSelector === undefined
      ? {}
      : { namespaceSelector: selector(match.namespaceSelector) }),
  };
}

/** `group/version/Kind`; `v1/Kind` in the core group. */
function kindName({ group, version, kind }: ResourceKind): string {
  return group === "" ? `${version}/${kind}` : `${group}/${version}/${kind}`;
}
