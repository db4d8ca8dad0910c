/** Folder under `go/` with the go.mod that pins it, the main package in it, and what the linker is told. */
export interface Tool {
  readonly module: string;
  readonly package: string;
  readonly linkerFlags: string;
}

// Without a stamp the components call themselves v0.0.0-master.
const KUBERNETES_VERSION = "-X k8s.io/component-base/version.gitVersion=v1.37.2";

/** The engines, by the name of their binary. The versions are in `go/<module>/go.mod`. */
export const tools = {
  kubectl: {
    module: "kubernetes",
    package: "k8s.io/kubernetes/cmd/kubectl",
    linkerFlags: `-s -w ${KUBERNETES_VERSION}`,
  },
  etcd: { module: "etcd", package: "go.etcd.io/etcd/server/v3", linkerFlags: "-s -w" },
  gator: {
    module: "gator",
    package: "github.com/open-policy-agent/gatekeeper/v3/cmd/gator",
    linkerFlags: "-s -w",
  },
  kyverno: {
    module: "kyverno",
    package: "github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno",
    linkerFlags: "-s -w",
  },
  "kube-apiserver": {
    module: "kubernetes",
    package: "k8s.io/kubernetes/cmd/kube-apiserver",
    linkerFlags: `-s -w ${KUBERNETES_VERSION}`,
  },
  "gatekeeper-manager": {
    module: "gator",
    package: "github.com/open-policy-agent/gatekeeper/v3",
    linkerFlags: "-s -w",
  },
  "kube-controller-manager": {
    module: "kubernetes",
    package: "k8s.io/kubernetes/cmd/kube-controller-manager",
    linkerFlags: `-s -w ${KUBERNETES_VERSION}`,
  },
  regal: { module: "regal", package: "github.com/open-policy-agent/regal", linkerFlags: "-s -w" },
  opa: { module: "opa", package: "github.com/open-policy-agent/opa", linkerFlags: "-s -w" },
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof tools;
