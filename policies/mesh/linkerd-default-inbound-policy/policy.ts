import { Namespace, parameters, podMetadata, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** Default policies to accept for ports that no Server selects. */
  allowed: ("all-authenticated" | "cluster-authenticated" | "deny")[];
  /** Ask meshed namespaces to say one, because the cluster's own default is (or may become) `all-unauthenticated`. */
  required?: boolean;
}

const annotation = "config.linkerd.io/default-inbound-policy";

export default policy({
  name: "linkerd-default-inbound-policy",
  title: "Linkerd admits authenticated clients by default",
  description:
    "The default inbound policy that a namespace or pod sets for Linkerd's proxy must ask for an identity, and meshed namespaces must set one where that is required.",
  rationale:
    "Linkerd encrypts between meshed pods by itself, and admits everybody else too: `all-unauthenticated` is what it is installed with.",
  remediation:
    "Annotate the namespace with `config.linkerd.io/default-inbound-policy: all-authenticated`, or `deny` and Servers with authorizations; `audit` on the way there.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-3",
    "NIST-800-53-5/IA-9",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: {
    kinds: [Namespace, ...workloads],
    excludedNamespaces: ["kube-*", "linkerd", "linkerd-*"],
  },
  params: parameters<Params>({ allowed: ["all-authenticated", "cluster-authenticated", "deny"] }),
  *check({ object, params }) {
    const metadata = object.kind === "Namespace" ? object.metadata : podMetadata(object);
    const chosen = metadata.annotations?.[annotation];
    const who = `${object.kind} <${object.metadata.name ?? object.metadata.generateName ?? ""}>`;
    if (chosen !== undefined && !params.allowed.some((one) => one === chosen)) {
      yield violation(`${who} admits clients by default that need no identity: ${chosen}`, metadata);
    }
    const isMeshed = metadata.annotations?.["linkerd.io/inject"] === "enabled";
    if (params.required === true && object.kind === "Namespace" && isMeshed && chosen === undefined) {
      yield violation(`${who} does not say whom Linkerd admits by default: ${annotation}`, metadata);
    }
  },
});
