import { isOfSdk } from "../syntax/of-sdk.js";
import { ts } from "../typescript.js";
import { declaringNodes } from "./symbols.js";

type Omitted = { readonly [value in "false" | "0" | '""']?: readonly string[] };

/**
 * Fields that Go's types hold by value and mark `omitempty`: the API server leaves them out where they are `false`, `0`
 * or empty, whatever the manifest says (k8s.io/api/core/v1, apps/v1; k8s.io/apimachinery, meta/v1). Fields held by
 * pointer, such as `privileged`, are not among them: their `false` is sent.
 */
const omitted: { readonly [type: string]: Omitted } = {
  PodSpec: {
    false: ["hostNetwork", "hostPID", "hostIPC"],
    '""': ["hostname", "subdomain", "nodeName", "serviceAccountName", "priorityClassName"],
  },
  Container: { false: ["stdin", "stdinOnce", "tty"], '""': ["image", "workingDir"] },
  EphemeralContainer: { false: ["stdin", "stdinOnce", "tty"], '""': ["image", "workingDir"] },
  ContainerPort: { "0": ["hostPort"], '""': ["name", "hostIP"] },
  VolumeMount: { false: ["readOnly"], '""': ["subPath", "subPathExpr"] },
  NFSVolumeSource: { false: ["readOnly"] },
  PersistentVolumeClaimVolumeSource: { false: ["readOnly"] },
  CSIPersistentVolumeSource: { false: ["readOnly"] },
  ServiceSpec: { false: ["publishNotReadyAddresses"], '""': ["externalName", "loadBalancerIP"] },
  ServicePort: { "0": ["nodePort"], '""': ["name"] },
  NodeSpec: { false: ["unschedulable"] },
  DeploymentSpec: { false: ["paused"], "0": ["minReadySeconds"] },
  DaemonSetSpec: { "0": ["minReadySeconds"] },
  StatefulSetSpec: { "0": ["minReadySeconds"] },
  ObjectMeta: { '""': ["namespace", "generateName"] },
};

/** Is the field left out by the API server where it has this value? */
export function isOmitted(field: ts.Symbol | undefined, value: string | number | boolean): boolean {
  const key = value === false ? "false" : value === 0 ? "0" : value === "" ? '""' : undefined;
  if (field === undefined || key === undefined) return false;
  return declaringNodes(field).some((declaration) => {
    const owner = declaration.parent;
    if (!isOfSdk(declaration, "kinds") || !ts.isInterfaceDeclaration(owner)) return false;
    return omitted[owner.name.getText()]?.[key]?.includes(field.name) ?? false;
  });
}
