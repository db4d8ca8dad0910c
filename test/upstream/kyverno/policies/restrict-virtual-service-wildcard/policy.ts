import { kind, type NamedObjectMeta, policy, violation } from "@policyc/sdk";

/** As much of Istio's VirtualService as the policy reads. */
interface VirtualService {
  kind: "VirtualService";
  metadata: NamedObjectMeta;
  spec?: { hosts?: string[] };
}

const VirtualService = kind<VirtualService>({
  group: "networking.istio.io",
  version: "v1",
  kind: "VirtualService",
  plural: "virtualservices",
  scope: "Namespaced",
});

export default policy({
  name: "restrict-virtual-service-wildcard",
  title: "No wildcard hosts in VirtualServices",
  description: "A VirtualService must name its hosts: a wildcard draws traffic that is meant for others.",
  severity: "medium",
  match: [VirtualService],
  kyverno: { rule: "block-virtual-service-wildcard" },
  *check({ object }) {
    for (const host of object.spec?.hosts ?? []) {
      if (host.includes("*")) yield violation(`the host <${host}> has a wildcard`);
    }
  },
});
