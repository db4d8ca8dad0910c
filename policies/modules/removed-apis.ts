/** API versions that Kubernetes has stopped to serve, by what to use instead. */
export interface RemovedApi {
  /** As in a manifest: `policy/v1beta1`. */
  deprecatedAPI: string;
  kinds: string[];
  /** What to write instead; `None` where there is nothing. */
  targetAPI: string;
}

/**
 * All that was removed until Kubernetes 1.32 (the deprecated API migration guide, kubernetes.io/docs/reference/using-api/deprecation-guide).
 */
export const removedApis: RemovedApi[] = [
  // 1.16
  { deprecatedAPI: "extensions/v1beta1", kinds: ["NetworkPolicy"], targetAPI: "networking.k8s.io/v1" },
  {
    deprecatedAPI: "extensions/v1beta1",
    kinds: ["DaemonSet", "Deployment", "ReplicaSet"],
    targetAPI: "apps/v1",
  },
  { deprecatedAPI: "extensions/v1beta1", kinds: ["PodSecurityPolicy"], targetAPI: "None" },
  { deprecatedAPI: "apps/v1beta1", kinds: ["Deployment", "StatefulSet"], targetAPI: "apps/v1" },
  {
    deprecatedAPI: "apps/v1beta2",
    kinds: ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
    targetAPI: "apps/v1",
  },
  // 1.22
  {
    deprecatedAPI: "admissionregistration.k8s.io/v1beta1",
    kinds: ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
    targetAPI: "admissionregistration.k8s.io/v1",
  },
  {
    deprecatedAPI: "apiextensions.k8s.io/v1beta1",
    kinds: ["CustomResourceDefinition"],
    targetAPI: "apiextensions.k8s.io/v1",
  },
  {
    deprecatedAPI: "apiregistration.k8s.io/v1beta1",
    kinds: ["APIService"],
    targetAPI: "apiregistration.k8s.io/v1",
  },
  {
    deprecatedAPI: "certificates.k8s.io/v1beta1",
    kinds: ["CertificateSigningRequest"],
    targetAPI: "certificates.k8s.io/v1",
  },
  { deprecatedAPI: "coordination.k8s.io/v1beta1", kinds: ["Lease"], targetAPI: "coordination.k8s.io/v1" },
  { deprecatedAPI: "extensions/v1beta1", kinds: ["Ingress"], targetAPI: "networking.k8s.io/v1" },
  {
    deprecatedAPI: "networking.k8s.io/v1beta1",
    kinds: ["Ingress", "IngressClass"],
    targetAPI: "networking.k8s.io/v1",
  },
  {
    deprecatedAPI: "rbac.authorization.k8s.io/v1beta1",
    kinds: ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
    targetAPI: "rbac.authorization.k8s.io/v1",
  },
  { deprecatedAPI: "scheduling.k8s.io/v1beta1", kinds: ["PriorityClass"], targetAPI: "scheduling.k8s.io/v1" },
  {
    deprecatedAPI: "storage.k8s.io/v1beta1",
    kinds: ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"],
    targetAPI: "storage.k8s.io/v1",
  },
  // 1.25
  { deprecatedAPI: "batch/v1beta1", kinds: ["CronJob"], targetAPI: "batch/v1" },
  { deprecatedAPI: "discovery.k8s.io/v1beta1", kinds: ["EndpointSlice"], targetAPI: "discovery.k8s.io/v1" },
  { deprecatedAPI: "events.k8s.io/v1beta1", kinds: ["Event"], targetAPI: "events.k8s.io/v1" },
  { deprecatedAPI: "autoscaling/v2beta1", kinds: ["HorizontalPodAutoscaler"], targetAPI: "autoscaling/v2" },
  { deprecatedAPI: "policy/v1beta1", kinds: ["PodDisruptionBudget"], targetAPI: "policy/v1" },
  { deprecatedAPI: "policy/v1beta1", kinds: ["PodSecurityPolicy"], targetAPI: "None" },
  { deprecatedAPI: "node.k8s.io/v1beta1", kinds: ["RuntimeClass"], targetAPI: "node.k8s.io/v1" },
  // 1.26
  { deprecatedAPI: "autoscaling/v2beta2", kinds: ["HorizontalPodAutoscaler"], targetAPI: "autoscaling/v2" },
  // 1.26, 1.29 and 1.32
  {
    deprecatedAPI: "flowcontrol.apiserver.k8s.io/v1beta1",
    kinds: ["FlowSchema", "PriorityLevelConfiguration"],
    targetAPI: "flowcontrol.apiserver.k8s.io/v1",
  },
  {
    deprecatedAPI: "flowcontrol.apiserver.k8s.io/v1beta2",
    kinds: ["FlowSchema", "PriorityLevelConfiguration"],
    targetAPI: "flowcontrol.apiserver.k8s.io/v1",
  },
  {
    deprecatedAPI: "flowcontrol.apiserver.k8s.io/v1beta3",
    kinds: ["FlowSchema", "PriorityLevelConfiguration"],
    targetAPI: "flowcontrol.apiserver.k8s.io/v1",
  },
  // 1.27
  { deprecatedAPI: "storage.k8s.io/v1beta1", kinds: ["CSIStorageCapacity"], targetAPI: "storage.k8s.io/v1" },
];
