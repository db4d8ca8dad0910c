import type { Json, Policy, ResourceKind } from "@policyc/ir";
import { type Manifest, printManifests } from "../../emit/manifest.js";
import { kyvernoAnnotations } from "../cel-policy/annotations.js";
import { matchConditions } from "../cel-policy/conditions.js";
import { expressionComments, expressionsField, type NamedExpression } from "../cel-policy/expressions.js";
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
            match: { any: [{ resources: resources(policy) }] },
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

/** `group/version/Kind`; `v1/Kind` in the core group. A sub-resource goes by the kind that it is one of: `v1/Pod/exec`. */
function kindName({ kind, plural, subresource, resource, ...own }: ResourceKind): string {
  const { group, version } = resource ?? own;
  const prefix = group === "" ? version : `${group}/${version}`;
  if (subresource === undefined) return `${prefix}/${kind}`;
  return `${prefix}/${parents[plural] ?? "*"}/${subresource}`;
}

/** What Kubernetes itself serves with sub-resources. */
const parents: { readonly [plural: string]: string } = {
  daemonsets: "DaemonSet",
  deployments: "Deployment",
  namespaces: "Namespace",
  nodes: "Node",
  pods: "Pod",
  replicasets: "ReplicaSet",
  replicationcontrollers: "ReplicationController",
  serviceaccounts: "ServiceAccount",
  services: "Service",
  statefulsets: "StatefulSet",
};

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
