import type { Case } from "../objects/cases.js";
import type { KubernetesObject, Value } from "../objects/object.js";

/** All regressions are asked about all of these. */
export const cases: readonly Case[] = [
  { object: pod({}), operation: "CREATE" },
  {
    object: pod({ hostname: "h", nodeSelector: { a: "b" } }),
    operation: "CREATE",
    userInfo: { username: "admin" },
  },
  { object: pod({ hostname: "a\nb" }), operation: "CREATE" },
  {
    object: pod(
      { containers: [{ name: "c", args: ["x", "y"] }, { name: "d" }] },
      { name: "ab", generation: 2 },
    ),
    operation: "CREATE",
  },
  {
    object: pod({ hostname: "h" }, { name: "a", namespace: "n", labels: { app: "web", team: "x" } }),
    operation: "UPDATE",
    oldObject: pod({ hostNetwork: true, containers: [{ name: "c" }] }),
    userInfo: { username: "admin", groups: ["g", "h"] },
    namespace: { metadata: { generation: 3, uid: "u", annotations: { app: "x" }, finalizers: ["f"] } },
  },
  {
    object: pod(
      {
        containers: [{ name: "c", securityContext: { privileged: false, runAsNonRoot: false } }],
        securityContext: { supplementalGroups: [-1, -1000000000000] },
      },
      { name: "a", generation: 1000000000000 },
    ),
    operation: "CREATE",
  },
  {
    object: pod(
      { containers: [{ name: "c", securityContext: { privileged: false, runAsNonRoot: false } }] },
      { name: "a", labels: { app: "" } },
    ),
    operation: "CREATE",
  },
];

function pod(
  spec: { readonly [field: string]: Value },
  metadata: { readonly [field: string]: Value } = { name: "a" },
): KubernetesObject {
  return { apiVersion: "v1", kind: "Pod", metadata, spec: { containers: [], ...spec } };
}
