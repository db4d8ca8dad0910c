import {
  inventory,
  type LabelSelector,
  matchesSelector,
  Namespace,
  NetworkPolicy,
  parameters,
  policy,
  violation,
} from "@policyc/sdk";
import { deniesByDefault as calicoDenies } from "../../modules/calico/default-deny.js";
import {
  CalicoGlobalNetworkPolicy,
  CalicoNetworkPolicy,
  type CalicoPolicySpec,
  StoredCalicoGlobalNetworkPolicy,
  StoredCalicoNetworkPolicy,
} from "../../modules/calico/network-policy.js";
import { deniesByDefault as ciliumDenies } from "../../modules/cilium/default-deny.js";
import {
  CiliumClusterwideNetworkPolicy,
  CiliumNetworkPolicy,
  type CiliumPolicySpec,
} from "../../modules/cilium/network-policy.js";
import {
  type AdminPolicySpec,
  BaselineAdminNetworkPolicy,
  ClusterNetworkPolicy,
  ClusterNetworkPolicyBeta,
  deniesAll,
} from "../../modules/network-policy-api/admin-network-policy.js";
import { selectsAnything } from "../../modules/selects-anything.js";
import { isInUse } from "../../modules/tenancy.js";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** Count Cilium's policies too: for clusters that have them, since others do not know the kinds. */
  cilium?: boolean;
  /** Count Calico's policies (projectcalico.org) too. */
  calico?: boolean;
  /** Count them as Calico keeps them (crd.projectcalico.org), where its API server is not installed. */
  storedCalico?: boolean;
  /** Count the BaselineAdminNetworkPolicy too: it denies what no NetworkPolicy of the namespace selects. */
  baseline?: boolean;
  /** Count the ClusterNetworkPolicies of the tier Baseline too: the version in which the cluster has them. */
  clusterPolicies?: "v1alpha2" | "v1beta1";
}

export default policy({
  name: "default-deny",
  title: "Every namespace denies by default",
  description:
    "A namespace in which something runs must have a NetworkPolicy that selects all its pods and allows no ingress but what others add, and the same for egress.",
  rationale:
    "Without it every pod may talk to every other, and a pod that no policy selects is forgotten: nothing that is added later closes what was never closed.",
  remediation:
    "Add a NetworkPolicy with `podSelector: {}` and `policyTypes: [Ingress, Egress]`, and one for DNS beside it. Where Cilium, Calico or the administrators' baseline denies by default, say so in the parameters.",
  severity: "high",
  controls: [
    "CIS-2.0/5.3.2",
    "NSA-CISA-1.2/network-separation",
    "MITRE-ATTACK-16/T1046",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "NIST-800-190/4.3.3",
    "NIST-800-53-5/SC-7",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: { kinds: [Namespace], excludedNamespaces: ["kube-system", "kube-public", "kube-node-lease"] },
  unreachable: readsOthers,
  params: parameters<Params>({ cilium: false }),
  *check({ object, params }) {
    const namespace = object.metadata.name;
    if (!isInUse(namespace)) return;
    const policies = inventory(NetworkPolicy, { namespace });
    const cilium = params.cilium === true ? ciliumSpecs(namespace) : [];
    const calico = [
      ...(params.calico === true ? calicoSpecs(namespace) : []),
      ...(params.storedCalico === true ? storedCalicoSpecs(namespace) : []),
    ];
    const baselines = baselineSpecs(params).filter((spec) => isAbout(spec, object));
    const isIngressDenied =
      policies.some(deniesIngress) ||
      cilium.some((spec) => ciliumDenies(spec, "ingress", namespace)) ||
      calico.some((spec) => calicoDenies(spec, "Ingress", namespace)) ||
      baselines.some(({ ingress }) => (ingress ?? []).some(deniesAll));
    const isEgressDenied =
      policies.some(deniesEgress) ||
      cilium.some((spec) => ciliumDenies(spec, "egress", namespace)) ||
      calico.some((spec) => calicoDenies(spec, "Egress", namespace)) ||
      baselines.some(({ egress }) => (egress ?? []).some(deniesAll));
    if (!isIngressDenied) yield violation(`Namespace <${namespace}> does not deny ingress by default`);
    if (!isEgressDenied) yield violation(`Namespace <${namespace}> does not deny egress by default`);
  },
});

/** All that Cilium's policies say of a namespace: its own, and those of the cluster. */
function ciliumSpecs(namespace: string): (CiliumPolicySpec | undefined)[] {
  const own = inventory(CiliumNetworkPolicy, { namespace });
  const all = inventory(CiliumClusterwideNetworkPolicy);
  return [...own, ...all].flatMap(({ spec, specs }) => [spec, ...(specs ?? [])]);
}

/** Calico's policies of the namespace, and those of the cluster. */
function calicoSpecs(namespace: string): CalicoPolicySpec[] {
  const own = inventory(CalicoNetworkPolicy, { namespace });
  const all = inventory(CalicoGlobalNetworkPolicy);
  return [...own, ...all].map(({ spec }) => spec ?? {});
}

/** The same as Calico keeps them. */
function storedCalicoSpecs(namespace: string): CalicoPolicySpec[] {
  const own = inventory(StoredCalicoNetworkPolicy, { namespace });
  const all = inventory(StoredCalicoGlobalNetworkPolicy);
  return [...own, ...all].map(({ spec }) => spec ?? {});
}

/** What decides about pods that no NetworkPolicy selects. */
function baselineSpecs({ baseline, clusterPolicies }: Params): AdminPolicySpec[] {
  const cluster = [
    ...(clusterPolicies === "v1alpha2" ? inventory(ClusterNetworkPolicy) : []),
    ...(clusterPolicies === "v1beta1" ? inventory(ClusterNetworkPolicyBeta) : []),
  ].filter(({ spec }) => spec.tier === "Baseline");
  return [...(baseline === true ? inventory(BaselineAdminNetworkPolicy) : []), ...cluster].map(
    ({ spec }) => spec,
  );
}

/** Are all pods of the namespace its subject? */
function isAbout({ subject }: AdminPolicySpec, { metadata }: Namespace): boolean {
  const labels = { ...metadata.labels, "kubernetes.io/metadata.name": metadata.name };
  const selects = (selector: LabelSelector | undefined) =>
    selector !== undefined && matchesSelector(selector, labels);
  return (
    selects(subject.namespaces) ||
    (selects(subject.pods?.namespaceSelector) && selectsAnything(subject.pods?.podSelector ?? {}))
  );
}

/** Ingress is meant wherever `policyTypes` is absent. */
function deniesIngress({ spec }: NetworkPolicy): boolean {
  return (
    selectsAnything(spec.podSelector ?? {}) &&
    (spec.policyTypes ?? ["Ingress"]).includes("Ingress") &&
    (spec.ingress ?? []).every(({ from, ports }) => (from ?? []).length > 0 || (ports ?? []).length > 0)
  );
}

/** Egress is meant where `policyTypes` is absent only if there are rules for it. */
function deniesEgress({ spec }: NetworkPolicy): boolean {
  const rules = spec.egress ?? [];
  return (
    selectsAnything(spec.podSelector ?? {}) &&
    (spec.policyTypes ?? (rules.length > 0 ? ["Egress"] : [])).includes("Egress") &&
    rules.every(({ to, ports }) => (to ?? []).length > 0 || (ports ?? []).length > 0)
  );
}
