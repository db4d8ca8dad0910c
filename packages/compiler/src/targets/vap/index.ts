import type { Policy } from "@policyc/ir";
import type { EmittedFile } from "../../emit/file-tree.js";
import { type Manifest, printManifests } from "../../emit/manifest.js";
import { matchConditions } from "../cel-policy/conditions.js";
import { matchConstraints } from "../cel-policy/constraints.js";
import { expressionComments, expressionsField } from "../cel-policy/expressions.js";
import { type CelValidation, celValidation } from "../cel-policy/validation.js";
import type { Deployment } from "../deployment.js";
import { commonAnnotations, header, kustomization } from "../headers.js";
import { validationActions } from "../stages.js";
import type { Target } from "../target.js";
import type { ClusterParameters } from "./cluster-parameters.js";
import { clusterParameters } from "./parameters.js";

/** Kubernetes' own ValidatingAdmissionPolicy and its binding; the parameters in them, or in an object of their own. */
export const vap: Target = {
  name: "vap",
  title: "ValidatingAdmissionPolicy",
  readsInventory: false,
  celDialect: "kubernetes",
  emit: (policy, deployment, unsayable) => {
    const parameters = clusterParameters(policy, deployment);
    const reader = {
      ...vap,
      leavesOutRequests: true,
      ...(parameters === undefined ? {} : { parameters: parameters.root }),
    };
    const validation = celValidation(policy, deployment, reader, unsayable);
    const file = (path: string, manifests: readonly Manifest[]): EmittedFile => ({
      path: `vap/${path}${policy.name}.yaml`,
      text: printManifests(manifests, header(policy)),
    });
    return [
      ...(parameters?.definition === undefined ? [] : [file(folders.definitions, [parameters.definition])]),
      ...(parameters === undefined ? [] : [file(folders.objects, [parameters.object])]),
      file("", [
        admissionPolicy({ policy, deployment, parameters }, validation),
        binding({ policy, deployment, parameters }),
      ]),
    ];
  },
  // A binding without its parameters denies, and these need their kind.
  kustomization: (files) => {
    const inFolder = (folder: string) => files.filter(({ path }) => path.startsWith(`vap/${folder}`));
    const [definitions, objects] = [inFolder(folders.definitions), inFolder(folders.objects)];
    const others = files.filter((file) => !definitions.includes(file) && !objects.includes(file));
    return kustomization("vap", [...definitions, ...objects, ...others]);
  },
};

/** Below the target's own, so that each can be applied for itself: a kind has to be served before its objects come. */
const folders = { definitions: "crds/", objects: "params/" } as const;

interface Deployed {
  readonly policy: Policy;
  readonly deployment: Deployment;
  readonly parameters: ClusterParameters | undefined;
}

function admissionPolicy({ policy, deployment, parameters }: Deployed, validation: CelValidation): Manifest {
  const conditions = [...validation.conditions, ...matchConditions(policy, deployment)];
  const { variables } = validation;
  return {
    comments: [
      ...expressionComments(["spec", "matchConditions"], conditions),
      ...expressionComments(["spec", "variables"], variables),
    ],
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
        ...(parameters === undefined ? {} : { paramKind: parameters.paramKind }),
        matchConstraints: matchConstraints(policy),
        ...expressionsField("matchConditions", conditions),
        ...expressionsField("variables", variables),
        validations: [...(parameters?.validations ?? []), ...validation.expressions],
      },
    },
  };
}

function binding({ policy, deployment, parameters }: Deployed): Manifest {
  return {
    value: {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicyBinding",
      metadata: { name: policy.name },
      spec: {
        policyName: policy.name,
        ...(parameters === undefined ? {} : { paramRef: parameters.paramRef }),
        validationActions: validationActions[deployment.stage],
      },
    },
  };
}
