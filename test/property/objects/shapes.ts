import { asked } from "./asked.js";
import { besideWorkloads } from "./beside-workloads.js";
import { widget } from "./widget.js";

/** A field: its TypeScript type, and from what its values are made where that is not clear from the type. */
export interface FieldShape {
  readonly name: string;
  readonly type: string;
  /** It may be read as absent: left out, or `null`. */
  readonly optional: boolean;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  readonly values: string;
}

/** `name?: "type|null values"`. Fields of the API that programs read and objects have: enough to meet each kind of value. */
const written = {
  NamedObjectMeta: {
    name: "string name",
    "namespace?": "string name",
    "labels?": "map label",
    "annotations?": "map text",
    "generation?": "number long",
    "finalizers?": "string[] name",
    "ownerReferences?": "OwnerReference[]",
  },
  ObjectMeta: { "labels?": "map label", "annotations?": "map text", "name?": "string name" },
  OwnerReference: {
    apiVersion: "string name",
    kind: "string word",
    name: "string name",
    uid: "string name",
    "controller?": "boolean",
  },
  Pod: { metadata: "NamedObjectMeta", spec: "PodSpec" },
  PodSpec: {
    containers: "Container[]",
    "initContainers?": "Container[]",
    "volumes?": "Volume[]",
    "hostNetwork?": "boolean",
    "hostPID?": "boolean",
    "hostname?": "string text",
    "restartPolicy?": "string policy",
    "serviceAccountName?": "string name",
    "priority?": "number int",
    "terminationGracePeriodSeconds?": "number long",
    "nodeSelector?": "map label",
    "securityContext?": "PodSecurityContext",
    "tolerations?": "Toleration[]",
    "hostAliases?": "HostAlias[]",
    "overhead?": "map quantity",
  },
  Container: {
    name: "string name",
    "image?": "string image",
    "imagePullPolicy?": "string policy",
    "args?": "string[] text",
    "command?": "string[] text",
    "env?": "EnvVar[]",
    "ports?": "ContainerPort[]",
    "resources?": "ResourceRequirements",
    "securityContext?": "SecurityContext",
    "livenessProbe?": "Probe",
    "volumeMounts?": "VolumeMount[]",
    "stdin?": "boolean",
    "workingDir?": "string text",
  },
  EnvVar: { name: "string name", "value?": "string text" },
  ContainerPort: {
    containerPort: "number port",
    "hostPort?": "number port",
    "name?": "string name",
    "protocol?": "string word",
    "hostIP?": "string address",
  },
  ResourceRequirements: { "limits?": "map quantity", "requests?": "map quantity" },
  SecurityContext: {
    "privileged?": "boolean",
    "runAsUser?": "number long",
    "runAsNonRoot?": "boolean",
    "procMount?": "string word",
    "capabilities?": "Capabilities",
  },
  Capabilities: { "add?": "string[] word", "drop?": "string[] word" },
  Probe: { "periodSeconds?": "number int", "httpGet?": "HTTPGetAction" },
  HTTPGetAction: { port: "IntOrString", "path?": "string text" },
  VolumeMount: { name: "string name", mountPath: "string text", "readOnly?": "boolean" },
  Volume: { name: "string name", "hostPath?": "HostPathVolumeSource" },
  HostPathVolumeSource: { path: "string text", "type?": "string word" },
  PodSecurityContext: {
    "runAsUser?": "number long",
    "runAsNonRoot?": "boolean",
    "supplementalGroups?": "number[] long",
    "sysctls?": "Sysctl[]",
  },
  Sysctl: { name: "string name", value: "string text" },
  Toleration: {
    "key?": "string label",
    "operator?": "string word",
    "value?": "string label",
    "tolerationSeconds?": "number long",
  },
  HostAlias: { ip: "string address", "hostnames?": "string[] name" },
  Deployment: { metadata: "NamedObjectMeta", spec: "DeploymentSpec" },
  DeploymentSpec: {
    selector: "LabelSelector",
    template: "PodTemplateSpec",
    "replicas?": "number int",
    "minReadySeconds?": "number int",
    "paused?": "boolean",
  },
  LabelSelector: { "matchLabels?": "map label", "matchExpressions?": "LabelSelectorRequirement[]" },
  LabelSelectorRequirement: {
    key: "string label",
    operator: "string selection",
    "values?": "string[] label",
  },
  PodTemplateSpec: { spec: "PodSpec", "metadata?": "ObjectMeta" },
  CronJob: { metadata: "NamedObjectMeta", spec: "CronJobSpec" },
  CronJobSpec: {
    schedule: "string text",
    jobTemplate: "JobTemplateSpec",
    "suspend?": "boolean",
    "successfulJobsHistoryLimit?": "number int",
  },
  JobTemplateSpec: { spec: "JobSpec", "metadata?": "ObjectMeta" },
  JobSpec: { template: "PodTemplateSpec", "parallelism?": "number int" },
  /** What objects of several kinds have in common. */
  Workload: { metadata: "NamedObjectMeta" },
  Exposed: { metadata: "NamedObjectMeta" },
  Ingress: { metadata: "NamedObjectMeta", spec: "IngressSpec" },
  IngressSpec: { "ingressClassName?": "string name", "rules?": "IngressRule[]", "tls?": "IngressTLS[]" },
  IngressRule: { "host?": "string text", "http?": "HTTPIngressRuleValue" },
  HTTPIngressRuleValue: { paths: "HTTPIngressPath[]" },
  HTTPIngressPath: { backend: "IngressBackend", "path?": "string text", pathType: "string word" },
  IngressBackend: { "service?": "IngressServiceBackend" },
  IngressServiceBackend: { name: "string name", "port?": "ServiceBackendPort" },
  ServiceBackendPort: { "name?": "string name", "number?": "number int" },
  IngressTLS: { "hosts?": "string[] text", "secretName?": "string name" },
  Service: { metadata: "NamedObjectMeta", spec: "ServiceSpec" },
  ServiceSpec: {
    "type?": "string policy",
    "clusterIP?": "string address",
    "externalIPs?": "string[] address",
    "ports?": "ServicePort[]",
    "selector?": "map label",
    "publishNotReadyAddresses?": "boolean",
    "healthCheckNodePort?": "number port",
  },
  ServicePort: {
    port: "number port",
    "name?": "string name",
    "nodePort?": "number port",
    "targetPort?": "IntOrString",
  },
  Role: { metadata: "NamedObjectMeta", "rules?": "PolicyRule[]" },
  ClusterRole: { metadata: "ClusterObjectMeta", "rules?": "PolicyRule[]" },
  /** Of what is in no namespace. */
  ClusterObjectMeta: {
    name: "string name",
    "labels?": "map label",
    "annotations?": "map text",
    "generation?": "number long",
    "finalizers?": "string[] name",
  },
  NetworkPolicy: { metadata: "NamedObjectMeta", spec: "NetworkPolicySpec" },
  NetworkPolicySpec: {
    "podSelector?": "LabelSelector",
    "ingress?": "NetworkPolicyIngressRule[]",
    "egress?": "NetworkPolicyEgressRule[]",
    "policyTypes?": "string[] direction",
  },
  NetworkPolicyIngressRule: { "from?": "NetworkPolicyPeer[]", "ports?": "NetworkPolicyPort[]" },
  NetworkPolicyEgressRule: { "to?": "NetworkPolicyPeer[]", "ports?": "NetworkPolicyPort[]" },
  NetworkPolicyPeer: {
    "ipBlock?": "IPBlock",
    "podSelector?": "LabelSelector",
    "namespaceSelector?": "LabelSelector",
  },
  NetworkPolicyPort: { "protocol?": "string word", "port?": "IntOrString", "endPort?": "number port" },
  IPBlock: { cidr: "string range", "except?": "string[] range" },
  PolicyRule: {
    verbs: "string[] word",
    "apiGroups?": "string[] name",
    "resources?": "string[] name",
    "resourceNames?": "string[] text",
  },
  ...besideWorkloads,
  ...widget,
  /** No kind of the API: what programs build for themselves. */
  Entry: { label: "string text", size: "number int", ok: "boolean", "note?": "string text" },
  /** Also made by programs. */
  Finding: {
    name: "string text",
    words: "string[] text",
    entry: "Entry",
    "most?": "number int",
    "note?": "string text",
    "tags?": "map text",
    "flag?": "boolean",
  },
  ...asked,
  Params: {
    repos: "string[] image",
    limit: "number small",
    prefix: "string text",
    strict: "boolean",
    "note?": "string text",
    "sizes?": "number[] small",
    known: "map label",
    "list?": "string[] name",
    "limits?": "Limits",
    "rules?": "Tier[]",
  },
  Limits: { "most?": "number small", "words?": "string[] name", "deny?": "boolean", of: "string name" },
  Tier: { name: "string name", "most?": "number small", "oneOf?": "string[] name", says: "string text" },
} as const;

