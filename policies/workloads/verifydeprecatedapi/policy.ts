import {
  APIService,
  CertificateSigningRequest,
  ClusterRole,
  ClusterRoleBinding,
  CronJob,
  CSIDriver,
  CSINode,
  CSIStorageCapacity,
  CustomResourceDefinition,
  DaemonSet,
  Deployment,
  EndpointSlice,
  FlowSchema,
  HorizontalPodAutoscaler,
  Ingress,
  IngressClass,
  kind,
  Lease,
  MutatingWebhookConfiguration,
  type NamedObjectMeta,
  PodDisruptionBudget,
  PriorityClass,
  PriorityLevelConfiguration,
  parameters,
  policy,
  ReplicaSet,
  Role,
  RoleBinding,
  RuntimeClass,
  StatefulSet,
  StorageClass,
  ValidatingWebhookConfiguration,
  VolumeAttachment,
  violation,
} from "@policyc/sdk";
import { type RemovedApi, removedApis } from "../../modules/removed-apis.js";

interface Params {
  /** API versions that are no longer served, the kinds that they had, and what to write instead (`None` for nothing). */
  kvs?: RemovedApi[];
  /** The version of Kubernetes that no longer serves them. */
  k8sVersion?: number;
}

/** Of a group that Kubernetes serves no more. */
interface Gone {
  apiVersion: string;
  kind: string;
  metadata: NamedObjectMeta;
}

const old = { version: "v1beta1", scope: "Namespaced" } as const;
const OldDaemonSet = kind<Gone>({ ...old, group: "extensions", kind: "DaemonSet", plural: "daemonsets" });
const OldDeployment = kind<Gone>({ ...old, group: "extensions", kind: "Deployment", plural: "deployments" });
const OldIngress = kind<Gone>({ ...old, group: "extensions", kind: "Ingress", plural: "ingresses" });
const OldNetworkPolicy = kind<Gone>({
  ...old,
  group: "extensions",
  kind: "NetworkPolicy",
  plural: "networkpolicies",
});
const OldReplicaSet = kind<Gone>({ ...old, group: "extensions", kind: "ReplicaSet", plural: "replicasets" });
const OldPodSecurityPolicy = kind<Gone>({
  group: "extensions",
  version: "v1beta1",
  kind: "PodSecurityPolicy",
  plural: "podsecuritypolicies",
  scope: "Cluster",
});
const PodSecurityPolicy = kind<Gone>({
  group: "policy",
  version: "v1beta1",
  kind: "PodSecurityPolicy",
  plural: "podsecuritypolicies",
  scope: "Cluster",
});
const EventOfGroup = kind<Gone>({ ...old, group: "events.k8s.io", kind: "Event", plural: "events" });

const converted =
  "the API server hands objects over in the version that a policy matches, not as they were sent";

export default policy({
  name: "verifydeprecatedapi",
  title: "API versions that are still served",
  description:
    "Objects must not be written in an API version that Kubernetes has stopped to serve. Audit finds nothing: what is stored has a version that is served.",
  rationale:
    "A manifest in a removed version applies today and fails with the next upgrade, often in the middle of it.",
  remediation:
    "Write the object in the version that the message names; `kubectl convert` does it, fields may have moved.",
  severity: "medium",
  controls: ["NIST-800-53-5/SA-22"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: [
    APIService,
    CertificateSigningRequest,
    ClusterRole,
    ClusterRoleBinding,
    CronJob,
    CSIDriver,
    CSINode,
    CSIStorageCapacity,
    CustomResourceDefinition,
    DaemonSet,
    Deployment,
    EndpointSlice,
    EventOfGroup,
    FlowSchema,
    HorizontalPodAutoscaler,
    Ingress,
    IngressClass,
    Lease,
    MutatingWebhookConfiguration,
    OldDaemonSet,
    OldDeployment,
    OldIngress,
    OldNetworkPolicy,
    OldPodSecurityPolicy,
    OldReplicaSet,
    PodDisruptionBudget,
    PodSecurityPolicy,
    PriorityClass,
    PriorityLevelConfiguration,
    ReplicaSet,
    Role,
    RoleBinding,
    RuntimeClass,
    StatefulSet,
    StorageClass,
    ValidatingWebhookConfiguration,
    VolumeAttachment,
  ],
  gatekeeper: { kind: "VerifyDeprecatedAPI" },
  unreachable: { kyverno: converted, "kyverno-vpol": converted, vap: converted },
  params: parameters<Params>({ kvs: removedApis, k8sVersion: 1.32 }),
  *check({ object, params }) {
    for (const { deprecatedAPI, kinds, targetAPI } of params.kvs ?? []) {
      if (deprecatedAPI !== object.apiVersion || !kinds.includes(object.kind)) continue;
      const advice =
        targetAPI === "None"
          ? "please see the Kubernetes API deprecation guide"
          : `please use ${targetAPI} instead`;
      yield violation(
        `API ${object.kind} for ${object.apiVersion} is deprecated in Kubernetes version ${params.k8sVersion ?? "that you run"}, ${advice}`,
        object,
      );
    }
  },
});
