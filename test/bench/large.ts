import type { JsonObject } from "../conformance/json.js";

/** Objects of the size that a cluster's largest have: 100 containers, 200 rules. Every so many parts are denied. */
export type Large = (every: number) => readonly JsonObject[];

const times = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A pod with 100 containers, of which every so many breaks each rule of the contests. */
export function largePod(every: number): readonly JsonObject[] {
  return [
    {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "large", namespace: "bench" },
      spec: {
        volumes: times(20, (index) => ({
          name: `volume-${index}`,
          hostPath: { path: index % every === 0 ? `/etc/${index}` : `/var/log/${index}` },
        })),
        containers: times(100, (index) => container(index, index % every === 0)),
      },
    },
  ];
}

function container(index: number, breaks: boolean): JsonObject {
  return {
    name: `container-${index}`,
    image: `${breaks ? "docker.io" : "registry.k8s.io"}/team/application-${index}:1.${index}`,
    ports: [{ containerPort: 8080, hostPort: breaks ? 80 : 8080 + index }],
    resources: { limits: breaks ? { cpu: "4" } : { cpu: "500m", memory: "256Mi" } },
    securityContext: { capabilities: breaks ? { add: ["NET_RAW"] } : { drop: ["ALL"] } },
    volumeMounts: [{ name: `volume-${index % 20}`, mountPath: "/data", readOnly: true }],
  };
}

export function largeRole(every: number): readonly JsonObject[] {
  return [
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: { name: "large" },
      rules: times(200, (index) => ({
        apiGroups: [index % every === 0 ? "*" : "apps"],
        resources: [`resource-${index}`, index % every === 0 ? "*/scale" : "pods"],
        verbs: ["get", "list", index % every === 0 ? "*" : "watch"],
      })),
    },
  ];
}

export function largeIngress(every: number): readonly JsonObject[] {
  const ingress = (name: string, hosts: readonly string[]): JsonObject => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name, namespace: "bench" },
    spec: { rules: hosts.map((host) => ({ host, http: { paths: [] } })) },
  });
  const large = times(200, (index) => `host-${index}.example.com`);
  const taken = times(20, (index) => ingress(`other-${index}`, [`host-${index * every * 10}.example.com`]));
  return [ingress("large", large), ...taken];
}

export function largeNamespace(): readonly JsonObject[] {
  const labels = Object.fromEntries(times(100, (index) => [`label-${index}`, `value-${index}`]));
  return [
    {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: "large", labels: { ...labels, owner: "A1" } },
    },
  ];
}

export function largePeerAuthentication(every: number): readonly JsonObject[] {
  const port = (index: number) => [`${8000 + index}`, { mode: index % every === 0 ? "DISABLE" : "STRICT" }];
  return [
    {
      apiVersion: "security.istio.io/v1",
      kind: "PeerAuthentication",
      metadata: { name: "large", namespace: "bench" },
      spec: { mtls: { mode: "STRICT" }, portLevelMtls: Object.fromEntries(times(100, port)) },
    },
  ];
}
