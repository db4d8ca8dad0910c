import {
  ConfigMap,
  CustomResourceDefinition,
  Deployment,
  Namespace,
  PersistentVolume,
  PersistentVolumeClaim,
  parameters,
  policy,
  Secret,
  Service,
  StatefulSet,
} from "@policyc/sdk";

interface Params {
  /** An object with this annotation and the value `true` cannot be deleted. */
  annotation: string;
}

export default policy({
  name: "deletion-protection",
  title: "Protected objects stay",
  description:
    "An object that carries the annotation must not be deleted: whoever means to takes the annotation away first.",
  rationale:
    "Deleting a namespace, a custom resource's definition or a volume takes everything in it along, at once and for good: two steps are cheaper than a restore.",
  remediation: "Remove the annotation, have that reviewed, then delete the object.",
  severity: "medium",
  controls: ["NIST-800-53-5/CM-5", "MITRE-ATTACK-16/T1485"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: {
    kinds: [
      Namespace,
      CustomResourceDefinition,
      PersistentVolume,
      PersistentVolumeClaim,
      StatefulSet,
      Deployment,
      Service,
      Secret,
      ConfigMap,
    ],
    operations: ["DELETE"],
  },
  params: parameters<Params>({ annotation: "policyc.dev/protected" }),
  require: ({ object, params }) => object.metadata.annotations?.[params.annotation] !== "true",
  message: ({ object, params }) =>
    `${object.kind} <${object.metadata.name}> is protected by its annotation ${params.annotation}`,
});