export const shapes: ReadonlyMap<string, readonly FieldShape[]> = new Map(
  Object.entries(written).map(([record, fields]) => [
    record,
    Object.entries(fields).map(([key, field]): FieldShape => {
      const [written = "", values = ""] = field.split(" ");
      const [type = "", nothing] = written.split("|");
      const [isRequired, isNullable] = [!key.endsWith("?"), nothing !== undefined];
      const optional = !isRequired || isNullable;
      return { name: key.replace("?", ""), type, optional, isRequired, isNullable, values };
    }),
  ]),
);

/** The kinds that programs are about, with what the API server knows of them. */
export const kinds = {
  Pod: { apiVersion: "v1", group: "", resource: "pods" },
  Deployment: { apiVersion: "apps/v1", group: "apps", resource: "deployments" },
  CronJob: { apiVersion: "batch/v1", group: "batch", resource: "cronjobs" },
  Ingress: { apiVersion: "networking.k8s.io/v1", group: "networking.k8s.io", resource: "ingresses" },
  Service: { apiVersion: "v1", group: "", resource: "services" },
  Role: { apiVersion: "rbac.authorization.k8s.io/v1", group: "rbac.authorization.k8s.io", resource: "roles" },
  ClusterRole: {
    apiVersion: "rbac.authorization.k8s.io/v1",
    group: "rbac.authorization.k8s.io",
    resource: "clusterroles",
  },
  NetworkPolicy: {
    apiVersion: "networking.k8s.io/v1",
    group: "networking.k8s.io",
    resource: "networkpolicies",
  },
  ConfigMap: { apiVersion: "v1", group: "", resource: "configmaps" },
  Secret: { apiVersion: "v1", group: "", resource: "secrets" },
  PersistentVolumeClaim: { apiVersion: "v1", group: "", resource: "persistentvolumeclaims" },
  RoleBinding: {
    apiVersion: "rbac.authorization.k8s.io/v1",
    group: "rbac.authorization.k8s.io",
    resource: "rolebindings",
  },
  HorizontalPodAutoscaler: {
    apiVersion: "autoscaling/v2",
    group: "autoscaling",
    resource: "horizontalpodautoscalers",
  },
  Widget: { apiVersion: "example.com/v1", group: "example.com", resource: "widgets" },
} as const;

export type KindName = keyof typeof kinds;
/** Those of the API itself. */
export const kindNames = ["Pod", "Deployment", "Ingress", "Service", "Role"] as const satisfies KindName[];

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}

/** What a list has in it; `undefined` for what is no list. */
export function elementOf(type: string): string | undefined {
  return type.endsWith("[]") ? type.slice(0, -2) : undefined;
}
