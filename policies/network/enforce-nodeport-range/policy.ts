import {
  globMatches,
  type Integer,
  parameters,
  parseInteger,
  policy,
  Service,
  violation,
} from "@policyc/sdk";

interface NamespaceRange {
  /** The namespaces that the range is for; `*` is any run of characters. */
  namespacePattern?: string;
  /** The node ports that they may use, `[first:last]`. */
  portRange?: string;
}

interface Params {
  /** Ranges of node ports, by a name of your choice. */
  ranges?: { [name: string]: NamespaceRange };
}

export default policy({
  name: "enforce-nodeport-range",
  title: "Node ports by namespace",
  description: "The node ports of a NodePort Service must be in the range of its namespace.",
  rationale: "Ranges by namespace let a firewall tell one team's ports from another's.",
  remediation: "Set `nodePort` to a port of the namespace's range, or leave it out where any will do.",
  severity: "low",
  controls: ["NSA-CISA-1.2/network-separation", "NIST-800-53-5/SC-7"],
  rollout: { difficulty: "medium", effect: "low", load: "medium" },
  match: [Service],
  gatekeeper: { kind: "K8sNodePortNamespaceRange" },
  params: parameters<Params>({ ranges: {} }),
  *check({ object, params }) {
    if (object.spec.type !== "NodePort") return;
    const namespace = object.metadata.namespace ?? "";
    for (const { nodePort } of object.spec.ports ?? []) {
      if (nodePort === undefined) continue;
      for (const { namespacePattern = "", portRange = "" } of Object.values(params.ranges ?? {})) {
        if (!globMatches(namespacePattern, namespace) || isInRange(nodePort, portRange)) continue;
        yield violation(
          `NodePort ${nodePort} is not allowed for namespace ${namespace}. Allowed range: ${portRange}`,
          object.spec,
        );
      }
    }
  },
});

/** Is the port in `[first:last]`? What is no range holds no port. */
function isInRange(port: Integer, range: string): boolean {
  const [first = "", last = ""] = range.replaceAll("[", "").replaceAll("]", "").split(":");
  const from = parseInteger(first);
  const to = parseInteger(last);
  return from !== undefined && to !== undefined && from <= port && port <= to;
}
