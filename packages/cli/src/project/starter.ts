import { ownVersion } from "../version.js";

const manifest = {
  private: true,
  type: "module",
  scripts: { build: "policyc build", test: "policyc test" },
  devDependencies: { "@policyc/sdk": `^${ownVersion()}`, policyc: `^${ownVersion()}` },
};

const configuration = `# yaml-language-server: $schema=./node_modules/policyc/schema/policyc.schema.json
# audit: the cluster reports and lets pass. Then warn, then enforce.
stage: audit
`;

/** For editors: what the compiler itself is strict about, whatever stands here. */
const typescript = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    target: "ES2023",
    lib: ["ES2023"],
    module: "NodeNext",
    types: [],
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ["policies"],
};

const policy = `import { podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "no-host-network",
  title: "No host network",
  description: "Pods must not use the network of their node.",
  rationale: "On the node's network a pod sees the traffic of others, and no NetworkPolicy holds it.",
  remediation: "Remove \`hostNetwork\`, and give the pod a Service.",
  severity: "high",
  match: workloads,
  require: ({ object }) => podSpec(object).hostNetwork !== true,
  message: "hostNetwork is not allowed",
});
`;

const suite = `cases:
  - name: a pod has a network of its own
    manifest:
      apiVersion: v1
      kind: Pod
      metadata: { name: web }
      spec: { containers: [{ name: web, image: registry.example/web:1 }] }
    allow: true
  - name: a Deployment on the node's network is denied
    manifest:
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec:
        selector: { matchLabels: { app: web } }
        template:
          metadata: { labels: { app: web } }
          spec: { hostNetwork: true, containers: [{ name: web, image: registry.example/web:1 }] }
    deny: [hostNetwork is not allowed]
`;

/** What \`policyc init\` writes: the smallest project that builds and has something to test. */
export const starterFiles: Readonly<Record<string, string>> = {
  "package.json": `${JSON.stringify(manifest, undefined, 2)}\n`,
  "tsconfig.json": `${JSON.stringify(typescript, undefined, 2)}\n`,
  ".gitignore": "node_modules/\n",
  "policyc.yaml": configuration,
  "policies/no-host-network/policy.ts": policy,
  "policies/no-host-network/suite.yaml": suite,
};
