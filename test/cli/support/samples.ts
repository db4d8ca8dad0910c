/** A policy without parameters that is right in every way. */
export const noHostNetwork = `import { podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "no-host-network",
  title: "No host network",
  description: "Pods must not use the network of their node.",
  severity: "high",
  match: workloads,
  require: ({ object }) => podSpec(object).hostNetwork !== true,
  message: "hostNetwork is not allowed",
});
`;

/** A policy with a parameter. */
export const allowedRepos = `import { containers, parameters, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** Prefixes that an image may have. */
  repos: string[];
}

export default policy({
  name: "allowed-repos",
  title: "Allowed repositories",
  description: "Images come from allowed registries.",
  severity: "high",
  match: workloads,
  params: parameters<Params>({ repos: ["registry.example/"] }),
  *check({ object, params }) {
    for (const container of containers(object)) {
      const image = container.image ?? "";
      if (params.repos.some((repo) => image.startsWith(repo))) continue;
      yield violation(\`container <\${container.name}> has an invalid image <\${image}>\`, container);
    }
  },
});
`;

export const hostNetworkSuite = `cases:
  - name: a pod of its own
    object: samples/pod.yaml
    allow: true
  - name: a pod on the node's network
    manifest:
      apiVersion: v1
      kind: Pod
      metadata: { name: web }
      spec: { hostNetwork: true, containers: [{ name: web, image: web }] }
    deny: [hostNetwork is not allowed]
`;

export const pod = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web, image: web }] }
`;

/** A project in which everything is right. */
export const fine = {
  "policies/no-host-network/policy.ts": noHostNetwork,
  "policies/no-host-network/suite.yaml": hostNetworkSuite,
  "policies/no-host-network/samples/pod.yaml": pod,
  "policies/allowed-repos/policy.ts": allowedRepos,
} as const;
