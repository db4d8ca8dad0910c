import type { Subject } from "../objects/subjects.js";
import type { About } from "./kinds/about.js";
import { autoscalers } from "./kinds/autoscaler.js";
import { bindings } from "./kinds/binding.js";
import { claims } from "./kinds/claim.js";
import { cronJobs } from "./kinds/cron-job.js";
import { deployments } from "./kinds/deployment.js";
import { ingresses } from "./kinds/ingress.js";
import { networkPolicies } from "./kinds/network-policy.js";
import { pods } from "./kinds/pod.js";
import { roles } from "./kinds/role.js";
import { services } from "./kinds/service.js";
import { configMaps, secrets } from "./kinds/settings.js";
import { widgets } from "./kinds/widget.js";
import { workloads } from "./kinds/workload.js";

/** The kinds that sketches are about, those with most to read more often. */
export const sketched = {
  Pod: pods,
  Service: services,
  Deployment: deployments,
  NetworkPolicy: networkPolicies,
  Ingress: ingresses,
  ClusterRole: roles,
  Widget: widgets,
  CronJob: cronJobs,
  RoleBinding: bindings,
  PersistentVolumeClaim: claims,
  ConfigMap: configMaps,
  Secret: secrets,
  HorizontalPodAutoscaler: autoscalers,
  Workload: workloads,
} as const satisfies { [K in Subject]?: About };

export type Sketched = keyof typeof sketched;

export const sketchedKinds: readonly Sketched[] = Object.keys(sketched).filter(isSketched);

export function isSketched(kind: string): kind is Sketched {
  return Object.hasOwn(sketched, kind);
}
